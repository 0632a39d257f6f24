"""The history of an incident: every change with who, when, what, before and after.

A line of the file's history is one change. What took another one back names it in `undoes`, what did it again in
`redoes`. A new entry alone has no line of its own: it says itself who recorded it and when, and what it was at first
follows from what was changed since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.incident_file import GROWS, IncidentFile, Tables
from data.language import say
from data.migrations import migrated
from data.tables import HISTORY
from data.trouble import BrokenFile, NotFound
from model.change import Step
from model.ids import moment_of, run_of
from model.instant import in_zone, stored, to_instant
from model.message import Message
from model.record import Document, merged
from model.text import clean, one_line
from model.timeline import MILESTONE_LABELS

__all__ = ["Line", "Recorded", "history", "lines_of", "recorded_in"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """One change that was made."""

    id: str
    """The id of its line; of a new entry alone, the entry's own."""
    at: datetime
    by: str
    name: str
    """The change's name, as undo shows it, in the language of who made it."""
    steps: tuple[Step, ...]
    undoes: str = ""
    """The id of the change that it took back."""
    redoes: str = ""
    """The id of the change that it did again."""

    def document(self) -> dict[str, Any]:
        """The change as a line of the file's history."""
        steps = [
            {"section": step.section, "record": step.record, "before": _plain(step.before), "after": _plain(step.after)}
            for step in self.steps
        ]
        marks = {name: id for name, id in (("undoes", self.undoes), ("redoes", self.redoes)) if id}
        return {"id": self.id, "at": stored(self.at), "by": self.by, "name": self.name, **marks, "steps": steps}

    @classmethod
    def of(cls, document: Document) -> "Recorded":
        """The change that a line of the file's history tells of.

        Raises `LookupError`, `TypeError`, `ValueError` or `AttributeError` where it is none.
        """
        return cls(
            str(document.get("id", "")),
            to_instant(datetime.fromisoformat(str(document["at"]))),
            one_line(clean(str(document.get("by", "")))),
            one_line(clean(str(document["name"]))),
            tuple(
                Step(str(step["section"]), str(step["record"]), _side(step["before"]), _side(step["after"]))
                for step in document["steps"]
            ),
            str(document.get("undoes", "")),
            str(document.get("redoes", "")),
        )


def _plain(side: Document | None) -> dict[str, Any] | None:
    return None if side is None else dict(side)


def _side(side: Mapping[str, Any] | None) -> Document | None:
    return None if side is None else dict(side)


def recorded_in(tables: Tables, path: Path) -> list[Recorded]:
    """Every change that the tables of that file tell of, oldest first.

    Raises `BrokenFile` where one is not what it should be.
    """
    try:
        lines = [Recorded.of(line) for line in tables.get(HISTORY, {}).values()]
        zone = next((str(row.get("zone") or "UTC") for row in tables.get("summary", {}).values()), "UTC")
        filed = [_filed(entry, zone) for entry in _first_entries(tables, lines)]
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        text = Message("{file}: its history cannot be read, everything else can: use show", file=str(path))
        raise BrokenFile(text) from error
    return _in_order([*sorted(filed, key=lambda line: line.id), *lines])


def _in_order(lines: Iterable[Recorded]) -> list[Recorded]:
    """The changes by their time. Ids of one millisecond count up in one run, and say nothing of several runs."""
    lines = list(lines)
    runs = {run: place for place, run in enumerate(dict.fromkeys(run_of(line.id) for line in lines))}
    return sorted(lines, key=lambda line: (line.at, moment_of(line.id), runs[run_of(line.id)], line.id))


def _first_entries(tables: Tables, lines: Iterable[Recorded]) -> Iterable[Document]:
    """The entries that were filed without a line, as they were then: what was changed since is taken back."""
    entries: dict[str, Document] = {str(entry["id"]): entry for entry in tables.get(GROWS, {}).values()}
    for line in reversed(list(lines)):
        for step in reversed(line.steps):
            if step.section != GROWS:
                continue
            if step.before is None:
                entries.pop(step.record, None)
            elif step.after is None:
                entries[step.record] = step.before
            else:
                entries[step.record] = merged(entries.get(step.record, {}), step.before)
    return [entry for entry in entries.values() if "recorded_at" in entry]


def _filed(entry: Document, zone: str) -> Recorded:
    at = to_instant(datetime.fromisoformat(str(entry["recorded_at"])))
    happened = in_zone(to_instant(datetime.fromisoformat(str(entry.get("at", entry["recorded_at"])))), zone)
    label, clock = MILESTONE_LABELS.get(str(entry.get("milestone"))), f"{happened:%H:%M}"
    stamped = Message("{milestone} {time}", milestone=Message(label), time=clock) if label else None
    name = say(stamped or Message("stamp {time}", time=clock))
    record = str(entry["id"])
    author = one_line(clean(str(entry.get("author", ""))))
    return Recorded(record, at, author, name, (Step(GROWS, record, None, entry),))


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one record that was changed, or a record that was made or removed (`field` is empty then)."""

    change: Recorded
    section: str
    record: str
    field: str
    before: Any
    after: Any
    saved: bool = True
    """Whether it is on the disk."""


def lines_of(change: Recorded, *, saved: bool = True) -> Iterable[Line]:
    """Each field that the change is about."""
    for step in change.steps:
        if step.before is None or step.after is None:
            yield Line(change, step.section, step.record, "", step.before, step.after, saved)
            continue
        for name in {**step.before, **step.after}:
            before, after = step.before.get(name), step.after.get(name)
            yield Line(change, step.section, step.record, name, before, after, saved)


def history(path: Path) -> list[Line]:
    """Every change of the incident in that file, field by field, oldest first.

    Raises `Trouble` where the file cannot be read, `BrokenFile` where a change in it is not what it should be.
    """
    tables = IncidentFile(path).read()
    if tables is None:
        raise NotFound(Message("{file} is not there any more", file=str(path)))
    changes = recorded_in(migrated(tables, path), path)
    return [line for change in changes for line in lines_of(change)]
