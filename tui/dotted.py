"""The dotted names of fields, such as `summary.users_affected`, `factors.testing` and `recurrence.tests.note`."""

from dataclasses import dataclass
from difflib import get_close_matches

from model.cost import Cost
from model.factors import Factors
from model.field import Field, Kind
from model.incident import Incident
from model.message import Message, Refused
from model.recurrence import ANSWER_LABELS, Recurrence
from model.summary import Summary

__all__ = ["Target", "fields_of", "target"]

_NOTE = Field("note", "", Kind.TEXT)
_PARTS = {
    Factors.word: {
        "": Field("score", "", Kind.COUNT),
        ".note": _NOTE,
        ".sensible": Field("sensible", "", Kind.TEXT),
    },
    Recurrence.word: {
        "": Field("answer", "", Kind.CHOICE, choices=ANSWER_LABELS),
        ".note": _NOTE,
        ".rfc": Field("rfc", "", Kind.TEXT),
    },
}
"""What follows the name of a record, in the sections whose records have names."""


@dataclass(frozen=True, slots=True)
class Target:
    """The field that a dotted name stands for."""

    section: str
    record: str
    field: Field


def target(incident: Incident, name: str) -> Target:
    """The field of that name.

    Raises `Refused` where there is none, with the names that are most like it.
    """
    known = _targets(incident)
    if name in known:
        return known[name]
    alike = get_close_matches(name, known, n=3, cutoff=0.6) or [
        other for other in known if other.startswith(f"{name.partition('.')[0]}.")
    ]
    if alike:
        raise Refused(Message("no field is called that; there is {names}", names=", ".join(alike)))
    raise Refused(
        Message("no field is called that: its name begins with that of its section (bridgelog records lists all names)")
    )


def fields_of(section: str) -> list[str]:
    """The names of the fields of a section that is one record, in their order."""
    return [field.name for form in (Summary, Cost) if form.word == section for field in form.FIELDS]


def _targets(incident: Incident) -> dict[str, Target]:
    known = {
        f"{form.word}.{field.name}": Target(form.word, form.word, field)
        for form in (Summary, Cost)
        for field in form.FIELDS
    }
    for section, parts in _PARTS.items():
        for record in incident.section(section).documents():
            known.update({f"{section}.{record}{part}": Target(section, record, field) for part, field in parts.items()})
    return known
