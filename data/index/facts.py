"""What was found in the incidents' files, kept beside them so that they need not be read again.

It is only a cache, `.cache/facts.sqlite`: deleted, stale, broken, locked or of another program, it is built anew or
done without. Each row proves by a digest that it is whole, of this program, and of that state of that file; what it
is changed by, or what a crash leaves of it, can so make it slow and never wrong.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from os import fstat
from pathlib import Path
from tempfile import TemporaryFile

from data.durable import make_folder, private
from data.index.edition import edition
from data.index.listing import Sign, is_settled

__all__ = ["Index"]

_READING, _WRITING = 0.25, 2.0
"""Seconds to wait for another program."""
_LATER = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
    }
)
"""Errors that say nothing against the file itself."""
_TABLE = (
    "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, read_at INTEGER, proof BLOB, content BLOB) WITHOUT ROWID"
)


class Index:
    """The cache of one folder. No error of it ever reaches anybody."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / ".cache" / "facts.sqlite"
        self._broken = False

    def now(self) -> int | None:
        """The time on the clock of the disk, which need not be this machine's; none where nothing can be kept."""
        try:
            make_folder(self.path.parent)
            with TemporaryFile(dir=self.path.parent) as probe:
                return fstat(probe.fileno()).st_mtime_ns
        except OSError:
            return None

    def known(self, files: Mapping[str, Sign]) -> Iterator[tuple[str, bytes]]:
        """The name and the content of each row that holds for the file as it is.

        A row says nothing of a file that had changed so shortly before it was read that it could have changed again
        within one tick of the clock.
        """
        try:
            if self.path.is_symlink():
                return
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, _READING, uri=True)) as database:
                for name, read_at, proof, content in database.execute("SELECT * FROM facts"):
                    sign = files.get(name)
                    if (
                        sign is not None
                        and isinstance(read_at, int)
                        and isinstance(content, bytes)
                        and is_settled(sign, read_at)
                        and proof == _proof(name, sign, read_at, content)
                    ):
                        yield name, content
        except (sqlite3.Error, OSError, ValueError, TypeError) as error:
            self._broken = not _can_wait(error)

    def keep(self, fresh: Iterable[tuple[str, Sign, bytes]], read_at: int, files: Mapping[str, Sign]) -> None:
        """Remember those, which were read since that time, and forget the files that are gone."""
        rows = [(name, read_at, _proof(name, sign, read_at, content), content) for name, sign, content in fresh]
        for _ in range(2):
            try:
                if self._broken:
                    self._remove()
                self._write(rows, files)
                return
            except (sqlite3.Error, OSError, ValueError, TypeError) as error:
                if self._broken or _can_wait(error):
                    return
                self._broken = True

    def _write(self, rows: list[tuple[str, int, bytes, bytes]], files: Mapping[str, Sign]) -> None:
        if self.path.is_symlink():
            return
        make_folder(self.path.parent)
        for path, content in ((self.path.with_name(".gitignore"), "*\n"), (self.path, "")):
            with suppress(FileExistsError), open(path, "x", encoding="utf-8", opener=private) as file:
                file.write(content)
        with closing(sqlite3.connect(self.path, _WRITING, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode=MEMORY")
            database.execute("PRAGMA synchronous=OFF")
            database.execute("BEGIN IMMEDIATE")
            database.execute(_TABLE)
            gone = [(name,) for (name,) in database.execute("SELECT name FROM facts") if name not in files]
            database.executemany("DELETE FROM facts WHERE name = ?", gone)
            database.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?)", rows)
            database.execute("COMMIT")

    def _remove(self) -> None:
        for path in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            path.unlink(missing_ok=True)


def _proof(name: str, sign: Sign, read_at: int, content: bytes) -> bytes:
    digest = blake2b(content, digest_size=16, key=edition())
    digest.update(repr((name, tuple(sign), read_at)).encode())
    return digest.digest()


def _can_wait(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, OSError) or (isinstance(code, int) and code & 0xFF in _LATER)
