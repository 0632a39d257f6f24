"""Ranges as people type them: `100..300`, `100-300`, `100 to 300`, with the likely number between if they know it."""

import re
from collections.abc import Callable
from decimal import Decimal

from model.message import Message, Refused
from model.money import Quantity

__all__ = ["read_quantity", "read_share"]

_TO = re.compile(r"\s*(?:\.\.+|[…–—]|\s/\s|\s-\s|(?<=[\d%])-(?=\d)|\bto\b)\s*")
"""Between the ends. A `/` without blanks could part a fraction, and a `-` before a blank could be a minus."""
_TWO_NUMBERS = re.compile(r"\d\s*[^\d\s.,'’٫٬]+\s*\d")
_MOST_NUMBERS = 3


def read_quantity(typed: str, read: Callable[[str], Decimal], *, ranged: bool = True) -> Quantity:
    """One number, or the least, the likely one and the most; of two, the likely one lies in the middle.

    Raises `Refused` where it is neither, or a range is not taken.
    """
    parts = _TO.split(typed.strip())
    if len(parts) == 1:
        return Quantity(amount=_one(typed, read, ranged=ranged))
    if not ranged and all(parts):
        raise Refused(Message("one number is needed here, not a range"))
    numbers = [_one(part, read, ranged=ranged) for part in parts]
    if len(numbers) > _MOST_NUMBERS:
        raise Refused(Message("a range has two or three amounts: the least, the likely one, the most"))
    low, high = numbers[0], numbers[-1]
    likely = numbers[1] if len(numbers) == _MOST_NUMBERS else (low + high) / 2
    if not low <= likely <= high:
        raise Refused(Message("a range goes up: the least, the likely amount, the most"))
    return Quantity(amount=likely, low=low, high=high)


def _one(typed: str, read: Callable[[str], Decimal], *, ranged: bool) -> Decimal:
    try:
        return read(typed)
    except Refused:
        if ranged and _TWO_NUMBERS.search(typed):
            text = Message("“{text}” is neither a number nor a range: write a range as 100..300", text=typed[:40])
            raise Refused(text) from None
        raise


def read_share(typed: str, read: Callable[[str], Decimal]) -> Quantity:
    """The same for shares: one sign of per cent at the end counts for all numbers.

    Raises `Refused` as `read_quantity` does, and where only some of them have the sign.
    """
    bare = typed.strip()
    signs, parts = bare.count("%"), len(_TO.split(bare))
    for_all = bare.endswith("%") and signs == 1
    if not for_all and 0 < signs < parts:
        raise Refused(Message("write “%” once at the end, or behind each number"))

    def one(part: str) -> Decimal:
        return read(part.strip().removesuffix("%")) / 100 if signs else read(part)

    return read_quantity(bare, one)
