"""An incident's TinyDB file: read whole, and written so that at every moment it is whole on the disk."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from data.layout import CLOSING, Tables, added, end_of, laid_out, recovered
from data.trouble import Trouble
from model.message import Message

__all__ = ["GROWS", "IncidentFile", "Tables"]

GROWS = "timeline"
"""The table whose new records are written in place, with one write and one sync."""
Signature: TypeAlias = tuple[int, int, int]


class IncidentFile(Storage):
    """A storage for TinyDB, and what the notebook writes through.

    `append` adds a record to the growing table in place (see `data.layout`). `write` does everything else: it goes to
    a temporary file, which is synced, put in the old one's place, and made durable by syncing the folder. After a
    crash at any moment there is the file before the write, or the one after it.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._seen: Signature | None = None
        self._end: int | None = None
        """Where the next record is to be written; none where the file has to be written whole first."""
        self._torn = False

    def read(self) -> Tables | None:
        """The tables, or nothing where there is no file yet.

        A last record whose write was cut short is left out: nobody was told that it is saved.
        Raises `BrokenFile` where it is not the JSON of a TinyDB, `Trouble` where it cannot be read.
        """
        try:
            seen = self._signature()
            content = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            reason = error.strerror or str(error)
            text = Message("{file} cannot be read: {reason}", file=str(self.path), reason=reason)
            raise Trouble(text) from error
        tables, self._torn = recovered(content, self.path)
        self._seen, self._end = seen, None if self._torn else end_of(content)
        return tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these the tables, durably.

        Raises `OSError` where that fails; the file is then as it was.
        """
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._torn:
            self._keep_copy()
        content = laid_out(data, GROWS)
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            with open(temporary, "wb", opener=_private) as file:
                file.write(content)
                file.flush()
                _sync(file.fileno())
            temporary.replace(self.path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(self.path.parent)
        self._seen, self._end, self._torn = self._signature(), end_of(content), False

    def append(self, number: str, record: Mapping[str, Any], *, first: bool) -> bool:
        """Add a record to the growing table, durably; false where there is no room for it in place.

        The caller has looked whether the file has `changed`. Raises `OSError` where writing fails.
        """
        if self._end is None:
            return False
        content = added(number, record, first=first)
        with self.path.open("r+b", buffering=0) as file:
            if self._end + len(content) > os.fstat(file.fileno()).st_size:
                return False
            file.seek(self._end)
            file.write(content)
            _sync(file.fileno())
        self._end += len(content) - len(CLOSING)
        self._seen = self._signature()
        return True

    def changed(self) -> bool:
        """Whether another program has written the file, or removed it, since it was last read or written here.

        Two writes in place within one tick of the clock differ in nothing but the bytes at their end.
        """
        if self._signature() != self._seen:
            return True
        if self._seen is None or self._end is None:
            return False
        try:
            with self.path.open("rb", buffering=0) as file:
                file.seek(self._end)
                return file.read(len(CLOSING)) != CLOSING
        except OSError:
            return True

    def forget(self) -> None:
        """Take the file for changed until it is read or written again."""
        self._seen = self._end = None

    def _signature(self) -> Signature | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _keep_copy(self) -> None:
        """Keep what was torn, for `doctor` and for the curious, before it is written over."""
        copy = self.path.with_name(f"{self.path.stem}.torn")
        with suppress(FileExistsError), open(copy, "xb", opener=_private) as file:
            file.write(self.path.read_bytes())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)


def _sync(handle: int) -> None:
    """Make durable what was written: on macOS that takes more than `fsync`."""
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl

        fcntl(handle, F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(handle)
    else:
        os.fdatasync(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there, and a rename is durable without it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
