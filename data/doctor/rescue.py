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
    found = Rescued()
    decode = decoder().raw_decode
    table, place, read = "", 0, 0
    while match := _NAME.search(text, place):
        name = match[1]
        try:
            value, end = decode(text, match.end())
        except RecursionError:
            place = _next_line(text, match.end())
            continue
        except ValueError:
            place = match.end() + 1
            if name in TABLES:
                _note(found, text, read, match.start())
                table, read = name, place
            continue
        rows = _rows(table, name, value)
        place = end if rows is not None else match.end() + 1
        if rows is None and name in TABLES:
            _note(found, text, read, match.start())
            table, read = name, place
        if rows is not None:
            _note(found, text, read, match.start())
            found.rows += rows
            read = end
            table = table if _NUMBER.fullmatch(name) else ""
    _note(found, text, read, len(text))
    return found


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


def _note(found: Rescued, text: str, start: int, end: int) -> None:
    piece = text[start:end].strip(_STRUCTURE)
    if piece:
        found.unread.append((text.count("\n", 0, text.index(piece, start)) + 1, piece))


def _next_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end
