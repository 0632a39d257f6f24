"""Reading JSON without losing what stands there twice."""

import json
from typing import Any

__all__ = ["Twice", "decoder", "pairs_of"]

LONGEST_NUMBER = 4300
"""Digits of a whole number, at most, that Python reads; a longer one is taken for a text."""


class Twice(dict[str, Any]):
    """An object in which a name stands more than once; as a dictionary, it holds the last of each."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


def pairs_of(value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Every name with its value, also those that stand there twice."""
    return value.pairs if isinstance(value, Twice) else list(value.items())


def decoder() -> json.JSONDecoder:
    """A decoder that keeps what stands there twice, and as text what is no number."""
    return json.JSONDecoder(object_pairs_hook=_object, parse_constant=str, parse_int=_whole, parse_float=_broken)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else Twice(pairs)


def _whole(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _broken(digits: str) -> float | str:
    number = float(digits)
    return digits if number in {float("inf"), float("-inf")} else number
