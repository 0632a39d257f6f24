"""Lists of past incidents as programs and people write them: which column says what, and the rows under it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.importers.csv_table import header_of, numbered_rows
from data.importers.evidence import Evidence
from model.message import Message
from model.text import one_line

__all__ = [
    "FIELDS",
    "Row",
    "columns_of",
    "is_nearly_past",
    "is_past",
    "lacking",
    "left_of",
    "names_of",
    "needs",
    "rows_of",
]

FIELDS: Mapping[str, Sequence[str]] = {
    "id": ("uuid", "id", "incident id", "key", "number", "incident number", "ticket", "incident"),
    "title": ("title", "name", "headline", "incident title", "incident name", "summary", "one line", "subject"),
    "start": (
        *(
            "start utc",
            "started at",
            "start time",
            "start",
            "started",
            "begin",
            "began at",
            "start date",
            "impact start",
        ),
        *("opened at", "opened", "created at", "created", "occurred at", "date"),
    ),
    "end": (
        *("end utc", "ended at", "end time", "end", "ended", "impact end", "end date", "resolved at", "resolved"),
        *("resolution time", "restored at", "restored", "recovered at", "recovered", "finished at", "finish time"),
        *("finished", "finish", "finish date", "stopped at", "stopped", "stop", "completed at", "completed", "until"),
        *("closed at", "closed", "close time"),
    ),
    "minutes": ("duration minutes", "duration min", "minutes", "duration in minutes", "downtime minutes"),
    "hours": ("duration hours", "hours", "duration in hours"),
    "seconds": ("duration seconds", "seconds", "duration in seconds"),
    "severity": ("severity", "sev", "priority", "impact", "level", "urgency"),
    "service": ("service", "affected service", "service name", "system", "component", "application", "app", "product"),
    "company": ("company", "organisation", "organization", "customer"),
    "industry": ("industry", "sector"),
    "kind": ("kind", "incident type", "type"),
    "detected_by": ("detected by", "detection", "detection source", "source"),
    "categories": (*("categories", "category", "root cause category", "root cause categories", "cause category"),),
    "tags": ("tags", "labels", "tag", "label"),
    "cause": ("root cause", "cause", "why"),
    "description": ("description", "details", "what happened", "impact description"),
    "link": ("url", "link", "post mortem", "postmortem", "report", "source url"),
    "first-alert": ("detected at", "first alert", "alerted at", "triggered at", "detection time"),
    "team-notified": ("acknowledged at", "ack at", "notified at", "paged at", "team notified"),
    "investigation-started": ("investigation started", "investigating at", "investigation started at"),
    "root-cause-identified": ("identified at", "root cause identified", "root cause at", "diagnosed at"),
    "fix-deployed": ("mitigated at", "fixed at", "fix deployed", "fix deployed at", "mitigation time"),
    "resolved": ("resolved at", "resolved", "confirmed resolved", "resolution time"),
    "users": ("users affected", "affected users", "customers affected", "users", "affected customers"),
    "cost": ("revenue lost", "lost revenue", "cost", "total cost", "loss"),
    "currency": ("currency",),
    "zone": ("zone", "time zone", "timezone", "tz"),
}
"""What is taken over, with the names that its column may have, the best first; compared without case and signs."""
_NEEDED: Mapping[str, tuple[frozenset[str], Message]] = {
    "title": (frozenset({"title", "company", "service"}), Message("what it is called (title, name …)")),
    "start": (frozenset({"start"}), Message("when it started (start, started at …)")),
    "end": (
        frozenset({"end", "minutes", "hours", "seconds"}),
        Message("when it ended, or how long it took (end, finished, duration minutes …)"),
    ),
}
"""What a row has to say, with the fields that say it, any of them."""
_OF_INCIDENTS = frozenset({"severity", "service", "company", "categories", "cause", "cost", "users"})
_BEGINNINGS = ("start", "began", "begin", "impact")
_BOTH = frozenset({"resolved"})
"""Fields whose column may serve another field as well."""
_NOT_LETTERS = re.compile(r"[^\w]+|_+")
_LONGEST_HEADER = 20_000
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list."""

    number: int
    """Its line in the file, from 1."""
    given: Any
    """What stands there, as it was read."""
    cells: Mapping[str, Any] = field(default_factory=dict)
    """Its values by the names of the columns; empty where it is no row."""
    problem: Message | None = None
    """Why it is no row."""


