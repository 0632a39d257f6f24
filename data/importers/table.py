"""Tables with a time in each row: CSV as programs write it, and the timeline of a post-mortem in Markdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from data.importers.clock_times import TIME, ZONE, Days, written_time
from data.importers.evidence import Setting, moment
from data.importers.origins import Origins
from model.evidence import Candidate, Kind
from model.evidence_words import is_finished_change, milestone_of
from model.message import Message
from model.timeline import Milestone

__all__ = ["Rows", "columns_of"]

_NAMES = {
    "time": (
        *("time", "timestamp", "datetime", "date time", "when", "at", "created at", "created on", "occurred at"),
        *("event time", "start time", "started at", "time stamp", "clock", "date", "created", "ts"),
    ),
    "text": (
        *("event", "message", "description", "summary", "text", "what", "what happened", "details", "detail", "action"),
        *("activity", "note", "notes", "comment", "entry", "title", "update", "log", "happened", "events"),
    ),
    "author": (
        "actor",
        "user",
        "owner",
        "author",
        "who",
        "name",
        "by",
        "person",
        "username",
        "user name",
        "agent",
        "responder",
    ),
    "kind": ("kind", "type", "milestone", "category", "event type", "phase", "status"),
    "id": ("id", "uuid", "key", "event id", "message id"),
    "zone": ("zone", "time zone", "timezone", "tz"),
}
_MILESTONES = {
    **{str(milestone).replace("-", " "): milestone for milestone in Milestone},
    **dict.fromkeys(("alert", "alerted", "detected", "detection", "triggered", "trigger"), Milestone.FIRST_ALERT),
    **dict.fromkeys(("ack", "acknowledge", "acknowledged", "paged", "notified"), Milestone.TEAM_NOTIFIED),
    **dict.fromkeys(("investigating", "investigation"), Milestone.INVESTIGATION_STARTED),
    **dict.fromkeys(("root cause", "identified", "cause", "diagnosed"), Milestone.ROOT_CAUSE_IDENTIFIED),
    **dict.fromkeys(("fix", "fixed", "mitigated", "mitigation", "fix applied"), Milestone.FIX_DEPLOYED),
    **dict.fromkeys(("resolve", "resolution", "confirmed resolved", "recovered"), Milestone.RESOLVED),
}
_CHANGES = frozenset(
    (
        *("deploy", "deployed", "deployment", "release", "released", "rollout", "change"),
        *("config change", "configuration change", "feature flag", "config"),
    )
)
_ALERTS = frozenset({"alert", "alarm", "trigger", "triggered", "page", "first alert"})
_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_IN_BRACKETS = re.compile(rf"[\[(]?\s*(?P<zone>{ZONE})\s*[\])]?\s*$")
_WRITTEN = re.compile(rf"\s*{TIME}\s*")


def columns_of(header: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Which columns are the time, the text, the author, the kind, the id and the zone; the best of each first."""
    plain = [_plain(cell) for cell in header]
    found: dict[str, list[int]] = {}
    taken: set[int] = set()
    for name, aliases in _NAMES.items():
        for alias in aliases:
            for place, cell in enumerate(plain):
                if cell == alias and place not in taken:
                    taken.add(place)
                    found.setdefault(name, []).append(place)
    return found


def _plain(cell: str) -> str:
    bare = _IN_BRACKETS.sub("", cell.strip().strip("*_`"))
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare or cell)
    return _NOT_LETTERS.sub(" ", spread).strip().lower().removesuffix(" utc")


@dataclass
class Rows:
    """Makes candidates of the rows under one header."""

    columns: Mapping[str, Sequence[int]]
    source: str
    setting: Setting
    days: Days
    origins: Origins = field(default_factory=Origins)

    @classmethod
    def under(cls, header: Sequence[str], source: str, setting: Setting, days: Days) -> "Rows":
        """The rows under that header, which may name the zone: `Time (UTC)`, `timestamp_utc`."""
        columns = columns_of(header)
        for place in columns.get("time", ()):
            cell = header[place].strip().strip("*_`")
            match = _IN_BRACKETS.search(cell)
            if match or cell.lower().endswith(("_utc", " utc")):
                days.zone = match["zone"] if match else "UTC"
        return cls(columns, source, setting, days)

    def candidates(self, rows: Sequence[Sequence[str]], first: int) -> Iterator[Candidate]:
        """The rows as candidates, counted from `first`. Those without a time or a text are left out, and said.

        Raises `Refused` where a time cannot be told.
        """
        for number, row in enumerate(rows, first):
            found = self._candidate(row, number)
            if found is not None:
                yield found
            elif any(cell.strip() for cell in row):
                self.setting.note(Message("rows without a time or a text were left out"))

    def _cell(self, row: Sequence[str], name: str) -> str:
        """The first cell of that name that is not empty."""
        cells = (row[place].strip() for place in self.columns.get(name, ()) if place < len(row))
        return next((cell for cell in cells if cell), "")

    def _candidate(self, row: Sequence[str], number: int) -> Candidate | None:
        text, typed = self._cell(row, "text"), self._time(row)
        kind = " ".join(_NOT_LETTERS.sub(" ", self._cell(row, "kind")).lower().split())
        text = text or self._cell(row, "kind")
        at = moment(typed)
        written = None
        if at is None:
            match = _WRITTEN.fullmatch(typed[:100])
            written = written_time(match) if match else None
            at = self.days.instant(written, str(number)) if written and text else None
        if at is None or not text:
            return None
        author = self._cell(row, "author")
        is_change = kind in _CHANGES or (kind not in _MILESTONES and is_finished_change(text))
        return Candidate(
            at,
            text,
            self.source,
            self._cell(row, "id") or self.origins.of(at, author, text),
            author=author,
            zone=self.days.kept_zone if written else None,
            typed=typed if written else "",
            milestone=_MILESTONES.get(kind) or milestone_of(text),
            kind=Kind.CHANGE if is_change else Kind.ALERT if kind in _ALERTS else Kind.MESSAGE,
        )

    def _time(self, row: Sequence[str]) -> str:
        """The time: of a date in one column and the time of day in another, both together."""
        cells = [row[place].strip() for place in self.columns.get("time", ()) if place < len(row)]
        cells = [cell for cell in cells if cell]
        if len(cells) > 1 and ":" not in cells[-1] and len(cells[0]) <= len("10:42:07 a.m. CEST"):
            cells = [f"{cells[-1]} {cells[0]}"]
        zone = self._cell(row, "zone")
        return f"{cells[0]} {zone}".strip() if cells else ""
