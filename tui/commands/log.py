"""`bridgelog log`: who changed what, and when, oldest first."""

import argparse
import json
from itertools import pairwise
from typing import Any

from data import formats
from data.history import Line, history
from data.language import _
from model.incident import SECTIONS
from model.instant import in_zone, stored
from model.record import Keyed
from tui.desk import Desk, as_json, table

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the history."""
    path = desk.workspace.find(arguments.id)
    zone = desk.workspace.open(path).incident.summary.zone
    lines = history(path)
    if arguments.json:
        desk.say(as_json([_json(line) for line in lines]))
    elif lines:
        head = [_("when"), _("who"), _("change"), _("where"), _("before"), _("after")]
        desk.say(table([head, *(_row(line, before, zone) for before, line in pairwise((None, *lines)) if line)]))
    return 0


def _row(line: Line, previous: Line | None, zone: str) -> list[str]:
    at = in_zone(line.at, zone)
    again = previous is not None and (previous.at, previous.by, previous.name) == (line.at, line.by, line.name)
    kind = SECTIONS.get(line.section)
    record = line.record if kind and issubclass(kind, Keyed) else ""
    return [
        *(("", "", "") if again and line.field else (f"{formats.day(at.date())} {at:%H:%M:%S}", line.by, line.name)),
        ".".join(part for part in (line.section, record, line.field) if part),
        _short(line.before),
        _short(line.after),
    ]


def _short(value: Any) -> str:
    text = "–" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _json(line: Line) -> dict[str, Any]:
    return {
        "at": stored(line.at),
        "by": line.by,
        "name": line.name,
        "section": line.section,
        "record": line.record,
        "field": line.field or None,
        "before": line.before,
        "after": line.after,
    }
