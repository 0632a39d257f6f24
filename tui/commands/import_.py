"""`bridgelog import`: a whole incident, from exported JSON or another workspace's file."""

import argparse
import sys
from pathlib import Path

from data import formats
from data.importers.bridgelog import LARGEST, read_incident
from data.language import _, ngettext
from data.trouble import Trouble
from model.instant import in_zone
from model.message import Message
from tui.desk import Desk, complain

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("file", metavar="FILE", help=_("a file; - is standard input"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would come in"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Read the incident and keep it under its own ID; 1 where one of that ID is there, which stays as it is."""
    if arguments.file == "-":
        content, name = sys.stdin.buffer.read(LARGEST + 1), _("standard input")
    else:
        content, name = _read(Path(arguments.file).expanduser()), arguments.file
    incident = read_incident(content, name)
    if any(path.stem == incident.id for path in desk.workspace.files()):
        complain(_("{id} is in the workspace already: nothing was written").format(id=incident.id))
        return 1
    if not arguments.dry_run:
        desk.say(desk.workspace.add(incident).stem)
        return 0
    count = len(incident.timeline.root)
    entries = ngettext("{n} entry", "{n} entries", count).format(n=formats.number(count))
    started = formats.moment(in_zone(incident.summary.started_at, incident.summary.zone))
    desk.say(f"{incident.id}  {incident.summary.severity}  {started}  {incident.summary.title}  {entries}")
    return 0


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)  # more is refused, and need not be read
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(path), reason=reason)) from error
