"""The numbers that TinyDB knows the records of a table by."""

from typing import Any

__all__ = ["MOST_DIGITS", "next_number"]

MOST_DIGITS = 19
"""A record's number with as many is not counted on from: no program has got there by counting."""


def next_number(table: dict[str, Any]) -> str:
    """The number for one more record."""
    last = next(reversed(table), "0")
    following = str(int(last) + 1) if _counts(last) else ""
    if following and following not in table:
        return following
    return str(max((int(number) for number in table if _counts(number)), default=0) + 1)


def _counts(number: str) -> bool:
    return number.isdecimal() and len(number) < MOST_DIGITS
