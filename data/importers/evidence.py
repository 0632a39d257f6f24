"""A piece of evidence as it was handed in: a file, a folder or zip of files, or a paste."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from data.trouble import BrokenFile
from model.message import Message

__all__ = ["LARGEST", "Evidence", "Setting", "as_text", "instant", "moment"]

LARGEST = 64 * 1024 * 1024
"""Bytes of one file that are read at most."""
_BEGINS_AS_JSON = re.compile(r"\s*(\{|\[\s*([{\]]|\[\s*[\[{\]]|$))")
"""An object, or a list of them: a pasted `[10:42]` is neither."""
_BLANK = re.compile(r"[\s,]*")
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_SAMPLE = 8_192
_EARLIEST, _LATEST = 1970, 2200
_UNITS = ((1e9, 1), (1e12, 1_000), (1e15, 1_000_000), (1e18, 1_000_000_000))
"""From which number on a count since 1970 is in so many parts of a second: that is 2001 in each of them."""


@dataclass(frozen=True)
class Evidence:
    """What is to be read."""

    name: str
    content: bytes = b""
    """The bytes, where it is one file."""
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """The files by their names in it, where it is a folder or a zip; each is read when it is needed."""
    beside: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """Lists of names that lie beside the file, as in an export that was unpacked."""

    @cached_property
    def text(self) -> str:
        """The content as text; empty where it is none, such as a picture."""
        return as_text(self.content)

    @cached_property
    def json(self) -> Any:
        """The content as JSON; nothing where it is none. Several values one after the other make one list.

        Raises `BrokenFile` where it begins as JSON and is cut off, or nested too deep.
        """
        if not _BEGINS_AS_JSON.match(self.text[:_SAMPLE]):
            return None
        try:
            found = _decoded(self.text)
        except RecursionError:
            raise BrokenFile(Message("{file} is nested too deep: it is not read", file=self.name)) from None
        except ValueError as error:
            where = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
            text = Message("{file} is not whole JSON{where}: fetch it again", file=self.name, where=where)
            raise BrokenFile(text) from None
        if len(found) == 1:
            return found[0]
        return [item for value in found for item in (value if isinstance(value, list) else [value])]


def _decoded(text: str) -> list[Any]:
    """The values in the text: one, or pages one after the other. A fraction stays the text that it is."""
    decode, found, place = json.JSONDecoder(parse_float=str).raw_decode, [], _after_blank(text, 0)
    while place < len(text):
        value, place = decode(text, place)
        found.append(value)
        place = _after_blank(text, place)
    return found


def _after_blank(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


@dataclass
class Setting:
    """What the evidence does not say itself."""

    zone: str
    """The zone of times that name none."""
    now: datetime
    day: date | None = None
    """The day of times that name none."""
    minor: bool = False
    """Whether what is usually left out, such as each notification, is offered as well."""
    fold: int | None = None
    """Which is meant of a time that the clock showed twice: 0 the first, 1 the second; asked for where not given."""
    notes: list[Message] = field(default_factory=list)
    """What the user should know of how it was read; filled while reading."""

    def note(self, message: Message) -> None:
        """Say something about the reading, once."""
        if message not in self.notes:
            self.notes.append(message)


def as_text(content: bytes) -> str:
    """The text that the bytes spell: UTF-8 or UTF-16, with or without a mark, or else Western European.

    Empty where they spell none.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if len(content) > 3 and not content[1] and not content[3]:
        return content.decode("utf-16-le", "replace")
    if len(content) > 3 and not content[0] and not content[2]:
        return content.decode("utf-16-be", "replace")
    if b"\0" in content[:_SAMPLE]:
        return ""
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def instant(value: object) -> datetime | None:
    """The instant that an ISO 8601 text with an offset means, to the second; none where it is none.

    The year 1, which some programs write for “never”, is none either.
    """
    if not isinstance(value, str):
        return None
    try:
        read = datetime.fromisoformat(value.strip())
        if read.tzinfo is None:
            return None
        read = read.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
    return read if _EARLIEST <= read.year < _LATEST else None


def moment(value: object) -> datetime | None:
    """The instant that an ISO 8601 text, or a count of seconds or parts of them since 1970, means."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    read = instant(value)
    if read is not None:
        return read
    text = str(value).strip()
    if not re.fullmatch(r"\d{9,19}(\.\d{1,9})?", text):
        return None
    count = int(text.partition(".")[0])
    parts = next((parts for least, parts in reversed(_UNITS) if count >= least), 1)
    try:
        read = datetime.fromtimestamp(count // parts, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return read if read.year < _LATEST else None
