"""Clock times as people write them in front of a line, made instants: day after day, in a zone."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from data.importers.dates import DATE, date_of
from data.importers.evidence import Setting
from model.message import Message, Refused
from model.zone_words import REGIONS, Place, place_of

__all__ = ["TIME", "ZONE", "DayNeeded", "Days", "TwiceShown", "Written", "written_time"]

_HALF = r"[AaPp]\.?[Mm]\b\.?"
_WORDS = "|".join(sorted((*REGIONS, "UTC", "GMT"), key=len, reverse=True))
ZONE = rf"(?:(?:UTC|GMT)[+-]\d{{1,2}}(?::?\d\d)?|\b(?:{_WORDS})\b|\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+\b)"
"""The pattern of a zone as it is written beside a time: `UTC`, `CET`, `UTC+01:00`, `Europe/Berlin`."""
_CLOCK = (
    rf"(?P<hour>\d{{1,2}})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?!\d)|(?=\s?{_HALF}))"
    rf"(?:\s?(?P<half>{_HALF}))?"
)
TIME = (
    rf"(?:{DATE}(?:[T ]|,\s*|,?\s+at\s+|\s+[-–—]?\s*)\s*)?{_CLOCK}"
    rf"(?:\s?(?P<zone>Z\b|(?(iso)[+-]\d\d:?\d\d(?!\d)|\+\d\d:?\d\d(?!\d)))|\s?\(?(?P<named>{ZONE})\)?)?"
)
"""The pattern of such a time: `10:42`, `10:42:07 pm`, `2026-11-22T23:10:00Z`, `Nov 22, 23:10 UTC`."""
_HALF_A_DAY = timedelta(hours=12)
_YEARS = range(1970, 2200)


class DayNeeded(Refused):
    """A time without a day: it has to be asked for."""


class TwiceShown(Refused):
    """A time that the clock showed twice: which one is meant has to be asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """A time as it was written."""

    clock: time
    match: re.Match[str]
    """What `TIME` found, with its date."""
    zone: str
    """The zone or offset that stands beside it; empty where none does."""


def written_time(match: re.Match[str]) -> Written | None:
    """The time that `TIME` found; none where there is no such time of day."""
    hour, half = int(match["hour"]), (match["half"] or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        clock = time(hour, int(match["minute"] or 0), int(match["second"] or 0))
    except ValueError:
        return None
    return Written(clock, match, match["zone"] or match["named"] or "")


class Days:
    """Gives clock times their day: a jump back of more than twelve hours is the next day."""

    def __init__(self, setting: Setting, *, day_first: bool | None = None, zone: str = "") -> None:
        """`zone` is the one that the text itself names for all its times, if it does."""
        self.zone = zone
        self.kept_zone = setting.zone
        """The zone of the latest time, to be kept with it."""
        self._setting = setting
        self._day_first = day_first
        self._day = setting.day
        self._before: datetime | None = None
        self._latest: datetime | None = None

    def begin(self, match: re.Match[str]) -> bool:
        """Go on with the day that `DATE` found; false where it is none."""
        day = self._date(match)
        if day is not None:
            self._day, self._before = day, None
        return day is not None

    def instant(self, written: Written, where: str) -> datetime:
        """The instant, in UTC.

        Raises `DayNeeded`, `TwiceShown` or another `Refused` where it cannot be told.
        """
        named = self._date(written.match)
        self._day = named or self._day
        if self._day is None:
            text = Message("{where}: the day is not known: give it with --date 2026-11-22", where=where)
            raise DayNeeded(text)
        wall = datetime.combine(self._day, written.clock)
        if named is None and self._before is not None and self._before - wall > _HALF_A_DAY:
            wall += timedelta(days=1)
            self._day = wall.date()
        self._before = wall
        word = written.zone or self.zone
        place = place_of(word, self._setting.zone, wall.year)
        self.kept_zone = place.zone
        for note in place.notes:
            self._setting.note(note)
        if not word:
            self._setting.note(Message("times without a zone were taken as {zone}", zone=self._setting.zone))
        self._latest = self._settled(wall, place, where)
        return self._latest

    def _date(self, match: re.Match[str]) -> date | None:
        year = (self._day or self._setting.now).year
        try:
            found = date_of(match, year, day_first=self._day_first)
        except ValueError as error:
            if isinstance(error, Refused):
                raise
            return None
        return found if found and found.year in _YEARS else None

    def _settled(self, wall: datetime, place: Place, where: str) -> datetime:
        """The instant at which the clock of the place shows that; of two, the one that keeps the lines in order."""
        first, second = (wall.replace(tzinfo=place.clock, fold=fold).astimezone(UTC) for fold in (0, 1))
        shown = f"{wall:%H:%M}"
        if first > second:
            moved = f"{first.astimezone(place.clock):%H:%M}"
            note = "{where}: the clock went forward over {clock}: moved to {moment}"
            self._setting.note(Message(note, where=where, clock=shown, moment=moved))
            return first
        if first == second:
            return first
        named = [moment for moment in (first, second) if place.word and place.in_force(moment) == place.word]
        if named:
            return named[0]
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
            raise TwiceShown(text)
        return second if self._setting.fold else first


def _offset(moment: datetime, place: Place) -> str:
    spelled = f"{moment.astimezone(place.clock):%z}"
    return f"{spelled[:3]}:{spelled[3:]}"
