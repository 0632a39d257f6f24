"""How an incident's tables stand in its file: TinyDB's JSON, one record a line, open at its end.

The last table is the one that grows while an incident is live. Its last line carries a seal, and behind the closing
braces stand blanks that were laid down in advance. So one write in place, over the braces, adds a record: the
record, its seal and new braces. JSON allows white space there, and readers do not see it.

The seal is the CRC-32 of the line in blanks and tabs. A record whose write was cut short has none that is right, and
is left out with what follows it: none of them was acknowledged.
"""

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias
from zlib import crc32

from data.trouble import BrokenFile
from model.message import N_, Message

__all__ = [
    "CLOSING",
    "RESERVE",
    "Tables",
    "added",
    "end_of",
    "is_deeper",
    "laid_out",
    "parse",
    "parse_json",
    "recovered",
    "sealed_end",
]

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""What TinyDB keeps: tables by name, each with its records by their number."""

CLOSING = b"\n}\n}\n"
"""What ends every file, before the blanks."""
RESERVE = 16 * 1024
"""Bytes of blanks laid down for the records to come, at least; on a full disk they still take them."""
SEAL = 32
"""Bytes of a seal: one for each bit."""

SECTOR = 512
"""The smallest part of a write that a disk keeps or loses as a whole."""

DEEPEST = 64
"""How many levels of values may lie in each other."""

_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_NO_INCIDENT = N_("{file} is not an incident file: it is left as it is, bridgelog doctor says more")
_SPELLED = bytes.maketrans(b"01", b" \t")
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def laid_out(tables: Mapping[str, Mapping[str, Any]], grows: str) -> bytes:
    """The tables as the bytes of a file, the growing one last.

    A comma stands in front of its record, so that a new record changes no other line.
    """
    names = [name for name in tables if name != grows] + [grows]
    blocks = [_block(name, tables.get(name, {})) for name in names]
    content = b"{\n" + b"\n}\n,".join(blocks)
    content += _seal(_last_line(content))
    return content + CLOSING + b" " * _reserve(len(content))


def _reserve(size: int) -> int:
    """Bytes of blanks for a content of that size: the longer it takes to lay it out anew, the rarer it is to be."""
    return RESERVE * (1 + size // (4 * RESERVE))


def _block(name: str, records: Mapping[str, Any]) -> bytes:
    rows = b"\n,".join(_row(number, record) for number, record in records.items())
    return _text(name) + b": {" + (b"\n" + rows if rows else b"")


def added(number: str, record: Mapping[str, Any], *, first: bool) -> bytes:
    """What is written over the closing braces to add a record."""
    line = (b"" if first else b",") + _row(number, record)
    return b"\n" + line + _seal(line) + CLOSING


def recovered(content: bytes, path: Path) -> tuple[Tables, bool]:
    """The tables of a file, and whether records whose write was cut short were left out of them.

    A line without its seal is a torn write where the content is no JSON, or a sector is missing in it. Else somebody
    has changed it with another program, and it stays. Raises `BrokenFile` as `parse` does.
    """
    end = sealed_end(content)
    torn = end is not None and not _is_closed(content, end)
    try:
        tables = parse(content, path)
        if not torn or b" " * SECTOR not in content[end:].rstrip(b" "):
            return tables, False
    except BrokenFile:
        if not torn:
            raise
    return parse(content[:end] + CLOSING, path), True


def end_of(content: bytes) -> int | None:
    """Where the next record is to be written; none where the file has no seal to write behind."""
    end = sealed_end(content)
    return end if end is not None and _is_closed(content, end) else None


def _is_closed(content: bytes, end: int) -> bool:
    """Whether nothing but the closing braces and blanks stands there: compared as a whole, for stripping is slow."""
    return content[end:] == CLOSING + b" " * (len(content) - end - len(CLOSING))


def sealed_end(content: bytes) -> int | None:
    """Where the records end that are whole; none in a file that was laid out by another program.

    A file is laid out and synced before it gets its name, and keeps its size: so its size says where what was added in
    place begins, and every line from there on has a seal.
    """
    room = len(content) - len(CLOSING)
    stop = room - RESERVE
    while stop > 0 and stop + _reserve(stop) > room:
        stop -= RESERVE
    start = content.rfind(b"\n", 0, max(stop, 0))
    end = None
    while 0 <= start < stop and _is_sealed(content[start + 1 : stop]):
        start, end = stop, stop
        stop = content.find(b"\n", start + 1)
    return end


def _is_sealed(line: bytes) -> bool:
    return len(line) > SEAL and line[-SEAL:] == _seal(line[:-SEAL])


def _seal(line: bytes) -> bytes:
    return f"{crc32(line):032b}".encode().translate(_SPELLED)


def _last_line(body: bytes) -> bytes:
    return body[body.rfind(b"\n") + 1 :]


def _row(number: str, record: Mapping[str, Any]) -> bytes:
    return _text(str(number)) + b": " + _text(record)


def _text(value: object) -> bytes:
    try:
        return _encoded(value).encode()
    except UnicodeEncodeError:  # half a character in a text of another program
        return json.dumps(value).encode()


def parse(content: bytes, path: Path) -> Tables:
    """The tables that the bytes of a file hold.

    Raises `BrokenFile` where they are not the JSON of a TinyDB.
    """
    tables = parse_json(content, path)
    if not _is_tables(tables):
        raise BrokenFile(Message(_NO_INCIDENT, file=str(path)))
    return tables  # type: ignore[no-any-return]  # just looked at


def parse_json(content: bytes, path: Path) -> Any:
    """What the bytes of a JSON file hold.

    Raises `BrokenFile` where they are no JSON, are cut off, hold numbers that are none, or are nested too deep.
    """
    try:
        value = json.loads(content, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        where = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
        text = Message(
            "{file} is not whole JSON{where}: it is left as it is, bridgelog doctor says more",
            file=str(path),
            where=where,
        )
        raise BrokenFile(text) from None
    if _is_deep(content, value):
        raise BrokenFile(Message(_NO_INCIDENT, file=str(path)))
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _is_deep(content: bytes, value: object) -> bool:
    """Whether values lie in each other deeper than any of ours, so that writing them might fail.

    Taking pairs of brackets away level by level answers that at once, unless there are brackets in a text too.
    """
    brackets = content.translate(None, _NO_BRACKETS)
    for _ in range(DEEPEST):
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return brackets != b"" and is_deeper(value, DEEPEST)


def is_deeper(value: object, levels: int) -> bool:
    """Whether values lie in each other in more levels than those."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(is_deeper(item, levels - 1) for item in inner)


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict) and all(isinstance(record, dict) for record in table.values())
        for table in value.values()
    )
