"""A reserve of disk space beside the incidents, given up when the disk is full so that a file can still be written.

New entries have room laid down in their file (`data.layout`). Any other change writes the file anew, and needs as much
space again for that moment. The reserve is that space: once the new file has taken the old one's place there is room
to lay the reserve down again.
"""

import os
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path

from data.incident_file import IncidentFile, Tables
from data.runs import locks_of

__all__ = ["Reserve"]

SPARE = 64 * 1024
"""Bytes of the reserve beyond those of the file that it is for."""
_BLANKS = b" " * 4096


class Reserve:
    """The reserve that the incidents of one folder share."""

    def __init__(self, path: Path) -> None:
        """For the incident of that file."""
        self._incident = path
        self.path = locks_of(path) / "reserve"

    def write(self, file: IncidentFile, tables: Tables) -> None:
        """Write the tables; where the disk is full, with the reserve's space. Raises `OSError` where that fails too."""
        try:
            file.write(tables)
        except OSError as error:
            if error.errno not in {ENOSPC, EDQUOT} or not self._given_up():
                raise
            file.write(tables)

    def lay(self) -> None:
        """Lay the reserve down where it is missing, or has become too small for the incident, if there is space."""
        with suppress(OSError):
            needed = self._incident.stat().st_size
            if not self.path.exists() or self.path.stat().st_size < needed:
                self._given_up()
                for spare in (SPARE, SPARE // 2, SPARE // 4, 0):
                    if self._laid_down(needed + spare):
                        return

    def _given_up(self) -> bool:
        """Whether there was a reserve, which is gone now."""
        try:
            self.path.unlink()
        except OSError:
            return False
        return True

    def _laid_down(self, size: int) -> bool:
        """Whether there was space for a reserve of that many bytes."""
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            _fill(handle, size)
            laid_down = True
        except OSError:
            laid_down = False
        finally:
            os.close(handle)
        if not laid_down:
            self._given_up()
        return laid_down


def _fill(handle: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
        return
    for _ in range(0, size, len(_BLANKS)):
        os.write(handle, _BLANKS)
