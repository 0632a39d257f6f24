"""`bridgelog merge`: two copies of one incident that went apart, united."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from data import formats
from data.history import Line, Recorded
from data.history_words import Wording
from data.language import _, ngettext
from data.merging import United, unite, unite_in_place
from model.merge import Conflict
from model.message import Message, Refused
from tui.desk import Desk, as_json, complain

__all__ = ["configure", "run"]

_BOTH, _WITH_BASE = 2, 3


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    told = _("the two files; for --driver the common ancestor, ours and theirs, as git gives them")
    parser.add_argument("files", metavar="FILE", nargs="+", help=told)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=_("where the united incident goes; the first file if left out")
    )
    parser.add_argument("--driver", action="store_true", help=_("as a merge driver of git: the result replaces ours"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Unite them; what gave way is said, and hinders nothing: both values are in the history."""
    paths = [Path(file).expanduser() for file in arguments.files]
    if arguments.driver:
        if len(paths) not in (_BOTH, _WITH_BASE) or arguments.output:
            raise Refused(Message("as a merge driver it takes three files: %O %A %B"))
        done = unite_in_place(paths[-2], paths[-1])
        for line in _given_way(done):
            complain(line)
        return 0
    if len(paths) != _BOTH:
        raise Refused(Message("two files are needed: bridgelog merge A B -o C"))
    into = Path(arguments.output).expanduser() if arguments.output else paths[0]
    done = unite(paths[0], paths[1], into, desk.now)
    if arguments.json:
        desk.say(as_json(_json(done, into)))
        return 0
    for line in _given_way(done):
        desk.say(line)
    count = len(done.incident.timeline.root)
    entries = ngettext("{n} entry", "{n} entries", count).format(n=formats.number(count))
    desk.say(_("{id} united into {file}: {entries}").format(id=done.incident.id, file=into, entries=entries))
    if done.snapshot is not None:
        desk.say(_("the file as it was before: {file}").format(file=done.snapshot))
    return 0


def _given_way(done: United) -> Iterator[str]:
    """A line for each value that gave way."""
    words = Wording(done.incident)
    for conflict in done.conflicts:
        line = _as_line(conflict, done)
        if conflict.recorded:
            text = _("{where}: {kept} is kept; {other} is in the history")
        else:
            text = _("{where}: {kept} is kept; {other} is in no history, only in the file it comes from")
        yield text.format(where=words.where(line), kept=words.after(line), other=words.before(line))


def _as_line(conflict: Conflict, done: United) -> Line:
    record = conflict.record or conflict.section
    change = Recorded("", done.incident.created_at, "", "", ())
    return Line(change, conflict.section, record, conflict.field, conflict.other, conflict.kept)


def _json(done: United, into: Path) -> dict[str, object]:
    return {
        "id": done.incident.id,
        "file": str(into),
        "snapshot": str(done.snapshot) if done.snapshot else None,
        "conflicts": [
            {
                "section": conflict.section,
                "record": conflict.record,
                "field": conflict.field or None,
                "kept": conflict.kept,
                "other": conflict.other,
                "in_history": conflict.recorded,
            }
            for conflict in done.conflicts
        ],
    }
