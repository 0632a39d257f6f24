"""Copies of incidents' files, kept before anything that rewrites much of one: a migration, a merge, a repair.

They lie in a folder of their own beside the incidents, so that no list takes one for an incident.
"""

from collections.abc import Iterator
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
    cannot be written; nothing is left of it then.
    """
    content = path.read_bytes()
    folder = path.parent / FOLDER
    make_folder(folder)
    for copy in _names(folder, f"{path.stem}-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{why}"):
        try:
            file = open(copy, "xb", opener=private)  # noqa: SIM115  # closed below; only the name may be taken
        except FileExistsError:
            continue
        try:
            with file:
                file.write(content)
                file.flush()
                sync(file.fileno())
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        sync_folder(folder)
        return copy
    raise AssertionError("names do not run out")


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}.json"
    for number in count(2):
        yield folder / f"{stem}-{number}.json"


def snapshots_of(folder: Path) -> list[Path]:
    """The copies that are kept for the incidents of that folder, by incident and age."""
    return sorted((folder / FOLDER).glob("*.json"))
