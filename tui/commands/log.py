"""`bridgelog log`: who changed what, and when, oldest first."""

import argparse
from itertools import pairwise
from typing import Any

from data import formats
from data.history import Line, history
from data.history_words import Wording
from data.language import _
from model.instant import stored
from tui.desk import Desk, as_json, is_plain, table

__all__ = ["configure", "run"]

_LONGEST = 40


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the history."""
    path = desk.workspace.find(arguments.id)
    incident = desk.workspace.open(path).incident
    words, lines = Wording(incident), history(path)
    if arguments.json:
        desk.say(as_json([_json(line) for line in lines]))
    elif lines:
        head = [f"{_('when')} ({incident.summary.zone})", _("who"), _("change"), _("where"), _("before"), _("after")]
        desk.say(table([_row(line, before, words) for before, line in pairwise((None, *lines)) if line], head=head))
    return 0


def _row(line: Line, previous: Line | None, words: Wording) -> list[str]:
    at = words.at(line)
    again = not is_plain() and previous is not None and previous.change is line.change
    first = ("", "", "") if again else (f"{formats.day(at.date())} {at:%H:%M:%S}", line.change.by, words.name(line))
    return [*first, words.where(line), _short(words.before(line)), _short(words.after(line))]


def _short(text: str) -> str:
    return text if is_plain() or len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _json(line: Line) -> dict[str, Any]:
    return {
        "id": line.change.id,
        "at": stored(line.change.at),
        "by": line.change.by,
        "name": line.change.name,
        "undoes": line.change.undoes or None,
        "redoes": line.change.redoes or None,
        "section": line.section,
        "record": line.record,
        "field": line.field or None,
        "before": line.before,
        "after": line.after,
    }
