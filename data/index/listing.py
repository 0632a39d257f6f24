"""Which incident files a folder has, and by what it can be told that one has changed."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from model.ids import INCIDENT_ID

__all__ = ["Sign", "is_settled", "listed"]

_FILE = re.compile(rf"{INCIDENT_ID.pattern}\.json")


_TICK = 2_000_000_000
"""Nanoseconds within which a second change may leave a file's times as they were: some disks count by two seconds."""


class Sign(NamedTuple):
    """What changes with the file: its size, the times of its content and of its name in nanoseconds, its number."""

    size: int
    content: int
    name: int
    number: int

    @property
    def latest(self) -> int:
        """The later one of the two times, on the clock of the disk."""
        return max(self.content, self.name)


def is_settled(sign: Sign, read_at: int) -> bool:
    """Whether any change after that time, on the clock of the disk, changes the sign too."""
    return sign.latest + _TICK < read_at


def listed(folder: Path) -> dict[str, Sign]:
    """The incidents' files by their names. A file that vanishes in between is not there.

    Raises `OSError` where the folder cannot be read.
    """
    found: dict[str, Sign] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if _FILE.fullmatch(entry.name):
                try:  # what a folder says on Windows can be older than what the file says
                    status = entry.stat() if os.name == "posix" else os.stat(entry.path)  # noqa: PTH116
                except OSError:
                    found[entry.name] = Sign(0, 0, 0, 0)
                    continue
                found[entry.name] = Sign(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return found
