"""Reading many incidents' files: one after the other, or where they are thousands, in as many processes as help."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.quarter.packing import packed, unpacked
from data.quarter.reading import Known, read
from data.trouble import Trouble
from model.message import Message

__all__ = ["Seen", "read_all"]

MANY = 1_000
"""Files from which more processes are worth their start."""
_AT_ONCE = 50
_MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """One file, after it was read."""

    name: str
    known: Known | None = None
    """What is in it; nothing where it is gone, or cannot be read."""
    packed: bytes | None = None
    trouble: Message | None = None
    """Why it cannot be read."""


def read_all(folder: Path, names: Sequence[str]) -> Iterator[Seen]:
    """Each file of those names, in any order. Closing the iterator ends what still reads."""
    processes = min(_MOST_PROCESSES, os.cpu_count() or 1, len(names) // (MANY // 2))
    if processes > 1 and _can_fork():
        yield from _shared_out(folder, names, processes)
    else:
        yield from (_read_one(folder, name) for name in names)


def _can_fork() -> bool:
    """Whether a copy of this process is safe: it has no other threads, and the system likes it."""
    return sys.platform not in ("win32", "darwin") and threading.active_count() == 1


def _read_one(folder: Path, name: str) -> Seen:
    try:
        known = read(folder / name)
    except Trouble as trouble:
        return Seen(name, trouble=trouble.message)
    return Seen(name) if known is None else Seen(name, known, packed(known))


def _shared_out(folder: Path, names: Sequence[str], processes: int) -> Iterator[Seen]:
    from multiprocessing import get_context

    tasks = [(folder, names[start : start + _AT_ONCE]) for start in range(0, len(names), _AT_ONCE)]
    with get_context("fork").Pool(processes, _begin) as pool:
        for results in pool.imap_unordered(_read_some, tasks):
            for name, content in results:
                known = unpacked(content) if content is not None else None
                yield Seen(name, known, content) if known is not None else _read_one(folder, name)


def _begin() -> None:
    """Leave ctrl+c to the process that waits for the results; what is read holds no circles to look for."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read_some(task: tuple[Path, Sequence[str]]) -> list[tuple[str, bytes | None]]:
    """What `packed` makes of each file; nothing where it is for the other process to say why not."""
    folder, names = task
    return [(name, _read_one(folder, name).packed) for name in names]
