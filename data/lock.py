"""The lock that programs respect while they write one incident; it ends with the program that holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSYS, ENOTSUP
from pathlib import Path
from time import monotonic, sleep

__all__ = ["locked"]

POLL = 0.005
"""Seconds between two tries."""


@contextmanager
def locked(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock of that file, which lies in a folder made for locks.

    Raises `TimeoutError` where another program holds it longer than `patience` seconds, `OSError` where the file
    cannot be made.
    """
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle = _flocked(path, patience)
    if handle is None:
        from filelock import FileLock, SoftFileLock

        kind = FileLock if sys.platform == "win32" else SoftFileLock
        with kind(path.with_suffix(".held"), timeout=patience, poll_interval=POLL, mode=0o600):
            yield
        return
    try:
        yield
    finally:
        os.close(handle)


def _flocked(path: Path, patience: float) -> int | None:
    """The handle that holds the lock; none where the system or the disk knows no `flock`."""
    if sys.platform == "win32":
        return None
    from fcntl import LOCK_EX, LOCK_NB, flock

    latest = monotonic() + patience
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            flock(handle, LOCK_EX | LOCK_NB)
            if os.fstat(handle).st_nlink:
                return handle
        except BlockingIOError:
            if monotonic() > latest:
                os.close(handle)
                raise TimeoutError from None
            sleep(POLL)
        except OSError as error:
            os.close(handle)
            if error.errno in {ENOSYS, ENOTSUP}:
                return None
            raise
        os.close(handle)  # somebody has it, or has removed the file in between
