"""`bridgelog doctor`: finds what is wrong with files, explains it, and puts it right."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.doctor import Leftover, Problem, examine, leftovers, repair, tidy
from data.language import _, ngettext, say
from data.trouble import NotFound, Trouble
from model.message import Message
from model.text import one_line
from tui.desk import Desk, as_json, complain

__all__ = ["configure", "run"]

_SHOWN = 72
"""Characters of a value that are shown; all of it is in the copy, and in the text beside it."""


@dataclass(slots=True)
class Report:
    """What there is to say of one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    trouble: Message | None = None
    copy: Path | None = None
    words: Path | None = None

    @property
    def left(self) -> bool:
        """Whether something is wrong that a repair does not put right."""
        return any(problem.repair is None for problem in self.problems)


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    help_ = _("a file, or an ID, or a part of one; the whole workspace if left out")
    parser.add_argument("files", metavar="FILE", nargs="*", help=help_)
    parser.add_argument("--repair", action="store_true", help=_("put right what can be; a copy is kept first"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Say what is wrong; 1 if something is (and stays), 3 where a file cannot be read or put right."""
    reports = [_report(file, path, desk, arguments.repair) for file, path in _chosen(arguments.files, desk)]
    lying = [] if arguments.files else _lying(desk, arguments.repair)
    if arguments.json:
        desk.say(
            as_json({"files": [_json(report) for report in reports], "leftovers": [_left(item) for item in lying]})
        )
    else:
        _print(reports, lying, desk, arguments.repair)
    if any(report.trouble for report in reports):
        return 3
    if arguments.repair:
        return 1 if any(report.left for report in reports) else 0
    return 1 if any(report.problems for report in reports) or any(item.repair for item in lying) else 0


def _chosen(files: list[str], desk: Desk) -> Iterator[tuple[str, Path | Message]]:
    """Each file that was asked for with its name, or why there is none."""
    if not files:
        yield from ((path.name, path) for path in desk.workspace.files())
    for file in files:
        path = Path(file)
        if path.exists() or path.is_symlink():
            yield file, path
            continue
        try:
            yield file, desk.workspace.find(file)
        except NotFound:
            yield file, Message("there is no file or incident {file}: bridgelog list shows what there is", file=file)


def _report(file: str, path: Path | Message, desk: Desk, mends: bool) -> Report:
    if isinstance(path, Message):
        return Report(file, trouble=path)
    try:
        if not mends:
            return Report(file, list(examine(path, desk.now).problems))
        done = repair(path, desk.now)
    except Trouble as trouble:
        return Report(file, trouble=trouble.message)
    return Report(file, list(done.examined.problems), copy=done.copy, words=done.words)


def _lying(desk: Desk, mends: bool) -> list[Leftover]:
    found = leftovers(desk.folder)
    for item in found if mends else ():
        tidy(item)
    return found


def _print(reports: list[Report], lying: list[Leftover], desk: Desk, mends: bool) -> None:
    well = 0
    for report in reports:
        if report.trouble:
            complain(say(report.trouble))
        elif report.problems:
            desk.say(_shown(report, mends))
        else:
            well += 1
    for item in lying:
        desk.say(f"{item.path.name}: {say(item.message)}" + (f"\n    → {say(item.repair)}" if item.repair else ""))
    if well:
        desk.say(ngettext("{n} file: all is well", "{n} files: all is well", well).format(n=well))
    mendable = [report.file for report in reports if any(problem.repair for problem in report.problems)]
    if mendable and not mends:
        desk.say(
            _("bridgelog doctor --repair {file} does what stands behind →, and keeps a copy").format(file=mendable[0])
        )
    elif any(item.repair for item in lying) and not mends:
        desk.say(_("bridgelog doctor --repair does what stands behind →"))


def _shown(report: Report, mends: bool) -> str:
    count = len(report.problems)
    lines = [ngettext("{file}: {n} problem", "{file}: {n} problems", count).format(file=report.file, n=count)]
    for problem in report.problems:
        lines.append(f"  {problem.where}: {say(problem.message)}" if problem.where else f"  {say(problem.message)}")
        value = one_line(problem.value)
        if value:
            lines.append(f"    “{value[:_SHOWN]}{'…' if len(value) > _SHOWN else ''}”")
        lines.append(f"    → {say(problem.repair)}" if problem.repair else _("    it stays: correct it yourself"))
    if report.copy:
        lines.append(_("  The file as it was: {copy}").format(copy=report.copy))
        lines.append(_("  What was taken out, in words: {words}").format(words=report.words))
    if mends:
        kept = _("  Some of it stays.") if report.left else _("  It is put right, and opens.")
        lines.append(kept)
    return "\n".join(lines)


def _json(report: Report) -> dict[str, Any]:
    return {
        "file": report.file,
        "trouble": say(report.trouble) if report.trouble else None,
        "problems": [
            {
                "kind": problem.kind,
                "where": problem.where,
                "message": say(problem.message),
                "repair": say(problem.repair) if problem.repair else None,
                "value": problem.value or None,
            }
            for problem in report.problems
        ],
        "copy": str(report.copy) if report.copy else None,
    }


def _left(item: Leftover) -> dict[str, Any]:
    return {"file": str(item.path), "message": say(item.message), "repair": say(item.repair) if item.repair else None}
