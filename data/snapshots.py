"""Copies of incidents' files, kept before anything that rewrites much of one: a migration, a merge, a repair.

They lie in a folder of their own beside the incidents, so that no list takes one for an incident.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from data.durable import make_folder, private, sync, sync_folder

__all__ = ["FOLDER", "snapshot", "snapshots_of"]

FOLDER = ".snapshots"
"""The folder for the copies, beside the incidents."""


def snapshot(path: Path, why: str, at: datetime) -> Path:
    """Keep a copy of the file as it is, durably, and return it; no copy ever takes another one's place.

    `why` is a word that stands in its name, `at` is now. Raises `OSError` where the file cannot be read, or the copy
    cannot be written; nothing is left of it then. After a crash there is the whole copy, or none.
    """
    content = path.read_bytes()
    folder = path.parent / FOLDER
    make_folder(folder)
    temporary = folder / f".{path.name}.{os.getpid()}.tmp"
    temporary.unlink(missing_ok=True)  # a killed program may have had the same number
    try:
        with open(temporary, "wb", opener=private) as file:
            file.write(content)
            file.flush()
            sync(file.fileno())
        copy = _named(temporary, folder, f"{path.stem}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{why}")
    finally:
        with suppress(OSError):
            temporary.unlink()
    sync_folder(folder)
    return copy


def _named(temporary: Path, folder: Path, stem: str) -> Path:
    """Give the copy the first of its names that is free."""
    for number in count(1):
        copy = folder / (f"{stem}-{number}.json" if number > 1 else f"{stem}.json")
        try:
            copy.hardlink_to(temporary)
            break
        except FileExistsError:
            continue
        except OSError:  # a disk that knows no links
            if not copy.exists():
                temporary.replace(copy)
                break
    return copy


def snapshots_of(folder: Path) -> list[Path]:
    """The copies that are kept for the incidents of that folder, by incident and age."""
    return sorted(path for path in (folder / FOLDER).glob("*.json") if not path.name.startswith("."))
