"""Tables with a time in each row: CSV as programs write it, and the timeline of a post-mortem in Markdown."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence

from data.importers.clock_times import TIME, Days, written_time
from data.importers.evidence import Evidence, Setting, instant
from data.importers.origins import Origins
from model.evidence import Candidate, Kind
from model.message import Message, Refused
from model.timeline import Milestone

__all__ = ["columns_of", "from_rows", "rows_of_csv"]

_NAMES = {
    "time": ("time", "timestamp", "date", "created_at", "at", "datetime", "when", "date/time", "time (utc)"),
    "text": ("event", "message", "description", "summary", "text", "what", "details", "action"),
    "author": ("actor", "user", "owner", "author", "who", "name"),
    "kind": ("kind", "type", "milestone", "category"),
    "id": ("id", "uuid", "key"),
}
_MILESTONES = {
    "alert": Milestone.FIRST_ALERT,
    "first alert": Milestone.FIRST_ALERT,
    "detected": Milestone.FIRST_ALERT,
    "ack": Milestone.TEAM_NOTIFIED,
    "acknowledged": Milestone.TEAM_NOTIFIED,
    "paged": Milestone.TEAM_NOTIFIED,
    "team notified": Milestone.TEAM_NOTIFIED,
    "investigating": Milestone.INVESTIGATION_STARTED,
    "investigation started": Milestone.INVESTIGATION_STARTED,
    "root cause": Milestone.ROOT_CAUSE_IDENTIFIED,
    "identified": Milestone.ROOT_CAUSE_IDENTIFIED,
    "root cause identified": Milestone.ROOT_CAUSE_IDENTIFIED,
    "fix": Milestone.FIX_DEPLOYED,
    "mitigated": Milestone.FIX_DEPLOYED,
    "fix deployed": Milestone.FIX_DEPLOYED,
    "resolved": Milestone.RESOLVED,
    "resolve": Milestone.RESOLVED,
    "confirmed resolved": Milestone.RESOLVED,
}
_CHANGES = frozenset({"deploy", "deployment", "release", "change", "config change", "configuration change"})
_WRITTEN = re.compile(rf"\s*{TIME}\s*")
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000


def columns_of(header: Sequence[str]) -> Mapping[str, int]:
    """Which column is the time, the text, the author, the kind and the id."""
    plain = [cell.strip().strip("*_").lower() for cell in header]
    found: dict[str, int] = {}
    for name, aliases in _NAMES.items():
        for alias in aliases:
            if alias in plain and plain.index(alias) not in found.values():
                found[name] = plain.index(alias)
                break
    return found


def rows_of_csv(evidence: Evidence) -> list[list[str]]:
    """The rows of a CSV, whatever its delimiter. Raises `Refused` where a cell has no end."""
    first = evidence.text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return [row for row in csv.reader(evidence.text.splitlines(keepends=True), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise Refused(Message("{file} is no CSV: {reason}", file=evidence.name, reason=str(error))) from error


def from_rows(rows: Sequence[Sequence[str]], source: str, setting: Setting, first: int = 2) -> Iterator[Candidate]:
    """The rows under a header as candidates. Those without a time are left out, and said.

    Raises `Refused` where a time cannot be told.
    """
    columns = columns_of(rows[0]) if rows else {}
    days, origins = Days(setting), Origins()
    for number, row in enumerate(rows[1:], first):
        cell = {name: row[place].strip() for name, place in columns.items() if place < len(row)}
        moment = instant(cell.get("time"))
        match = None if moment else _WRITTEN.fullmatch(cell.get("time", ""))
        written = written_time(match) if match else None
        if written is not None:
            moment = days.instant(written, str(number))
        if moment is None or not cell.get("text"):
            setting.note(Message("rows without a time or a text were left out"))
            continue
        kind, author, text = cell.get("kind", "").lower().replace("-", " "), cell.get("author", ""), cell["text"]
        yield Candidate(
            moment,
            text,
            source,
            cell.get("id") or origins.of(moment, author, text),
            author=author,
            zone=setting.zone if written else None,
            typed=cell["time"] if written else "",
            milestone=_MILESTONES.get(kind),
            kind=Kind.CHANGE if kind in _CHANGES else Kind.ALERT if kind == "alert" else Kind.MESSAGE,
        )
