"""A disk that loses power: records what is written, renamed and synced, and says what could be on it afterwards."""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import IO, Any

import pytest

from data import durable, incident_file
from data.layout import SECTOR

__all__ = ["Disk", "Killed", "Operation", "States"]

States = Iterator[dict[str, bytes]]
"""Files by their names."""
MOST_SECTORS = 6
"""Up to so many sectors every combination of lost and kept ones is tried, of more a sample."""


class Killed(BaseException):
    """The program dies here."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that happened to the disk; `file` is a number that no other file ever has."""

    kind: str
    """`create`, `rename`, `remove` and `sync folder` of names; `write` and `sync` of a file."""
    file: int = 0
    name: str = ""
    offset: int = 0
    content: bytes = b""


class Disk:
    """Listens to the file operations of `data.incident_file`, which work on a real folder all the while."""

    def __init__(self, folder: Path) -> None:
        self.operations: list[Operation] = []
        self.dies_before: str | None = None
        """The kind of operation before which the program dies next."""
        self._folder = folder
        self._names: dict[str, int] = {}
        self._files = 0
        for path in folder.iterdir():
            self._create(path.name)
            self._note("write", self._names[path.name], content=path.read_bytes())
            self._note("sync", self._names[path.name])
        self._note("sync folder")

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Put itself between the incident file and the system."""
        replace, unlink, builtin_open = Path.replace, Path.unlink, open
        sync, sync_folder = durable.sync, durable.sync_folder

        def opened(path: str | Path, mode: str = "r", **options: Any) -> IO[bytes]:
            handle: Any = builtin_open(path, mode, **options)
            if "b" not in mode or mode == "rb":
                return handle  # type: ignore[no-any-return]
            if "+" not in mode:
                self._create(Path(path).name)
            return _Handle(handle, self, self._names[Path(path).name])  # type: ignore[return-value]

        def renamed(source: Path, target: Path) -> Path:
            self._note("rename", self._names[source.name], name=target.name)
            self._names[target.name] = self._names.pop(source.name)
            return replace(source, target)

        def removed(path: Path, missing_ok: bool = False) -> None:
            if self._names.pop(path.name, None):
                self._note("remove", name=path.name)
            unlink(path, missing_ok=missing_ok)

        def synced(handle: int) -> None:
            inode = os.fstat(handle).st_ino
            name = next(name for name in self._names if (self._folder / name).stat().st_ino == inode)
            self._note("sync", self._names[name])
            sync(handle)

        def folder_synced(folder: Path) -> None:
            self._note("sync folder")
            sync_folder(folder)

        patch.setattr(incident_file, "open", opened, raising=False)
        patch.setattr(incident_file, "sync", synced)
        patch.setattr(incident_file, "sync_folder", folder_synced)
        patch.setattr(Path, "open", opened)
        patch.setattr(Path, "replace", renamed)
        patch.setattr(Path, "unlink", removed)

    def wrote(self, file: int, offset: int, content: bytes) -> None:
        """Note a write, before it is made."""
        self._note("write", file, offset=offset, content=content)

    def _create(self, name: str) -> None:
        self._files += 1
        self._note("create", self._files, name=name)
        self._names[name] = self._files

    def _note(self, kind: str, file: int = 0, *, name: str = "", offset: int = 0, content: bytes = b"") -> None:
        if kind == self.dies_before:
            self.dies_before = None
            raise Killed
        self.operations.append(Operation(kind, file, name, offset, content))

    def after_power_cut(self, moment: int, chance: random.Random, most: int) -> States:
        """What the folder may hold if the power fails after so many operations; at most `most` for each set of names.

        Names change in order, so that some of the changes since the folder's last sync are there and the rest is not.
        A write that is not synced is lost, or kept, or torn at any byte or by sectors.
        """
        past = self.operations[:moment]
        naming = [place for place, item in enumerate(past) if item.kind in {"create", "rename", "remove"}]
        settled = max((place for place, item in enumerate(past) if item.kind == "sync folder"), default=-1)
        loose = [place for place in naming if place > settled]
        for kept in range(len(loose) + 1):
            names = _names(past[place] for place in naming if place <= settled or place in loose[:kept])
            contents = {name: list(_contents(past, file, chance, most)) for name, file in names.items()}
            every = product(*contents.values())
            for number, state in enumerate(every):
                if number >= most:
                    break
                yield dict(zip(contents, state, strict=True))


class _Handle:
    """An open file that notes its writes."""

    def __init__(self, handle: IO[bytes], disk: Disk, file: int) -> None:
        self._handle = handle
        self._disk = disk
        self._file = file

    def write(self, content: bytes) -> int:
        self._disk.wrote(self._file, self._handle.tell(), content)
        return self._handle.write(content)

    def __enter__(self) -> "_Handle":
        return self

    def __exit__(self, *_: object) -> None:
        self._handle.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handle, name)


def _names(operations: Iterator[Operation]) -> dict[str, int]:
    names: dict[str, int] = {}
    for item in operations:
        if item.kind != "create":
            names = {name: file for name, file in names.items() if file != item.file and name != item.name}
        if item.kind != "remove":
            names[item.name] = item.file
    return names


def _contents(past: list[Operation], file: int, chance: random.Random, most: int) -> Iterator[bytes]:
    """What a file may hold: the synced writes, and of the others any part that a disk may have kept."""
    synced = max((place for place, item in enumerate(past) if item.kind == "sync" and item.file == file), default=-1)
    writes = [(place, item) for place, item in enumerate(past) if item.kind == "write" and item.file == file]
    content = b""
    for place, item in writes:
        if place <= synced:
            content = _laid_over(content, item.offset, item.content)
    loose = [item for place, item in writes if place > synced]
    found = [content]
    for item in loose:
        found = [torn for before in found for torn in _torn(before, item, chance, most)]
        found = chance.sample(found, min(most, len(found)))
    yield from dict.fromkeys(found)


def _laid_over(content: bytes, offset: int, more: bytes) -> bytes:
    return content[:offset].ljust(offset, b"\0") + more + content[offset + len(more) :]


def _torn(before: bytes, item: Operation, chance: random.Random, most: int) -> list[bytes]:
    """The content with the write lost, kept, cut off at a byte, or with some of its sectors."""
    end = item.offset + len(item.content)
    after = _laid_over(before, item.offset, item.content)
    bytes_kept = range(len(item.content))
    cuts = chance.sample(bytes_kept, min(most, len(bytes_kept)))
    found = [before, after, *(_laid_over(before, item.offset, item.content[:cut]) for cut in cuts)]
    sectors = range(item.offset // SECTOR * SECTOR, end, SECTOR)
    every = len(sectors) <= MOST_SECTORS
    choices = (
        product((False, True), repeat=len(sectors))
        if every
        else ([chance.random() < 0.5 for _ in sectors] for _ in range(most))
    )
    old = before.ljust(len(after), b"\0")
    for choice in choices:
        torn = bytearray(old)
        for start, is_kept in zip(sectors, choice, strict=True):
            if is_kept:
                torn[start : start + SECTOR] = after[start : start + SECTOR]
        found.append(bytes(torn))
    return found
