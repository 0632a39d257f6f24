"""Which table a record is of, by what is in it: for records whose table's name is damaged."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from data.tables import HISTORY, INCIDENT
from model.actions import Actions
from model.factors import Factors
from model.incident import SECTIONS
from model.notes import Notes
from model.record import Fields, Records
from model.recurrence import Recurrence
from model.timeline import Timeline
from model.went_well import WentWell
from model.whys import Whys

__all__ = ["TABLES", "home", "meant"]

TABLES = (INCIDENT, *SECTIONS, HISTORY)
"""Every table of ours, in order."""
_FIELDS = {word for word, kind in SECTIONS.items() if issubclass(kind, Fields)}
_LISTS = {word for word, kind in SECTIONS.items() if issubclass(kind, Records)}
_SHAPES: tuple[tuple[str, frozenset[str]], ...] = (
    (INCIDENT, frozenset({"schema", "created_at"})),
    (HISTORY, frozenset({"steps", "by"})),
    (Timeline.word, frozenset({"recorded_at"})),
    (Actions.word, frozenset({"created_at", "number"})),
    (Factors.word, frozenset({"score"})),
    (Recurrence.word, frozenset({"answer"})),
    (Notes.word, frozenset({"about"})),
    (Whys.word, frozenset({"evidence"})),
    (Whys.word, frozenset({"parent"})),
)
"""Names that are all in a record of that table, and in none of another."""


def home(table: str, record: Mapping[str, Any]) -> str:
    """The table of a record that stands in that one, or behind its damaged end; empty where nobody can tell."""
    if table in _FIELDS and record.get("id", table) == table:
        return table
    shapes = [place for place, names in _SHAPES if names <= record.keys()]
    if table in shapes:
        return table
    name = record.get("id")
    if isinstance(name, str) and name in _FIELDS:
        return name
    if shapes:
        return shapes[0]
    return WentWell.word if table not in _LISTS and "text" in record else table


def meant(name: str, missing: list[str]) -> str | None:
    """Which of the missing tables that name, with a letter or two damaged, was; none where it is another word."""
    return next(iter(get_close_matches(name, missing, n=1, cutoff=0.7)), None)
