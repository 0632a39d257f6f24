"""Numbers that two countries read in two ways: “1.234” groups the thousands in one, and has decimals in the other."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto

from data import formats

__all__ = ["ALIKE", "Plausible", "Way", "is_doubtful", "spelled_apart"]

ALIKE = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " ", "’": "'"})
"""Signs that are typed for one another."""
_DOUBTFUL = re.compile(r"(?<!\d)(?<!\d[.,' ])([1-9]\d{0,2})([.,])(\d{3})(?!\d|[.,' ]\d)")
"""One separator, and exactly three digits behind it; of “0.125” there is only one reading."""
_GROUP = 3


class Way(Enum):
    """How the one separator is read."""

    GROUPED = auto()
    """It parts the thousands."""
    DECIMAL = auto()
    """Behind it are decimals."""


@dataclass(frozen=True, slots=True)
class Plausible:
    """What values a kind of field takes."""

    decimals: int
    """How many decimals are usual."""
    thousands: bool = True
    """Whether it can have thousands."""
    rounded: bool = False
    """Whether more decimals than the usual ones mean nothing, as in most currencies."""

    def takes(self, way: Way) -> bool:
        """Whether three digits read in that way are a usual value."""
        return self.thousands if way is Way.GROUPED else self.decimals >= _GROUP

    def allows(self, way: Way) -> bool:
        """Whether they can be a value at all."""
        return self.thousands if way is Way.GROUPED else self.decimals > 0


def is_doubtful(typed: str, plausible: Plausible, *, plain: bool) -> bool:
    """Whether a number in the text could well mean another than the one that it is in the reader's way of writing.

    With `plain`, the way of writing is that of scripts, with a point and without groups.
    """
    return any(
        not here or not plausible.takes(here) or plausible.takes(_other(here)) for here in _ways_here(typed, plain)
    )


def spelled_apart(typed: str, way: Way, plausible: Plausible, *, plain: bool) -> str:
    """The text with its doubtful numbers written so that they can only be read in that way."""

    def spell(match: re.Match[str]) -> str:
        whole, _separator, behind = match.groups()
        if way is Way.GROUPED:
            return whole + behind
        number = Decimal(f"{whole}.{behind}")
        if plausible.rounded and plausible.decimals < _GROUP:
            number = number.quantize(Decimal(1).scaleb(-plausible.decimals), ROUND_HALF_UP)
        else:
            number = Decimal(f"{number}0")
        return f"{number:f}" if plain else formats.typed_number(number)

    return _DOUBTFUL.sub(spell, _even(typed))


def _ways_here(typed: str, plain: bool) -> Iterator[Way | None]:
    """How each doubtful number is read here; nothing where it is not one here."""
    for match in _DOUBTFUL.finditer(_even(typed)):
        group, decimal = ("", ".") if plain else formats.separators()
        yield {decimal: Way.DECIMAL, group: Way.GROUPED}.get(match[2])


def _other(way: Way) -> Way:
    return Way.GROUPED if way is Way.DECIMAL else Way.DECIMAL


def _even(typed: str) -> str:
    return unicodedata.normalize("NFKC", typed).translate(ALIKE)
