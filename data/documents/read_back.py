"""Reading back a post-mortem that was exported as Markdown: its timeline, its actions and its scores.

Times come back to the minute and texts on lines of single blanks, which is what the document holds. It is read in the
language and with the dates in which it was written, which are those of the reader.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from data import formats
from data.language import _
from model.actions import STATUS_LABELS
from model.actions import Actions as ActionsSection
from model.factors import FACTOR_LABELS, Factors
from model.ids import INCIDENT_ID
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Milestone, Timeline, Trigger

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["ReadAction", "ReadBack", "ReadEntry", "is_ours", "read_back"]

_TITLE = re.compile(rf"^# ({INCIDENT_ID.pattern})\b", re.MULTILINE)
_OFFSET = re.compile(r"UTC(?:([+-])(\d\d):(\d\d))?")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_AROUND = 800
"""Days around the incident's own in which a date is looked for."""
_TIMELINE_COLUMNS, _ACTION_COLUMNS, _FACTOR_COLUMNS = 3, 6, 4


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """An entry as the document tells it."""

    at: datetime
    """In UTC, to the minute."""
    text: str
    milestone: Milestone | None
    trigger: Trigger | None


@dataclass(frozen=True, slots=True)
class ReadAction:
    """An action as the document tells it."""

    number: int
    text: str
    owner: str
    deadline: date | None
    priority: str
    status: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a document says."""

    id: str
    entries: Sequence[ReadEntry]
    actions: Sequence[ReadAction]
    scores: Mapping[str, int]
    """The scores by the names of the factors: of the ten their ids, of the team's own what they are called."""


def is_ours(text: str) -> bool:
    """Whether it looks like a document that Bridgelog wrote."""
    return _TITLE.search(text[:500]) is not None


def read_back(text: str) -> ReadBack:
    """The timeline, the actions and the scores. Raises `ValueError` where it is no document of Bridgelog."""
    found = _TITLE.search(text)
    if found is None:
        raise ValueError("no document of Bridgelog")
    id = found[1]
    days = _Days(datetime.strptime(id[4:12], "%Y%m%d").date())
    entries: list[ReadEntry] = []
    actions: list[ReadAction] = []
    scores: dict[str, int] = {}
    for section, heading, rows in _tables(text):
        if section == _(Timeline.heading) and len(rows[0]) >= _TIMELINE_COLUMNS:
            entries += _entries(heading, rows[1:], days)
        elif section == _(ActionsSection.heading) and len(rows[0]) == _ACTION_COLUMNS:
            actions += [_action(row, days) for row in rows[1:]]
        elif section == _(Factors.heading) and len(rows[0]) == _FACTOR_COLUMNS:
            scores |= {_factor(row[0]): int(row[1]) for row in rows[1:] if row[1].isdecimal()}
    return ReadBack(id, entries, actions, scores)


class _Days:
    """Dates by how they are written here."""

    def __init__(self, middle: date) -> None:
        self._middle = middle
        self._known: dict[str, dict[str, date]] = {}

    def read(self, text: str, written: Callable[[date], str]) -> date | None:
        """The day that is written so; nothing where none near the incident is."""
        name = written.__name__
        if name not in self._known:
            days = (self._middle + timedelta(days=step) for step in range(-_AROUND, _AROUND + 1))
            self._known[name] = {_plain(written(day)): day for day in days}
        return self._known[name].get(_plain(text))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _tables(text: str) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Each table with the section and the heading that it stands under."""
    from markdown_it import MarkdownIt

    section = heading = ""
    rows: list[list[str]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _words(tokens[place + 1])
            section = heading if token.tag == "h2" else section
        elif token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_words(tokens[place + 1]))
        elif token.type == "table_close":
            yield section, heading, rows


def _words(token: "Token") -> str:
    """What an inline token says, without its markup; line breaks are breaks again."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "text_special", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or child.content == "<br>":
            parts.append("\n")
    return "".join(parts)


def _entries(heading: str, rows: Sequence[Sequence[str]], days: _Days) -> Iterator[ReadEntry]:
    """The entries of one day."""
    name, _mark, offset = heading.rpartition(" (")
    day = days.read(name, formats.weekday)
    zone = _offset(offset)
    if day is None or zone is None:
        return
    for row in rows:
        clock, marks, text = row[-3:]
        match = _CLOCK.fullmatch(clock.strip())
        if match is None:
            zone = _offset(text) or zone  # the clocks change
            continue
        local = datetime.combine(day, time(int(match[1]), int(match[2])), zone)
        milestone, trigger = _marks(marks)
        yield ReadEntry(local.astimezone(UTC), text, milestone, trigger)


def _offset(text: str) -> timezone | None:
    match = _OFFSET.search(text)
    if match is None:
        return None
    span = timedelta(hours=int(match[2] or 0), minutes=int(match[3] or 0))
    return timezone(-span if match[1] == "-" else span)


def _marks(text: str) -> tuple[Milestone | None, Trigger | None]:
    said = [part.strip() for part in text.split(",")]
    milestone = next((Milestone(name) for name, label in MILESTONE_LABELS.items() if _(label) in said), None)
    trigger = next((Trigger(name) for name, label in TRIGGER_LABELS.items() if _(label) in said), None)
    return milestone, trigger


def _action(row: Sequence[str], days: _Days) -> ReadAction:
    number, text, owner, deadline, priority, status = row
    words = text.partition("\n")[0]
    labels = {_(label): name for name, label in STATUS_LABELS.items()}
    return ReadAction(
        int(number) if number.isdecimal() else 0,
        "" if words == _("(says nothing yet)") else words,
        "" if owner == _("no owner") else owner,
        days.read(deadline, formats.day),
        priority,
        labels.get(status.partition(",")[0], status),
    )


def _factor(name: str) -> str:
    return next((id for id, label in FACTOR_LABELS.items() if _(label) == name), name)
