"""An incident's TinyDB file: read whole, and written so that at every moment it is whole on the disk."""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from math import isfinite
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from data.trouble import BrokenFile, Trouble
from model.message import Message

__all__ = ["IncidentFile", "Tables"]

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""What TinyDB keeps: tables by name, each with its records by their number."""
Signature: TypeAlias = tuple[int, int, int]
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can spell but no file can hold as it is."""


class IncidentFile(Storage):
    """A storage for TinyDB, and what the notebook writes through.

    A write goes to a temporary file, which is synced, put in the old one's place, and made durable by
    syncing the folder: after a crash at any moment there is the old file or the new one.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def read(self) -> Tables | None:
        """The tables, or nothing where there is no file yet.

        Raises `BrokenFile` where it is not the JSON of a TinyDB, `Trouble` where it cannot be read.
        """
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = error.strerror or str(error)
            text = Message("{file} cannot be read: {reason}", file=str(self.path), reason=reason)
            raise Trouble(text) from error
        return parse(content, self.path)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these the tables, durably.

        Raises `OSError` where that fails; the file is then as it was.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            with open(temporary, "wb", opener=_private) as file:
                file.write(laid_out(data))
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self.path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(self.path.parent)

    def signature(self) -> Signature | None:
        """What changes whenever somebody writes the file; nothing where there is none."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns


def parse(content: bytes, path: Path) -> Tables:
    """The tables that the bytes of a file hold.

    Raises `BrokenFile` where they are not the JSON of a TinyDB.
    """
    try:
        tables = json.loads(content, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        where = f" ({error})" if isinstance(error, json.JSONDecodeError) else ""
        text = Message("{file} is not whole JSON{where}: it is left as it is", file=str(path), where=where)
        raise BrokenFile(text) from None
    if not _is_tables(tables):
        text = Message("{file} is not an incident file: it is left as it is", file=str(path))
        raise BrokenFile(text)
    return tables  # type: ignore[no-any-return]  # just looked at


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict) and all(isinstance(record, dict) for record in table.values())
        for table in value.values()
    )


def laid_out(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The tables as JSON with one record a line, so that git shows sensible differences."""
    blocks = []
    for name, records in tables.items():
        rows = ",\n".join(f"{json.dumps(str(n))}: {_json(record)}" for n, record in records.items())
        blocks.append(f"{json.dumps(name)}: {{\n{rows}\n}}" if rows else f"{json.dumps(name)}: {{}}")
    return ("{\n" + ",\n".join(blocks) + "\n}\n").encode()


def _json(record: object) -> str:
    text = json.dumps(record, ensure_ascii=False)
    return text if _LONE_SURROGATE.search(text) is None else json.dumps(record)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there, and a rename is durable without it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
