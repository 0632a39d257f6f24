"""What crashes and repairs leave behind in a workspace: some of it can go, and some is only to be known of."""

import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.doctor.places import OTHERS, is_open_to_others
from data.lock import locked
from data.runs import locks_of
from data.snapshots import FOLDER, snapshots_of
from model.ids import INCIDENT_ID
from model.message import Counted, Message

__all__ = ["Leftover", "leftovers", "tidy"]

_TEMPORARY = re.compile(r"\..+\.(\d+)\.tmp")
_INCIDENT = re.compile(rf"{INCIDENT_ID.pattern}\.json")
_GOES = Message("it is removed")
_LONG_AGO = 3600
"""Seconds after which no program is writing a file any more."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Something that lies around."""

    path: Path
    message: Message
    repair: Message | None = None
    """What a repair does; none where it stays, and nothing is wrong with it."""


def leftovers(folder: Path) -> list[Leftover]:
    """What lies around in a workspace, and is no incident. Raises `OSError` where that cannot be read."""
    if not folder.exists():
        return []
    return [*_folder(folder), *_temporary(folder), *_locks(folder), *_others(folder), *_copies(folder)]


def tidy(leftover: Leftover) -> None:
    """Do what the leftover's repair says. Raises `OSError` where that fails."""
    if leftover.repair is None:
        return
    if leftover.path.is_dir():
        leftover.path.chmod(0o700)
    else:
        leftover.path.unlink(missing_ok=True)


def _folder(folder: Path) -> Iterator[Leftover]:
    if is_open_to_others(folder):
        mode = f"{folder.stat().st_mode & (0o700 | OTHERS):03o}"
        message = Message("others than its owner can look into the folder (mode {mode})", mode=mode)
        yield Leftover(folder, message, Message("its mode is 700"))


def _temporary(folder: Path) -> Iterator[Leftover]:
    for path in sorted((*folder.glob(".*.tmp"), *(folder / FOLDER).glob(".*.tmp"))):
        match = _TEMPORARY.fullmatch(path.name)
        if match and not _is_running(int(match[1]), path):
            message = Message("a program was killed while it wrote this: nobody was told that it is saved")
            yield Leftover(path, message, _GOES)


def _is_running(program: int, path: Path) -> bool:
    if sys.platform == "win32":
        return time.time() - path.stat().st_mtime < _LONG_AGO
    try:
        os.kill(program, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _locks(folder: Path) -> Iterator[Leftover]:
    place = locks_of(folder / "any")
    for path in sorted(place.glob("INC-*")):
        if path.suffix == ".open" and not _is_held(path):
            yield Leftover(path, Message("a program that had the incident open has crashed"), _GOES)
        elif path.suffix == ".lock" and not (folder / f"{path.stem}.json").exists() and not _is_held(path):
            yield Leftover(path, Message("the lock of an incident that is not there any more"), _GOES)
        elif path.suffix == ".held":
            yield Leftover(path, Message("a lock: where no program is running, it can be removed"))


def _is_held(path: Path) -> bool:
    try:
        with locked(path, 0):
            return False
    except OSError:
        return True


def _others(folder: Path) -> Iterator[Leftover]:
    for path in sorted(folder.iterdir()):
        if path.suffix == ".torn":
            yield Leftover(path, Message("kept when an entry was cut short while it was written"))
        elif path.suffix == ".json" and not _INCIDENT.fullmatch(path.name) and not path.name.startswith("."):
            yield Leftover(path, Message("no list shows it: its name is none of an incident"))


def _copies(folder: Path) -> Iterator[Leftover]:
    kept = snapshots_of(folder)
    if kept:
        message = Counted("{n} copy is kept from before a change", "{n} copies are kept from before changes", len(kept))
        yield Leftover(folder / FOLDER, message)
