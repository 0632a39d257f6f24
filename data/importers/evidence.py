"""A piece of evidence as it was handed in: a file, a folder or zip of files, or a paste."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from data.layout import parse_json
from model.message import Message

__all__ = ["LARGEST", "Evidence", "Setting", "as_text", "instant"]

LARGEST = 64 * 1024 * 1024
"""Bytes of one file that are read at most."""
_BEGINS_AS_JSON = re.compile(r"\s*(\{|\[\s*([{\]]|$))")
"""An object, or a list of them: a pasted `[10:42]` is neither."""
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")


@dataclass(frozen=True)
class Evidence:
    """What is to be read."""

    name: str
    content: bytes = b""
    """The bytes, where it is one file."""
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """The files by their names in it, where it is a folder or a zip; each is read when it is needed."""

    @cached_property
    def text(self) -> str:
        """The content as text."""
        return as_text(self.content)

    @cached_property
    def json(self) -> Any:
        """The content as JSON; nothing where it is none.

        Raises `BrokenFile` where it begins as JSON and is cut off, or nested too deep.
        """
        if not _BEGINS_AS_JSON.match(self.text):
            return None
        return parse_json(self.text.encode("utf-8", "surrogatepass"), Path(self.name))


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
    """The text that the bytes spell: UTF-8 or UTF-16, with or without a mark, or else Western European."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if len(content) > 3 and not content[1] and not content[3]:
        return content.decode("utf-16-le", "replace")
    if len(content) > 3 and not content[0] and not content[2]:
        return content.decode("utf-16-be", "replace")
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
        moment = datetime.fromisoformat(value.strip())
        if moment.tzinfo is None or not 1970 <= moment.year < 2200:
            return None
        return moment.astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
