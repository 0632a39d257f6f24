"""An incident's TinyDB file: read whole, and written so that at every moment it is whole on the disk."""

import os
from collections.abc import Mapping
from contextlib import suppress
from errno import EACCES, ENOSPC
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from data.durable import make_folder, private, sync, sync_folder
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
        self._settled = False
        """Whether what was read is known to be durable, the file's name too: somebody may have died before the sync.

        Else a record could vanish with the name, or be torn together with the unsynced one in front of it.
        """
        self.torn = False
        """Whether a write was cut short in the file that was read; the next `write` leaves it behind."""
        self.unsure = False
        """Whether the latest write failed after some of it, or all, may have reached the file."""

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
        tables, self.torn = recovered(content, self.path)
        self._settled = False
        if self.torn:  # or read while another program was writing: then it is whole at the next look
            self.forget()
        else:
            self._seen, self._end = seen, end_of(content)
        return tables

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these the tables, durably.

        Raises `OSError` where that fails; the file is then as it was, or `unsure`.
        """
        make_folder(self.path.parent)
        if self.path.exists() and not os.access(self.path, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
        if self.torn:
            self._keep_copy()
        content = laid_out(data, GROWS)
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        temporary.unlink(missing_ok=True)  # a killed program may have had the same number
        try:
            with open(temporary, "wb", opener=private) as file:
                file.write(content)
                file.flush()
                sync(file.fileno())
            temporary.replace(self.path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        self.forget()
        self.unsure = True
        self._settle()
        self._seen, self._end, self.torn, self.unsure = self._signature(), end_of(content), False, False

    def append(self, number: str, record: Mapping[str, Any], *, first: bool) -> bool:
        """Add a record to the growing table, durably; false where there is no room for it in place.

        The caller has looked whether the file has `changed`. Raises `OSError` where writing fails.
        """
        end = self._end
        if end is None:
            return False
        content = added(number, record, first=first)
        with self.path.open("r+b", buffering=0) as file:
            if end + len(content) > os.fstat(file.fileno()).st_size:
                return False
            if not self._settled:
                sync(file.fileno())
                self._settle()
            self.forget()
            self.unsure = True
            file.seek(end)
            if file.write(content) != len(content):
                raise OSError(ENOSPC, os.strerror(ENOSPC))
            sync(file.fileno())
        self._seen, self._end, self.unsure = self._signature(), end + len(content) - len(CLOSING), False
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

    def hold(self) -> None:
        """Write nothing in place until the file is written whole: what it holds is of an older schema."""
        self._end = None

    def forget(self) -> None:
        """Take the file for changed until it is read or written again."""
        self._seen = self._end = None

    def _signature(self) -> Signature | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def _settle(self) -> None:
        """Make the file's name durable: somebody may have put it there and died before that."""
        sync_folder(self.path.parent)
        self._settled = True

    def _keep_copy(self) -> None:
        """Keep what was torn, for `doctor` and for the curious, before it is left behind; as far as that goes."""
        copy = self.path.with_name(f"{self.path.stem}.torn")
        with suppress(OSError):
            content = self.path.read_bytes()
            with open(copy, "xb", opener=private) as file:
                file.write(content)
