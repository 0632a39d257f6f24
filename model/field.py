"""The fields that a person fills in: their names, their labels, and what kind of value each takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

__all__ = ["Field", "Kind"]


class Kind(StrEnum):
    """What kind of value a field takes, which decides how typed text is read and how the value is shown."""

    TEXT = "text"
    CHOICE = "choice"
    WHEN = "when"
    ZONE = "zone"
    COUNT = "count"
    AMOUNT = "amount"
    DECIMAL = "decimal"
    SHARE = "share"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a section, as forms, `bridgelog set` and documents know it."""

    name: str
    """Its name in the section's type; `section.name` on the command line."""
    label: str
    """Its label, marked for translation."""
    kind: Kind
    hint: str = ""
    """What to enter, marked for translation."""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The values to choose from, with their labels marked for translation."""
    required: bool = False
    """Whether it can never be empty."""
    ranged: bool = False
    """Whether a number may be a range; an amount always may."""
