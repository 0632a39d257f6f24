"""The history of an incident: every change with who, when, what, before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.incident_file import IncidentFile, Tables
from data.language import _
from data.tables import HISTORY, migrated
from data.trouble import BrokenFile, NotFound
from model.instant import to_instant
from model.message import Message
from model.timeline import Timeline

__all__ = ["Line", "history"]


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one record that was changed, or a record that was made or removed (`field` is empty then)."""

    at: datetime
    by: str
    name: str
    """The change's name, as undo shows it."""
    section: str
    record: str
    field: str
    before: Any
    after: Any


def history(path: Path) -> list[Line]:
    """Every change of the incident in that file, oldest first.

    Raises `Trouble` where the file cannot be read, `BrokenFile` where a change in it is not what it should be.
    """
    tables = IncidentFile(path).read()
    if tables is None:
        raise NotFound(Message("{file} is not there any more", file=str(path)))
    tables = migrated(tables, path)
    try:
        return sorted([*_filed(tables), *_changed(tables)], key=lambda line: line.at)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        text = Message("{file}: its history cannot be read, everything else can: use show", file=str(path))
        raise BrokenFile(text) from error


def _filed(tables: Tables) -> Iterator[Line]:
    """New entries: they say themselves who recorded them, and when."""
    for entry in tables.get(Timeline.word, {}).values():
        at = to_instant(datetime.fromisoformat(str(entry["recorded_at"])))
        by, name = str(entry.get("author", "")), _("stamp")
        yield Line(at, by, name, Timeline.word, str(entry["id"]), "", None, entry.get("text"))


def _changed(tables: Tables) -> Iterator[Line]:
    for change in tables.get(HISTORY, {}).values():
        at = to_instant(datetime.fromisoformat(str(change["at"])))
        for step in change["steps"]:
            by, name = str(change.get("by", "")), str(change["name"])
            before, after = step["before"], step["after"]
            if before is None or after is None:
                yield Line(at, by, name, step["section"], step["record"], "", before, after)
                continue
            for field in before:
                old, new = before[field], after.get(field)
                yield Line(at, by, name, step["section"], step["record"], field, old, new)
