"""Uniting two files of one incident, durably; whoever has it open takes the result over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.incident_file import IncidentFile, Tables
from data.lock import locked
from data.migrations import migrated
from data.runs import locks_of
from data.snapshots import snapshot
from data.tables import incident_of
from data.trouble import NotFound, Trouble
from model.incident import Incident
from model.merge import Conflict, Merged, merge
from model.message import Message, Refused

__all__ = ["United", "unite", "unite_in_place"]

PATIENCE = 10.0
"""Seconds to wait for another program that is writing the same incident."""


@dataclass(frozen=True, slots=True)
class United:
    """What became of two copies."""

    incident: Incident
    conflicts: Sequence[Conflict]
    """What one copy says and the united one does not; it is in the history."""
    snapshot: Path | None = None
    """The copy of the file that was there before."""


def unite(one: Path, other: Path, into: Path, at: datetime) -> United:
    """Unite two files into a third, which may be one of them and is kept in a copy first; `at` is now.

    Raises `Trouble` where one cannot be read or the result not be written, `Refused` where they are of different
    incidents, damaged, or one file; nothing was changed then.
    """
    if one.exists() and other.exists() and one.samefile(other):
        raise Refused(Message("{file} is one file: name the other copy too", file=str(one)))
    for path in (one, other):
        _tables(path)  # refused before anything is made, were it only a lock
    try:
        with locked(locks_of(into) / f"{into.stem}.lock", PATIENCE):
            done = _united(_tables(one), _tables(other), into)
            there = into.exists()
            if there and into.resolve() not in (one.resolve(), other.resolve()):
                raise Trouble(Message("{file} is there already: name another file with -o", file=str(into)))
            copy = snapshot(into, "merge", at) if there else None
            IncidentFile(into).write(done.tables)
            return United(incident_of(done.tables, into), done.conflicts, copy)
    except TimeoutError:
        raise Trouble(Message("another program holds the incident: try again")) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(into), reason=reason)) from error


def unite_in_place(mine: Path, theirs: Path) -> United:
    """Unite a file with another one in its own place, as a merge driver of git does with its temporary files.

    Raises as `unite` does.
    """
    done = _united(_tables(mine), _tables(theirs), mine)
    try:
        IncidentFile(mine).write(done.tables)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(mine), reason=reason)) from error
    return United(incident_of(done.tables, mine), done.conflicts)


def _united(one: Tables, other: Tables, path: Path) -> Merged:
    """The united tables, looked at before anything is written."""
    done = merge(one, other)
    incident_of(done.tables, path)
    return done


def _tables(path: Path) -> Tables:
    tables = IncidentFile(path).read()
    if tables is None:
        raise NotFound(Message("there is no file {file}", file=str(path)))
    tables = migrated(tables, path)
    incident_of(tables, path)
    return tables
