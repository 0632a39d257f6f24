"""What a history makes of records: each change in its order, so that the latest of a field counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from model.change import Step
from model.incident import SECTIONS
from model.instant import stored, to_instant
from model.message import N_, Message, Refused
from model.record import Document, merged

__all__ = ["Key", "Line", "Replay", "lines_of", "replayed"]

UNNAMED = N_("changed without a line of history")
Key: TypeAlias = tuple[str, str]
"""A record: the word of its section, and its id."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of history."""

    at: datetime
    id: str
    document: Document
    """The line as it stands in the file."""
    steps: tuple[Step, ...]
    """What it did to sections; what else a foreign line may say stays in its document alone."""

    @property
    def order(self) -> tuple[datetime, str]:
        """Its place among all lines of all copies."""
        return self.at, self.id

    def after(self, tail: str, step: Step) -> "Line":
        """A line right after this one, before any later one, for what was changed without a line of its own."""
        return _line(
            {
                "id": f"{self.id}-{tail}",
                "at": stored(self.at),
                "by": "",
                "name": UNNAMED,
                "steps": [
                    {"section": step.section, "record": step.record, "before": step.before, "after": step.after},
                ],
            }
        )


def lines_of(documents: Iterable[Document]) -> dict[str, Line]:
    """The lines of a table of history by their ids.

    Raises `Refused` where one is not what it should be.
    """
    try:
        lines = [_line(document) for document in documents]
    except (AttributeError, LookupError, TypeError, ValueError):
        raise Refused(Message("a line of the history cannot be read: run bridgelog doctor first")) from None
    return {line.id: line for line in lines}


def _line(document: Document) -> Line:
    steps = tuple(
        Step(str(step["section"]), str(step["record"]), _side(step["before"]), _side(step["after"]))
        for step in document["steps"]
        if step["section"] in SECTIONS
    )
    return Line(to_instant(datetime.fromisoformat(document["at"])), str(document["id"]), document, steps)


def _side(side: Mapping[str, Any] | None) -> Document | None:
    return None if side is None else dict(side)


@dataclass(slots=True)
class Replay:
    """The records after all lines, and which line touched what last."""

    rows: dict[Key, dict[str, Any]]
    """Every record that there ever was, those that are gone as they were last."""
    gone: set[Key] = field(default_factory=set)
    last: dict[Key, Line] = field(default_factory=dict)
    touched: dict[tuple[Key, str], Line] = field(default_factory=dict)

    @property
    def alive(self) -> dict[Key, dict[str, Any]]:
        """The records that are there."""
        return {key: row for key, row in self.rows.items() if key not in self.gone}

    def _follow(self, line: Line, step: Step) -> None:
        key = step.section, step.record
        self.last[key] = line
        if step.after is None:
            self.gone.add(key)
            return
        self.gone.discard(key)
        known = self.rows.get(key, {}) if step.before is not None else {}
        row = {**merged(known, step.after), "id": step.record}
        names = {*row, *self.rows.get(key, ())} if step.before is None else {*step.before, *step.after}
        self.rows[key] = row
        for name in names:
            self.touched[key, name] = line


def replayed(bases: Mapping[Key, Document], lines: Iterable[Line]) -> Replay:
    """The records after all the lines. A removed record that is changed later is there again.

    `bases` are the records as some copy has them: they give the fields that no line has touched.
    """
    replay = Replay({key: dict(row) for key, row in bases.items()})
    for line in sorted(lines, key=lambda line: line.order):
        for step in line.steps:
            replay._follow(line, step)
    return replay
