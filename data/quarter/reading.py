"""Reading what the review needs of one incident's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from data.incident_file import GROWS, IncidentFile, Tables
from data.layout import end_of
from data.migrations import migrated
from data.tables import INCIDENT, incident_of
from model.actions import Actions
from model.cost import Cost
from model.factors import Factors
from model.notes import Notes
from model.review import Facts, facts_of
from model.review.repeats import Ruling
from model.summary import Summary
from model.whys import Whys

__all__ = ["Known", "known_of", "read"]

_NEEDED = (INCIDENT, Summary.word, Whys.word, Factors.word, Actions.word, Cost.word, GROWS)
"""The tables that the facts are in."""
_OF_MILESTONES = ("id", "at", "recorded_at", "text", "milestone")
"""What of an entry they hang on; of the timeline, the milestones alone."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the review knows of one incident."""

    facts: Facts
    repeats: tuple[str, ...] = ()
    """Ids of earlier incidents that somebody confirmed it to repeat."""
    no_repeats: tuple[str, ...] = ()
    """Ids of those that it does not repeat, as somebody said."""

    @property
    def rulings(self) -> Mapping[tuple[str, str], Ruling]:
        """What people said, by the ids of the later and the earlier incident."""
        rejected = {(self.facts.id, other): Ruling.REJECTED for other in self.no_repeats}
        confirmed = {(self.facts.id, other): Ruling.CONFIRMED for other in self.repeats}
        return MappingProxyType({**rejected, **confirmed})


def read(path: Path) -> Known | None:
    """What is known of the incident in that file; nothing where the file is not there any more.

    Raises `Trouble` where it cannot be read.
    """
    tables = _as_written(path) or IncidentFile(path).read()
    return None if tables is None else known_of(tables, path)


def _as_written(path: Path) -> Tables | None:
    """The tables of a file that is as this program writes it; nothing of any other, which takes a closer look."""
    from orjson import loads

    try:
        with path.open("rb", buffering=0) as file:
            content = file.read()
        tables = loads(content) if end_of(content) is not None else None
    except (OSError, ValueError):
        return None
    return tables if isinstance(tables, dict) and all(_is_table(tables.get(word)) for word in _NEEDED) else None


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(row, dict) for row in table.values())


def known_of(tables: Tables, path: Path) -> Known:
    """What is known of the incident that the tables hold.

    What the review does not need is not looked at: it takes most of the time, and is for `doctor` to find.
    Raises `Trouble` where the rest is not right.
    """
    tables = migrated(tables, path)
    needed = {word: tables[word] for word in (*_NEEDED, Notes.word) if word in tables}
    if GROWS in needed:
        counting = {number: row for number, row in needed[GROWS].items() if row.get("milestone") is not None}
        needed[GROWS] = {number: _fields(row) for number, row in counting.items()}
    incident = incident_of(needed, path)
    return Known(facts_of(incident), incident.summary.repeats, incident.summary.no_repeats)


def _fields(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: entry[name] for name in _OF_MILESTONES if name in entry}
