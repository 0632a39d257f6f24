"""What a text must hold for a pattern to match at all: a look at three letters saves most of the searching."""

import re
from collections.abc import Iterable
from typing import Any

__all__ = ["grams", "needs"]

_LENGTH = 3
_Needs = frozenset[str] | None


def grams(text: str) -> frozenset[str]:
    """Every three letters that follow each other in the text."""
    small = text.lower()
    return frozenset(small[place : place + _LENGTH] for place in range(len(small) - _LENGTH + 1))


def needs(pattern: str) -> _Needs:
    """Three letters each, of which any text that the pattern matches holds at least one; none where that is not known.

    Python's own parser of patterns is asked, which is not promised to stay as it is: without it nothing is known.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]

        return _of_sequence(_parser.parse(pattern, re.IGNORECASE))
    except (ImportError, AttributeError, TypeError, ValueError):
        return None


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> _Needs:
    """Of parts that follow each other the best will do: that with the fewest alternatives."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in parts:
        if str(kind) == "LITERAL":
            run += chr(value).lower()
            continue
        _end(run, found)
        run = ""
        inner = _of_part(str(kind), value)
        if inner is not None:
            found.append(inner)
    _end(run, found)
    return min(found, key=len) if found else None


def _end(run: str, found: list[frozenset[str]]) -> None:
    if len(run) >= _LENGTH and run.isascii():
        found.append(frozenset({run[:_LENGTH]}))


def _of_part(kind: str, value: Any) -> _Needs:
    if kind == "SUBPATTERN":
        return _of_sequence(value[-1])
    if kind == "BRANCH":
        every = [_of_sequence(branch) for branch in value[1]]
        known = [one for one in every if one is not None]
        return frozenset().union(*known) if len(known) == len(every) else None
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] >= 1:
        return _of_sequence(value[2])
    return _of_sequence(value) if kind == "ATOMIC_GROUP" else None
