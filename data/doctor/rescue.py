"""Finding the whole records in bytes that are no JSON any more.

The first name whose object can be read is a table or a record; one that cannot be is a table that holds the damage, and
is entered, or the damage itself, and is passed over. Quotation marks inside of a text are escaped in JSON, so that a
text is not taken for a record.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from data.doctor.decoding import decoder, pairs_of
from data.doctor.shapes import TABLES, home

__all__ = ["Rescued", "Row", "is_tangled", "rescued"]

Row = tuple[str, str, Any]
"""A table (empty where its name is lost), a number, and what stands under it."""
_NAME = re.compile(r'(?<!\\)"((?:[^"\\\n]|\\.){0,200})"\s*:\s*(?=\{)')
_NUMBER = re.compile(r"-?\d+")
WINDOW = 1 << 16
"""Characters that are kept behind."""
_STRUCTURE = " \t\r\n\0{},:"


@dataclass(slots=True)
class Rescued:
    """What could be read, and what could not."""

    rows: list[Row] = field(default_factory=list)
    """In the file's order."""
    unread: list[tuple[int, str]] = field(default_factory=list)
    """Lines, and the texts from there of which nothing can be made."""


def rescued(text: str) -> Rescued:
    """Every record in the text that is whole."""
    scan = _Scan(text)
    while scan.step():
        pass
    scan.note(len(text))
    return scan.found


class _Scan:
    """One way through the text.

    What lies behind is cut off now and then: to say where an error is, the decoder counts the lines before it.
    """

    def __init__(self, text: str) -> None:
        self.found = Rescued()
        self._text, self._rest, self._start = text, text, 0
        self._window = WINDOW + len(text) // 64
        self._place = self._read = self._counted = 0
        self._line = 1
        self._table = ""
        self._decode = decoder().raw_decode

    def step(self) -> bool:
        """Go on to the next name; false where there is none."""
        if self._place - self._start > self._window:
            self._start, self._rest = self._place, self._text[self._place :]
        match = _NAME.search(self._rest, self._place - self._start)
        if match is None:
            return False
        name, begin, inside = match[1], match.start() + self._start, match.end() + self._start + 1
        self._place = inside
        try:
            value, end = self._decode(self._rest, match.end())
        except RecursionError:
            self._place = _next_line(self._text, inside)
            return True
        except ValueError:
            value, end = None, 0
        rows = None if value is None else _rows(self._table, name, value)
        if rows is not None:
            self.note(begin)
            self.found.rows += rows
            self._place = self._read = end + self._start
            self._table = self._table if _NUMBER.fullmatch(name) else ""
        elif name in TABLES:
            self.note(begin)
            self._table, self._read = name, inside
        return True

    def note(self, end: int) -> None:
        """Keep what was passed over up to there, if it is more than commas and braces."""
        piece = self._text[self._read : end].strip(_STRUCTURE)
        if piece:
            place = self._text.index(piece, self._read)
            self._line += self._text.count("\n", self._counted, place)
            self._counted = place
            self.found.unread.append((self._line, piece))


def is_tangled(table: dict[str, Any]) -> bool:
    """Whether records or tables lie in records, where braces between them were lost."""
    return any(name in TABLES or (isinstance(row, dict) and _holds_records(row)) for name, row in table.items())


def _holds_records(value: dict[str, Any]) -> bool:
    return any(
        isinstance(inner, dict) and ((_NUMBER.fullmatch(name) and "id" in inner) or _is_table(inner))
        for name, inner in value.items()
    )


def _is_table(value: dict[str, Any]) -> bool:
    return bool(value) and all(
        _NUMBER.fullmatch(number) and isinstance(record, dict) and "id" in record for number, record in value.items()
    )


def _rows(table: str, name: str, value: dict[str, Any]) -> list[Row] | None:
    """What an object of that name in that table is: one record, a table with its records, or nothing of ours."""
    if _NUMBER.fullmatch(name):
        return [(table, name, value)] if home(table, value) and not _holds_records(value) else None
    if (name in TABLES or _is_table(value)) and not is_tangled(value):
        return [(name, number, record) for number, record in pairs_of(value)]
    return None


def _next_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
