"""Every text in a record, in whatever field it stands, also in those that this version does not know."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from pydantic import BaseModel

from model.money import Money, Quantity
from model.record import Fields, Keyed, Records, Section

__all__ = ["records", "strings"]

_PLAIN = (date, Enum, int, Decimal, Money, Quantity)
"""What holds no text of anybody's."""


def records(section: Section) -> Iterable[tuple[str, BaseModel]]:
    """The records of a section by their ids."""
    if isinstance(section, Fields):
        return [(section.word, section)]
    if isinstance(section, Records):
        return [(record.id, record) for record in section.root]
    return section.root.items() if isinstance(section, Keyed) else ()


def strings(record: BaseModel) -> Iterator[str]:
    """Each text in the record; its id and what was chosen from a list are none."""
    for name, value in vars(record).items():
        if type(value) is str:
            if value and name != "id":
                yield value
        elif value is not None and not isinstance(value, _PLAIN):
            yield from _within(value)
    if record.model_extra:
        yield from _within(record.model_extra)


def _within(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _within(name)
            yield from _within(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _within(inner)
