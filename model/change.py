"""One undoable change: a name, and the fields of records before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from model.incident import Incident
from model.message import Message
from model.record import Document, Records, Section, merged

__all__ = ["MANY", "Change", "Step", "applied", "create", "edit", "outdated", "remove"]


MANY = 16
"""Steps of one section from which it is quicker to make the section anew."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one record.

    Of an edit both sides hold only the fields that differ, with `None` for a field that is empty;
    a missing side means that the record does not exist there.
    """

    section: str
    record: str
    before: Document | None
    after: Document | None

    def inverse(self) -> "Step":
        """The step that takes this one back."""
        return Step(self.section, self.record, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Steps that belong together, under the name that undo shows."""

    name: Message
    steps: tuple[Step, ...]

    def inverse(self) -> "Change":
        """The change that takes this one back, under the same name."""
        return Change(self.name, tuple(step.inverse() for step in reversed(self.steps)))

    @property
    def sections(self) -> frozenset[str]:
        """The words of the sections that it touches."""
        return frozenset(step.section for step in self.steps)


def create(section: str, record: str, values: Document) -> Step:
    """A new record."""
    return Step(section, record, before=None, after={"id": record, **values})


def remove(incident: Incident, section: str, record: str) -> Step:
    """A record taken away."""
    return Step(section, record, before=incident.section(section).document(record), after=None)


def edit(incident: Incident, section: str, record: str, values: Document) -> Step | None:
    """Fields of a record set to other values; none where all of them have that value already.

    Raises `Refused` or pydantic's `ValidationError` where the record would not be right.
    """
    current = incident.section(section)
    known = current.document(record)
    new = current.patched(record, values).document(record) or {}
    if known is None:
        return Step(section, record, before=None, after=new)
    old = known
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    if not names:
        return None
    return Step(section, record, _only(old, names), _only(new, names))


def _only(document: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: document.get(name) for name in names}


def applied(incident: Incident, steps: Iterable[Step]) -> Incident:
    """The incident after those steps.

    Raises `Refused` or pydantic's `ValidationError` where it would not be right.
    """
    sections: dict[str, Any] = {}
    for word, group in groupby(steps, key=lambda step: step.section):
        section, together = sections.get(word) or incident.section(word), tuple(group)
        if isinstance(section, Records) and len(together) >= MANY:
            section = section.with_all((step.record, step.after) for step in together)
        else:
            for step in together:
                section = _after(section, step)
        sections[word] = section
    return incident.with_sections(sections)


def _after(section: Section, step: Step) -> Section:
    if step.before is None and step.after is not None and isinstance(section, Records):
        return section.with_new(step.after)
    return section.patched(step.record, step.after)


def outdated(incident: Incident, steps: Iterable[Step]) -> Step | None:
    """The first step that does not find its record as it was when the step was thought of, if there is one.

    Of an edit only its own fields count.
    """
    steps = tuple(steps)
    known: dict[str, dict[str, dict[str, Any]]] = {}
    seen: set[tuple[str, str]] = set()
    for step in steps:
        record, section = (step.section, step.record), incident.section(step.section)
        if record in seen:
            continue
        seen.add(record)
        if len(steps) < MANY:
            there = section.document(step.record)
        else:  # looking for each of many would take the square of their number
            known[step.section] = known.get(step.section) or section.documents()
            there = known[step.section].get(step.record)
        if not _as_expected(section, step, there):
            return step
    return None


def _as_expected(section: Section, step: Step, known: Document | None) -> bool:
    if step.before is None or known is None:
        return step.before is None and known is None
    if step.after is None:
        spelled = merged(step.before, {})
        return known == spelled or known == type(section).of([spelled]).document(step.record)
    return all(known.get(name) == value for name, value in step.before.items())
