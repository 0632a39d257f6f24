"""Cutting a text into sentences, so that what was looked at once need not be looked at again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Sentence", "sentences"]

LONGEST = 600
"""A longer run of words without an end is cut, so that no pattern meets more."""

_END = re.compile(r"(?<=[.!?…])[\"”’')\]]{0,3}\s+|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands in its text."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + self.length


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of the text, without the blanks around them."""
    start = 0
    for end in _END.finditer(text):
        yield from _pieces(text, start, end.start())
        start = end.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for begin in range(start, end, LONGEST):
        yield Sentence(begin, min(LONGEST, end - begin))
