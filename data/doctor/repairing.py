"""Putting a file right: a copy is kept first, and what is taken out stands in words beside it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.doctor.examination import Examined, examine
from data.durable import private, sync
from data.incident_file import IncidentFile
from data.language import say
from data.lock import locked
from data.runs import locks_of
from data.snapshots import snapshot
from data.trouble import Trouble
from model.message import Message

__all__ = ["Repaired", "repair"]

PATIENCE = 10.0
"""Seconds to wait for another program that is writing the same incident."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair found and did."""

    examined: Examined
    copy: Path | None
    """The file as it was, where it was written anew."""
    words: Path | None
    """What was found and taken out, in words."""


def repair(path: Path, now: datetime) -> Repaired:
    """Put right what can be, under the lock that other programs respect.

    Raises `Trouble` where the file cannot be read, kept or written; it is then as it was.
    """
    try:
        with locked(locks_of(path) / f"{path.stem}.lock", PATIENCE):
            return _repair(path, now)
    except TimeoutError:
        text = Message("{file}: another program holds the incident, try again", file=str(path))
        raise Trouble(text) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be put right: {reason}", file=str(path), reason=reason)) from error


def _repair(path: Path, now: datetime) -> Repaired:
    examined = examine(path, now)
    if not examined.rewrites or examined.tables is None:
        if any(problem.kind == "mode" for problem in examined.problems):
            path.chmod(0o600)
        return Repaired(examined, None, None)
    copy = snapshot(path, "repair", now)
    words = copy.with_suffix(".txt")
    with open(words, "wb", opener=private) as file:
        file.write(_words(examined).encode("utf-8", "backslashreplace"))
        file.flush()
        sync(file.fileno())
    IncidentFile(path).write(examined.tables)
    return Repaired(examined, copy, words)


def _words(examined: Examined) -> str:
    """Everything that was found, and in full what is not in the file any more."""
    lines = []
    for problem in examined.problems:
        head = f"{problem.where}: {say(problem.message)}" if problem.where else say(problem.message)
        lines.append(f"{head} → {say(problem.repair)}" if problem.repair else head)
        lines += [f"    {line}" for line in problem.value.splitlines()]
    return "\n".join(lines) + "\n"
