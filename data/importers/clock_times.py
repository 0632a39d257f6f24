"""Clock times as people write them in front of a line, made instants: day after day, in a zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from data.importers.evidence import Setting
from model.message import Message, Refused
from model.zone_words import Place, place_of

__all__ = ["TIME", "Days", "Written", "written_time"]

TIME = (
    r"(?:(?P<date>\d{4}-\d\d-\d\d)[T ]+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\s?(?P<zone>Z|[+-]\d\d:?\d\d|\b(?:UTC|GMT|CET|CEST|BST|[ECMP][SD]T|JST)\b))?"
)
"""The pattern of such a time: `10:42`, `10:42:07 pm`, `2026-11-22 23:10 UTC`, `2026-11-22T23:10:00Z`."""
_HALF_A_DAY = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Written:
    """A time as it was written."""

    day: date | None
    clock: time
    zone: str
    """The zone or offset that stands beside it; empty where none does."""


def written_time(match: re.Match[str]) -> Written | None:
    """The time that `TIME` found; none where there is no such time of day."""
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        day = date.fromisoformat(match["date"]) if match["date"] else None
        return Written(day, time(hour, int(match["minute"]), int(match["second"] or 0)), match["zone"] or "")
    except ValueError:
        return None


class Days:
    """Gives clock times their day: a jump back of more than twelve hours is the next day."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._day = setting.day
        self._before: datetime | None = None
        self._latest: datetime | None = None

    def instant(self, written: Written, where: str) -> datetime:
        """The instant, in UTC.

        Raises `Refused` where the day is not known, or the clock showed that time twice or never.
        """
        self._day = written.day or self._day
        if self._day is None:
            raise Refused(Message("{where}: the day is not known: give it with --date 2026-11-22", where=where))
        wall = datetime.combine(self._day, written.clock)
        if written.day is None and self._before is not None and self._before - wall > _HALF_A_DAY:
            wall += timedelta(days=1)
            self._day = wall.date()
        self._before = wall
        place = place_of(written.zone, self._setting.zone, wall.year)
        for note in place.notes:
            self._setting.note(note)
        if not written.zone:
            self._setting.note(Message("times without a zone were taken as {zone}", zone=self._setting.zone))
        self._latest = self._settled(wall, place, where)
        return self._latest

    def _settled(self, wall: datetime, place: Place, where: str) -> datetime:
        """The instant at which the clock of the place shows that; of two, the one that keeps the lines in order."""
        first, second = (wall.replace(tzinfo=place.clock, fold=fold).astimezone(UTC) for fold in (0, 1))
        shown = f"{wall:%H:%M}"
        if first > second:
            text = Message(
                "{where}: the clock went forward over {clock}: write its offset beside it", where=where, clock=shown
            )
            raise Refused(text)
        if first == second:
            return first
        if self._latest is not None and first < self._latest <= second:
            return second
        if self._setting.fold is None:
            text = Message(
                "{where}: the clock showed {clock} twice: write {one} or {other} beside it, or choose with --twice",
                where=where,
                clock=shown,
                one=_offset(first, place),
                other=_offset(second, place),
            )
            raise Refused(text)
        return second if self._setting.fold else first


def _offset(moment: datetime, place: Place) -> str:
    spelled = f"{moment.astimezone(place.clock):%z}"
    return f"{spelled[:3]}:{spelled[3:]}"
