"""`bridgelog import`: a whole incident, a list of past ones, or evidence from elsewhere into an incident."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from data import formats
from data.importers import FORMATS, Importer, importer_of
from data.importers.bridgelog import holds_incident, read_incident
from data.importers.evidence import LARGEST, Evidence, Setting
from data.importers.opening import opened, opened_bytes
from data.importers.past_columns import is_nearly_past, is_past, lacking, needs
from data.language import _, ngettext, say
from data.trouble import BrokenFile
from model.evidence import Candidate, Proposal, last_change, proposals, taken
from model.instant import in_zone, stored, zone_of
from model.message import Message, Refused
from model.text import one_line
from model.timeline import MILESTONE_LABELS, Entry
from tui.commands.open import only_live
from tui.desk import Desk, as_json, complain, table

__all__ = ["configure", "run"]

WHOLE = "bridgelog"
INCIDENTS = "incidents"
_TWICE = ("first", "second")
_TOLD_EACH = 5_000
"""Entries after which the terminal is told how far the reading is."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", metavar="FILE", help=_("a file, a folder or a zip; - is standard input"))
    names = [*FORMATS, INCIDENTS, WHOLE]
    told = _("told by the content if left out: {names}").format(names=", ".join(names))
    parser.add_argument("--format", metavar="F", choices=names, help=told)
    parser.add_argument(
        "--into", metavar="ID", help=_("the incident that evidence goes into; the live one if left out")
    )
    parser.add_argument("--date", metavar="D", help=_("the day of the first line without one: 2026-11-22"))
    parser.add_argument("--zone", metavar="Z", help=_("the zone of times without one; the incident’s if left out"))
    parser.add_argument("--twice", choices=_TWICE, help=_("which is meant of a time that the clock showed twice"))
    parser.add_argument("--milestones", action="store_true", help=_("accept the milestones that are proposed"))
    parser.add_argument("--minor", action="store_true", help=_("also what is usually left out, such as notifications"))
    parser.add_argument("--rejected", metavar="FILE", help=_("where rows of a list that are left out are kept"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would come in"))
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Read what it is; 1 where nothing new is in it."""
    evidence = _evidence(arguments.file)
    if arguments.format == WHOLE or (arguments.format is None and holds_incident(evidence.content)):
        return _whole(evidence, desk, dry=arguments.dry_run)
    if arguments.format == INCIDENTS or (arguments.format is None and is_past(evidence)):
        from tui.past import take_in_past

        return take_in_past(evidence, _setting(arguments, desk, desk.settings.home_zone), desk, arguments)
    importer = _importer(evidence, arguments)
    path = desk.workspace.find(arguments.into) if arguments.into else only_live(desk)
    notebook = desk.workspace.open(path)
    try:
        setting = _setting(arguments, desk, notebook.incident.summary.zone)
        found = proposals(notebook.incident, _counted(importer.read(evidence, setting)))
        change_before = last_change(notebook.incident, (one.candidate for one in found))
        wanted = [one for one in found if arguments.minor or not one.candidate.minor]
        for note in setting.notes:
            complain(say(note))
        fresh = [one for one in wanted if not one.known]
        if arguments.dry_run:
            _preview(wanted, notebook.incident.summary.zone, desk, json=arguments.json)
            _point_out(change_before)
            return 0 if fresh else 1
        chosen = [(one.candidate, one.milestone if arguments.milestones else None) for one in fresh]
        change = taken(notebook.incident, chosen, desk.now)
        if change is not None:
            notebook.do(change)
    finally:
        notebook.close()
    _report(fresh, len(wanted) - len(fresh), desk, arguments)
    _point_out(change_before)
    return 0 if fresh else 1


def _importer(evidence: Evidence, arguments: argparse.Namespace) -> Importer:
    """What reads it.

    Raises `BrokenFile` where nothing does, `Refused` where it is a list of incidents but for a column.
    """
    told = arguments.format or arguments.into
    if not told and is_nearly_past(evidence):
        raise Refused(Message("{problem} (evidence of one incident? say so with --into)", problem=needs(evidence)))
    try:
        return importer_of(evidence, arguments.format)
    except BrokenFile:
        if not told and len(lacking(evidence)) == 1:
            raise Refused(needs(evidence)) from None
        raise


def _counted(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Say on a terminal how far the reading is."""
    shown = sys.stderr.isatty()
    for count, candidate in enumerate(candidates, 1):
        if shown and count % _TOLD_EACH == 0:
            sys.stderr.write("\r" + _("{n} read …").format(n=formats.number(count)))
        yield candidate
    if shown:
        sys.stderr.write("\r\x1b[K")


def _point_out(change: Candidate | Entry | None) -> None:
    """Say which deploy or change finished last before the start."""
    if change is not None:
        text = _("the last change before the start: {time} “{text}”")
        complain(text.format(time=stored(change.at), text=one_line(change.text)[:80]))


def _evidence(file: str) -> Evidence:
    if file == "-":
        return opened_bytes(sys.stdin.buffer.read(LARGEST + 1), _("standard input"))
    return opened(Path(file).expanduser())


def _setting(arguments: argparse.Namespace, desk: Desk, zone: str) -> Setting:
    """Raises `Refused` where the day or the zone is none."""
    try:
        day = date.fromisoformat(arguments.date) if arguments.date else None
    except ValueError:
        raise Refused(Message("“{text}” is not a day: write it like 2026-11-22", text=arguments.date)) from None
    if arguments.zone:
        zone_of(arguments.zone)
    fold = _TWICE.index(arguments.twice) if arguments.twice else None
    return Setting(arguments.zone or zone, desk.now, day, arguments.minor, fold)


def _preview(found: Sequence[Proposal], zone: str, desk: Desk, *, json: bool) -> None:
    """What would come in: what was pinned first, then in order."""
    if json:
        desk.say(as_json([_document(one) for one in found]))
        return
    ordered = sorted(found, key=lambda one: not one.candidate.pinned)
    if ordered:
        rows = [[*_row(one, zone)] for one in ordered]
        desk.say(table([[_("Time"), "", _("What"), _("Who")], *rows], shrink=2))


def _row(one: Proposal, zone: str) -> Sequence[str]:
    candidate = one.candidate
    marks = []
    if one.known:
        marks.append(_("there already"))
    if candidate.pinned:
        marks.append(_("pinned"))
    if one.milestone:
        marks.append(_(MILESTONE_LABELS[one.milestone]) + "?")
    if one.suspect:
        marks.append(_("last change before the start"))
    at = formats.moment(in_zone(candidate.at, zone))
    return at, ", ".join(marks), one_line(candidate.text), candidate.author


def _document(one: Proposal) -> dict[str, object]:
    candidate = one.candidate
    return {
        "at": stored(candidate.at),
        "text": candidate.text,
        "author": candidate.author,
        "source": candidate.source,
        "origin": candidate.origin,
        "place": candidate.place,
        "milestone": one.milestone,
        "known": one.known,
        "pinned": candidate.pinned,
        "suspect": one.suspect,
    }


def _report(fresh: Sequence[Proposal], known: int, desk: Desk, arguments: argparse.Namespace) -> None:
    if arguments.json:
        desk.say(as_json([_document(one) for one in fresh]))
        return
    count = len(fresh)
    said = ngettext("{n} entry came in", "{n} entries came in", count).format(n=formats.number(count))
    if known:
        held = ngettext("{n} was there already", "{n} were there already", known).format(n=formats.number(known))
        said = f"{said}, {held}"
    desk.say(said)
    proposed = [one for one in fresh if one.milestone and not arguments.milestones]
    for one in proposed:
        label = _(MILESTONE_LABELS[one.milestone]) if one.milestone else ""
        complain(_("perhaps {milestone}: “{text}”").format(milestone=label, text=one_line(one.candidate.text)[:80]))


def _whole(evidence: Evidence, desk: Desk, *, dry: bool) -> int:
    """Keep a whole incident under its own ID; 1 where one of that ID is there, which stays as it is."""
    incident = read_incident(evidence.content, evidence.name)
    if any(path.stem == incident.id for path in desk.workspace.files()):
        complain(_("{id} is in the workspace already: nothing was written").format(id=incident.id))
        return 1
    if not dry:
        desk.say(desk.workspace.add(incident).stem)
        return 0
    count = len(incident.timeline.root)
    entries = ngettext("{n} entry", "{n} entries", count).format(n=formats.number(count))
    started = formats.zoned(in_zone(incident.summary.started_at, incident.summary.zone))
    desk.say(f"{incident.id}  {incident.summary.severity}  {started}  {incident.summary.title}  {entries}")
    return 0
