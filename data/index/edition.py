"""Which program this is: another one may find other facts in the same files."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

__all__ = ["edition"]

_FLOORS = ("model", "data")
"""Whose sources decide what is found in a file, and how it is written down."""


@cache
def edition() -> bytes:
    """A digest that changes with the sources, by their sizes and times, and with the Python that runs them."""
    root = Path(__file__).resolve().parents[2]
    sources = sorted(line for floor in _FLOORS for line in _sources(root / floor))
    return blake2b("\n".join([sys.version, str(root), *sources]).encode(), digest_size=16).digest()


def _sources(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
            elif entry.is_dir() and entry.name not in ("__pycache__", "locales"):
                yield from _sources(Path(entry.path))
