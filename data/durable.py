"""Making durable what was written: a file's content, and its name, which its folder holds."""

import os
import sys
from pathlib import Path

__all__ = ["make_folder", "private", "sync", "sync_folder"]


def private(path: str, flags: int) -> int:
    """An opener for a new file that only its owner reads and writes."""
    return os.open(path, flags | os.O_EXCL, 0o600)


def sync(handle: int) -> None:
    """Make durable what was written: on macOS that takes more than `fsync`."""
    if sys.platform == "darwin":
        from fcntl import F_FULLFSYNC, fcntl

        fcntl(handle, F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(handle)
    else:
        os.fdatasync(handle)


def make_folder(folder: Path) -> None:
    """Make the folder, private and durable, and those above it that are missing."""
    missing = [made for made in (folder, *folder.parents) if not made.exists()]
    for made in reversed(missing):
        made.mkdir(mode=0o700, exist_ok=True)  # `parents` would make those above as open as the umask lets them
        sync_folder(made.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make durable which files the folder holds."""
    if os.name == "nt":  # folders cannot be opened there, and a rename is durable without it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