def columns_of(names: Sequence[str]) -> dict[str, str]:
    """Which column is which field, by the best of the names that are there."""
    plain = {_plain(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for wanted, aliases in FIELDS.items():
        for alias in aliases:
            if alias in plain and (wanted in _BOTH or plain[alias] not in taken):
                found[wanted] = plain[alias]
                taken.add(plain[alias])
                break
    return found


def is_past(evidence: Evidence) -> bool:
    """Whether it is a list of incidents: each row with a beginning, an end or a duration, and what it was."""
    return not lacking(evidence)


def lacking(evidence: Evidence) -> Sequence[Message]:
    """What a list of incidents needs, and no column says."""
    found = columns_of(names_of(evidence)).keys()
    return [wanted for fields, wanted in _NEEDED.values() if not fields & found]


def is_nearly_past(evidence: Evidence) -> bool:
    """Whether it is a list of incidents but for one column, and can hardly be the events of a single one."""
    found = columns_of(names_of(evidence))
    begins = _plain(found["start"]).startswith(_BEGINNINGS) if "start" in found else False
    return begins and len(lacking(evidence)) == 1 and bool(_OF_INCIDENTS & found.keys())


def needs(evidence: Evidence) -> Message:
    """Which column is missing in a list of incidents, and which there are."""
    return Message(
        "a list of incidents needs a column that says {missing}; there are: {names}",
        missing=lacking(evidence)[0],
        names=", ".join(one_line(name)[:40] for name in names_of(evidence)[:_MOST_NAMES]) or "–",
    )


def left_of(evidence: Evidence) -> list[str]:
    """The columns that are not taken over."""
    names = names_of(evidence)
    taken = set(columns_of(names).values())
    return [name for name in dict.fromkeys(names) if name not in taken and name.strip()]


def rows_of(evidence: Evidence) -> Iterator[Row]:
    """The rows, in order; what is none says why."""
    if _is_json_lines(evidence):
        yield from _json_rows(evidence.text)
        return
    header = header_of(evidence)
    for number, cells in numbered_rows(evidence):
        if len(cells) > len(header):
            text = Message("it has {n} cells, and the header {m}", n=len(cells), m=len(header))
            yield Row(number, cells, problem=text)
        else:
            yield Row(number, cells, dict(zip(header, cells, strict=False)))


def _json_rows(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line, parse_float=str)
        except (ValueError, RecursionError):
            yield Row(number, line, problem=Message("it is no whole JSON"))
            continue
        if isinstance(value, dict):
            yield Row(number, value, value)
        else:
            yield Row(number, line, problem=Message("it is no object"))


def names_of(evidence: Evidence) -> list[str]:
    """The names of the columns: those of the header, or of the first objects."""
    if not _is_json_lines(evidence):
        return header_of(evidence)
    names: dict[str, None] = {}
    for row, _few in zip(_json_rows(evidence.text[:_LONGEST_HEADER]), range(20), strict=False):
        names.update(dict.fromkeys(map(str, row.cells)))
    return list(names)


def _is_json_lines(evidence: Evidence) -> bool:
    first = evidence.text.lstrip("\ufeff\r\n \t")[:_LONGEST_HEADER].partition("\n")[0].strip()
    return first.startswith('{"') and first.endswith("}")


def _plain(name: str) -> str:
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.strip())
    return _NOT_LETTERS.sub(" ", spread).strip().lower()
