"""Every text of an incident in the order in which pseudonyms are numbered, and the incident with other texts."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any, TypeVar

from pydantic import BaseModel

from model.actions import Actions
from model.factors import FACTOR_LABELS
from model.ids import CROCKFORD, INCIDENT_ID
from model.incident import SECTIONS, Incident
from model.record import Fields, Keyed, Records, Section
from model.recurrence import QUESTIONS
from model.summary import Summary
from model.timeline import Timeline
from model.todos import followed

__all__ = ["PEOPLE", "every", "rebuilt"]

PEOPLE = frozenset({"author", "owner", "person"})
"""Fields that name people and nothing else."""
_KEPT = frozenset({"id", "zone", "parent", "action", "currency", "todo"})
"""Texts that say nothing of anybody: ids, zones, codes."""
_ID = re.compile(rf"[{CROCKFORD}]{{16}}")
_NO_ID = "INC-00000000-0000"
M = TypeVar("M", bound=BaseModel)
Change = Callable[[str, str], str]
"""What a field of that name holds instead of that text."""


def every(incident: Incident) -> Iterator[tuple[str, str]]:
    """The texts with their fields: those of summary and cost, the records by their age, then factors and questions."""
    sections = [incident.section(word) for word in SECTIONS]
    aged = sorted(
        chain.from_iterable(section.root for section in sections if isinstance(section, Records)),
        key=lambda record: str(record.id),
    )
    named = (record for section in sections if isinstance(section, Keyed) for record in section.root.values())
    for holder in (*(section for section in sections if isinstance(section, Fields)), *aged, *named):
        for name, value in vars(holder).items():
            if type(value) is str and value and name not in _KEPT:
                yield name, value


def rebuilt(incident: Incident, change: Change) -> Incident:
    """The incident with its texts changed, and without fields that this version does not know.

    Ids that Bridgelog did not make could hold anything: then all are numbered anew, in their order.
    """
    ids = _ids(incident)
    sections: dict[str, Any] = {word: _section(incident.section(word), change, ids) for word in SECTIONS}
    _follow_todos(incident, sections)
    id = incident.id if INCIDENT_ID.fullmatch(incident.id) else _NO_ID
    return Incident.model_construct(id=id, created_at=incident.created_at, **sections)


def _follow_todos(incident: Incident, sections: dict[str, Any]) -> None:
    """Let what answers a TODO answer it in its other words; the sign of what it said would give that away."""
    signs = followed(incident.timeline.root, sections[Timeline.word].root)
    made = (one.model_copy(update={"todo": signs.get(one.todo, "")}) for one in sections[Actions.word].root)
    sections[Actions.word] = Actions.model_construct(root=tuple(made))
    ignored = tuple(signs[sign] for sign in incident.summary.ignored_sentences if sign in signs)
    sections[Summary.word] = sections[Summary.word].model_copy(update={"ignored_sentences": ignored})


def _ids(incident: Incident) -> dict[str, str]:
    """The records' ids, and what they become."""
    sections = (incident.section(word) for word in SECTIONS)
    found = sorted({record.id for section in sections if isinstance(section, Records) for record in section.root})
    if all(_ID.fullmatch(id) for id in found):
        return {id: id for id in found}
    return {id: f"{number:016d}" for number, id in enumerate(found, 1)}


def _section(section: Section, change: Change, ids: dict[str, str]) -> Section:
    if isinstance(section, Records):
        return section.model_construct(root=tuple(_record(record, change, ids) for record in section.root))
    if isinstance(section, Keyed):
        own = sorted(name for name in section.root if name not in section.fixed() and not _ID.fullmatch(name))
        names = {name: f"other-{number}" for number, name in enumerate(own, 1)}
        records = (_record(record, change, ids) for record in section.root.values())
        named = ((names.get(record.id, record.id), record) for record in records)
        return section.model_construct(root={name: record.model_copy(update={"id": name}) for name, record in named})
    assert isinstance(section, Fields)
    return _record(section, change, ids)


def _says_nothing(one: object) -> bool:
    """Whether it is an id or a dotted name of a record, or no text at all; other texts in lists are left out."""
    if not isinstance(one, str):
        return True
    name = one.removeprefix(f"{one.partition('.')[0]}.") if one.partition(".")[0] in SECTIONS else one
    return name in FACTOR_LABELS or name in QUESTIONS or _ID.fullmatch(name) is not None


def _record(record: M, change: Change, ids: dict[str, str]) -> M:
    values: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if type(value) is str and name not in _KEPT:
            value = change(name, value) if value else value
        elif name == "id":
            value = ids.get(value, value)
        elif name in ("parent", "action"):
            value = ids.get(value) if value else None
        elif name == "ignored_sentences":
            value = ()  # signs of sentences as they were
        elif isinstance(value, tuple):
            value = tuple(one for one in (ids.get(one, one) for one in value) if _says_nothing(one))
        values[name] = value
    return type(record).model_construct(**values)
