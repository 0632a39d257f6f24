"""Past incidents from a list: each row made an incident of its own, or refused with the reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from data.importers.clock_times import TIME, Days, written_time
from data.importers.dates import DATE, day_comes_first
from data.importers.evidence import Evidence, Setting, moment
from data.importers.past_columns import Row, columns_of, names_of, rows_of
from model.factors import FACTOR_LABELS
from model.ids import imported_id, past_incident_id
from model.incident import Incident
from model.instant import in_zone, stored, zone_of
from model.message import Message, Refused
from model.refusal import first_refusal
from model.summary import DETECTION_LABELS, INDUSTRY_LABELS, KIND_LABELS, Severity
from model.text import one_line
from model.timeline import MILESTONE_LABELS, Milestone

__all__ = ["PAST", "Past", "end_resolves", "past_incidents"]

PAST = "past"
"""Where records of such incidents say that they come from."""
_WRITTEN = re.compile(rf"\s*{TIME}\s*")
_DAY = re.compile(rf"\s*{DATE}\s*")
_LEAP = re.compile(r"(?<=:\d\d):60(?!\d)")
_SEVERITIES: Mapping[str, Severity] = {
    **dict.fromkeys(("1", "0", "critical", "blocker", "highest", "major", "urgent"), Severity.SEV_1),
    **dict.fromkeys(("2", "high", "medium", "moderate", "normal"), Severity.SEV_2),
    **dict.fromkeys(("3", "4", "5", "low", "minor", "lowest", "trivial", "none"), Severity.SEV_3),
}
_EARLIEST = 1000
"""Ids name the day with four digits of the year."""
_UNITS = {"seconds": 1, "minutes": 60, "hours": 3600}
_SEPARATORS = re.compile(r"[;|,]")


@dataclass(frozen=True, slots=True)
class Past:
    """What became of one row."""

    row: Row
    incident: Incident | None
    problem: Message | None = None
    """Why it is left out."""
    notes: tuple[Message, ...] = ()
    """What was taken for granted in it."""


def end_resolves(evidence: Evidence) -> bool:
    """Whether no column says when an incident was resolved, so that its end is taken for that."""
    return Milestone.RESOLVED not in columns_of(names_of(evidence))


def past_incidents(evidence: Evidence, setting: Setting, currency: str) -> Iterator[Past]:
    """Each row of the list as an incident. Importing it again makes incidents of the same ids."""
    day_first, resolves = day_comes_first(evidence.text), end_resolves(evidence)
    seen: dict[str, int] = {}
    for row in rows_of(evidence):
        if row.problem is not None:
            yield Past(row, None, row.problem)
            continue
        reading = _Reading(row, Setting(setting.zone, setting.now, fold=setting.fold), currency, day_first)
        reading.end_resolves = resolves
        try:
            incident = reading.incident()
        except (Refused, ValidationError) as error:
            where, reason = first_refusal(error)
            named = where.rpartition(".")[2]
            problem = Message("{where}: {reason}", where=named, reason=reason) if "." in where else reason
            yield Past(row, None, problem)
            continue
        if incident.id in seen:
            yield Past(row, None, Message("the same incident as in line {line}", line=seen[incident.id]))
            continue
        seen[incident.id] = row.number
        yield Past(row, incident, notes=tuple(reading.setting.notes))


class _Reading:
    """Reads one row."""

    def __init__(self, row: Row, setting: Setting, currency: str, day_first: bool | None) -> None:
        self.setting = setting
        self._columns = columns_of(list(row.cells))
        self._cells = row.cells
        self._currency = currency
        self._day_first = day_first
        self.end_resolves = False
        """Whether its end is taken as its resolution."""

    def incident(self) -> Incident:
        """Raises `Refused` or `ValidationError` where the row is not right."""
        if zone := self._text("zone"):
            zone_of(zone)
            self.setting.zone = zone
        start = self._time("start")
        if start is None:
            raise Refused(Message("when it started is not known"))
        end = self._end(start)
        if end < start:
            raise Refused(Message("it ends before it starts"))
        if end == start:
            self.setting.note(Message("it ends when it starts"))
        if in_zone(start, self.setting.zone).year < _EARLIEST:
            raise Refused(Message("when it started is not known"))
        title = self._title()
        key = self._text("id") or f"{title}\n{stored(start)}"
        entries = [*self._entries(key), *self._resolution(key, end)]
        return Incident.model_validate(
            {
                "id": past_incident_id(in_zone(start, self.setting.zone), key),
                "created_at": self.setting.now,
                "summary": self._summary(title, start, end),
                "timeline": sorted(entries, key=itemgetter("at", "id")),
                "whys": list(self._whys(key, title, start)),
                "cost": {"currency": self._money_in()},
                "notes": list(self._notes(key, start)),
            }
        )

    def _title(self) -> str:
        named = self._text("title") or " – ".join(filter(None, (self._text("company"), self._text("service"))))
        if not named:
            raise Refused(Message("it has no title"))
        return one_line(named)[:200]

    def _summary(self, title: str, start: datetime, end: datetime) -> dict[str, object]:
        return {
            "title": title,
            "started_at": start,
            "ended_at": end,
            "zone": self.setting.zone,
            "severity": self._severity(),
            "service": one_line(self._text("service") or self._text("company"))[:200],
            "users_affected": self._users(),
            "revenue_lost": self._revenue(),
            **self._choice("kind", KIND_LABELS),
            **self._choice("industry", INDUSTRY_LABELS),
            **self._choice("detected_by", DETECTION_LABELS),
        }

    def _value(self, name: str) -> Any:
        return self._cells.get(self._columns.get(name, ""))

    def _text(self, name: str) -> str:
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return str(value).strip()

    def _time(self, name: str) -> datetime | None:
        """The moment in that column; none where it is empty, or the year 1 that programs write for “never”."""
        value, shown = self._value(name), self._text(name)
        if not shown or shown.startswith("0001-01-01"):
            return None
        if _LEAP.search(shown):
            self.setting.note(Message("a leap second was taken as the second before it"))
            shown = value = _LEAP.sub(":59", shown)
        found = moment(value) or self._iso(shown) or self._written(shown)
        if found is None:
            raise Refused(Message("“{text}” is no time that can be read", text=one_line(shown)[:40]))
        return found

    def _iso(self, shown: str) -> datetime | None:
        """With its offset, of any year."""
        try:
            read = datetime.fromisoformat(shown)
        except ValueError:
            return None
        return read.astimezone(UTC).replace(microsecond=0) if read.tzinfo else None

    def _written(self, shown: str) -> datetime | None:
        if (day := _DAY.fullmatch(shown)) is not None:
            self.setting.note(Message("a day without a time was taken from its midnight on"))
            shown = f"{day[0].strip()} 00:00"
        match = _WRITTEN.fullmatch(shown[:100])
        written = written_time(match) if match else None
        if written is None:
            return None
        days = Days(self.setting, day_first=self._day_first)
        return days.instant(written, one_line(shown)[:40])

    def _end(self, start: datetime) -> datetime:
        end = self._time("end")
        if end is not None:
            return end
        for name, seconds in _UNITS.items():
            number = self._number(name)
            if number is not None:
                try:
                    return start + timedelta(seconds=int(number * seconds))
                except (OverflowError, ValueError):
                    raise Refused(Message("“{text}” is no duration", text=str(number)[:40])) from None
        raise Refused(Message("when it ended is not known: it would count as live"))

    def _number(self, name: str) -> Decimal | None:
        text = self._text(name).replace("\u00a0", "").replace(" ", "")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < 0:
            raise Refused(
                Message("“{text}” is not a number: write it like {example}", text=text[:40], example="1234.5")
            )
        return number

    def _severity(self) -> Severity:
        said = self._text("severity").casefold()
        word = re.sub(r"^(sev(erity)?|p(riority)?)[\s_-]*(?=\d)", "", said).split(" ")[0].strip("-:")
        if word in _SEVERITIES:
            return _SEVERITIES[word]
        if said:
            self.setting.note(Message("the severity “{text}” was taken as SEV-2", text=said[:40]))
        return Severity.SEV_2

    def _choice(self, name: str, labels: Mapping[str, str]) -> dict[str, str]:
        said = re.sub(r"[\s_]+", "-", self._text(name).casefold())
        return {name: said} if said in {str(value) for value in labels} else {}

    def _users(self) -> int | None:
        number = self._number("users")
        return None if number is None else int(number)

    def _money_in(self) -> str:
        return self._text("currency").upper() or self._currency

    def _revenue(self) -> dict[str, str] | None:
        number = self._number("cost")
        return None if number is None else {"amount": f"{number:f}", "currency": self._money_in()}

    def _entries(self, key: str) -> Iterator[dict[str, object]]:
        """An entry for each moment that has a column of its own."""
        for milestone in Milestone:
            at = self._time(milestone.value)
            if at is not None:
                yield self._entry(key, milestone, at)

    def _resolution(self, key: str, end: datetime) -> Iterator[dict[str, object]]:
        """The end as the resolution, where that is said nowhere, and both ends are more than a day's date."""
        if self.end_resolves and Milestone.RESOLVED not in self._columns and self._spans_time():
            yield self._entry(key, Milestone.RESOLVED, end)

    def _spans_time(self) -> bool:
        ended = self._text("end")
        return not ended or not any(_DAY.fullmatch(text) for text in (ended, self._text("start")))

    def _entry(self, key: str, milestone: Milestone, at: datetime) -> dict[str, object]:
        return {
            "id": imported_id(at, PAST, f"{key}\n{milestone}"),
            "at": at,
            "zone": self.setting.zone,
            "recorded_at": self.setting.now,
            "text": MILESTONE_LABELS[milestone],
            "milestone": milestone,
            "source": PAST,
            "origin": sha256(key.encode()).hexdigest()[:16],
        }

    def _whys(self, key: str, title: str, start: datetime) -> Iterator[dict[str, object]]:
        """A chain of one why for each category, or one for the cause where no category is named."""
        cause = self._text("cause")
        categories: list[str | None] = list(self._categories())
        for category in categories or ([None] if cause else []):
            origin = f"{key}\nwhy\n{category}"
            yield {"id": imported_id(start, PAST, origin), "text": cause or title, "category": category}

    def _categories(self) -> Iterator[str]:
        """Those that are named as such, and of the tags those that name one of the known."""
        known = {_squeezed(word): id for id, label in FACTOR_LABELS.items() for word in (id, label)}
        named = [known.get(_squeezed(name), name) for name in self._parts("categories")]
        tagged = [known[tag] for tag in map(_squeezed, self._parts("tags")) if tag in known]
        yield from dict.fromkeys((*named, *tagged))

    def _parts(self, name: str) -> Iterator[str]:
        value = self._value(name)
        parts = value if isinstance(value, list) else _SEPARATORS.split(self._text(name))
        named = (one_line(part).strip()[:100] for part in parts if isinstance(part, str))
        yield from filter(None, named)

    def _notes(self, key: str, start: datetime) -> Iterator[dict[str, object]]:
        text = "\n".join(filter(None, (self._text("description"), self._text("link"))))
        if text:
            yield {"id": imported_id(start, PAST, f"{key}\nnote"), "at": start, "text": text[:10_000]}


def _squeezed(word: str) -> str:
    return re.sub(r"[\W_]+", "", word.casefold())
