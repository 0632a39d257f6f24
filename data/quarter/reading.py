"""Reading what the review needs of one incident's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from data.incident_file import GROWS, IncidentFile, Tables
from data.migrations import migrated
from data.tables import INCIDENT, incident_of
from model.actions import Actions
from model.cost import Cost
from model.factors import Factors
from model.review import Facts, facts_of
from model.review.repeats import Ruling
from model.summary import Summary
from model.whys import Whys

__all__ = ["Known", "known_of", "packed", "read", "unpacked"]

_NEEDED = (INCIDENT, Summary.word, Whys.word, Factors.word, Actions.word, Cost.word)
"""The tables that the facts are in, besides the milestones in the timeline."""


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
    tables = IncidentFile(path).read()
    return None if tables is None else known_of(tables, path)


def known_of(tables: Tables, path: Path) -> Known:
    """What is known of the incident that the tables hold.

    What the review does not need is not looked at: it takes most of the time, and is for `doctor` to find.
    Raises `Trouble` where the rest is not right.
    """
    tables = migrated(tables, path)
    needed = {word: tables[word] for word in _NEEDED if word in tables}
    if GROWS in tables:
        needed[GROWS] = {number: row for number, row in tables[GROWS].items() if row.get("milestone") is not None}
    incident = incident_of(needed, path)
    return Known(facts_of(incident), incident.summary.repeats, incident.summary.no_repeats)


@cache
def _form() -> TypeAdapter[Known]:
    return TypeAdapter(Known)


def packed(known: Known) -> bytes | None:
    """The same as bytes; none where it holds what JSON cannot."""
    try:
        return _form().dump_json(known)
    except ValueError:
        return None


def unpacked(content: bytes) -> Known | None:
    """What the bytes hold; none where they are not what `packed` makes."""
    try:
        return _form().validate_json(content)
    except ValueError:
        return None
