"""The names of records on the command line: `actions.2`, `whys.3.text`, `timeline.5.milestone`.

A record is named by its section and its number: that of an action as people call it, of all others their place, counted
from 1. Its id, as the file has it, will do as well.
"""

from dataclasses import dataclass

from model.actions import Action
from model.incident import SECTIONS, Incident
from model.message import Message, Refused
from model.record import Record, Records

__all__ = ["Named", "field_name", "is_record_name", "name_of", "named", "numbers"]


@dataclass(frozen=True, slots=True)
class Named:
    """A record of a list, and one of its fields where one is named."""

    section: str
    record: str
    field: str = ""


def is_record_name(name: str) -> bool:
    """Whether the name begins with the word of a section that is a list."""
    return issubclass(SECTIONS.get(_section(name), object), Records)


def _section(name: str) -> str:
    return name.partition(".")[0].strip().replace("-", "_")


def named(incident: Incident, name: str) -> Named:
    """The record, or its field, of that name.

    Raises `Refused` where there is none.
    """
    _word, _dot, rest = name.partition(".")
    which, _dot, field = rest.partition(".")
    if is_record_name(name):
        section = _section(name)
        for record, number in numbers(incident, section).items():
            if which.strip() in (str(number), record):
                return Named(section, record, field.strip())
    raise Refused(
        Message("there is no {name}: bridgelog records {id} lists what there is", name=name[:40], id=incident.id)
    )


def numbers(incident: Incident, section: str) -> dict[str, int]:
    """The number of each record of a list by its id, in order; of two actions with one number the later has none."""
    found = incident.section(section)
    assert isinstance(found, Records)
    records: tuple[Record, ...] = found.root
    numbered: dict[int, str] = {}
    for place, record in enumerate(records, 1):
        numbered.setdefault(record.number if isinstance(record, Action) else place, record.id)
    return {record: number for number, record in numbered.items()}


def field_name(incident: Incident, section: str, record: str | None, field: str | None) -> str:
    """What `set` knows the field by; the record's name where no field is named."""
    name = name_of(incident, section, record or "")
    return name if field in (None, "", "score", "answer") else f"{name}.{field}"


def name_of(incident: Incident, section: str, record: str) -> str:
    """What the record is called; the section's word alone where the section is one record."""
    found = incident.section(section)
    if record and isinstance(found, Records):
        return f"{section}.{numbers(incident, section).get(record, record)}"
    return section if record in ("", section) else f"{section}.{record}"
