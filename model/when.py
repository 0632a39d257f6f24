"""Reading a time as people type it: `10:42`, `-5m`, `T+3m`, `yesterday 23:10`, ISO 8601, and a zone after it."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from model.instant import in_zone, to_instant
from model.message import Message, Refused
from model.text import clean, one_line
from model.zone_words import Place, place_of

__all__ = ["GRACE", "Context", "When", "read_when"]

GRACE = timedelta(minutes=5)
"""How far ahead a time may lie that was meant as just now: clocks differ."""

_LONGEST_TYPED = 100
_FARTHEST = 366 * 86_400
_YEARS = range(1970, 2200)
_DAY = timedelta(days=1)
_UNITS = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ALIKE = str.maketrans(dict.fromkeys("\u2010\u2012\u2013\u2212", "-"))
_BRACKETS = re.compile(r"[][(){}]|,(?!\d)")
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + "|sept"
_WEEKDAY = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _WEEKDAYS)
_NAMED_DAY = (
    rf"(?<![\w:.])(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[ -]?(?P<month>{_MONTH})\b\.?"
    rf"|(?P<month_first>{_MONTH})\b\.? ?(?P<day_after>\d\d?)(?:st|nd|rd|th)?(?![\d:]))"
    r"(?:[ -](?P<year>(?:19|2[01])\d\d)(?![\d:.]))?"
)
_PACKED_DAY = re.compile(r"^(\d{4})(\d\d)(\d\d)(?=t\d)", re.IGNORECASE)
_RANGE = re.compile(r"(?:.* )?(?P<first>\d\d?:\d\d)(?:-| - )(?P<second>\d\d?:\d\d)")
# `2026-11` is the beginning of a date, not 20:26 eleven hours behind UTC.
_ZONE = r"(?: ?(?P<zone>(?!on )[a-z][\w/:+-]*)|(?: |(?<!^\d{4}))(?P<offset>[+-]\d\d?(?::?\d\d)?))?"
_ON = (
    r"(?:(?P<year>\d{4}|-)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)"
    rf"|(?P<word>today|yesterday|{_WEEKDAY}))"
)
# Without a mark in between, hours have two digits as well: `942` would be a guess.
_CLOCK = (
    r"(?P<hour>\d\d?)(?:(?P<mark>[:.]|(?<=\d\d))(?P<minute>\d\d)(?:(?P=mark)(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
)
_SPAN = (
    r"(?:(?P<days>\d+) ?d(?:ays?)?)? ?(?:(?P<hours>\d+) ?h(?:(?:ou)?rs?)?)? ?"
    r"(?:(?P<minutes>\d+) ?m(?:in(?:ute)?s?)?)? ?(?:(?P<seconds>\d+) ?s(?:ec(?:ond)?s?)?)?"
)
_COUNTED = rf"(?:(?P<now>now)|(?P<base>t ?[+-]|-)? ?{_SPAN}(?P<ago> ?ago)?){_ZONE}"
_DAY_LAST = rf"{_CLOCK}{_ZONE} (?:on )?{_ON}"
_DAY_FIRST = rf"(?:{_ON}(?: (?:at )?|(?<=\d)t))?{_CLOCK}{_ZONE}"


@dataclass(frozen=True, slots=True)
class Context:
    """What a typed time is relative to."""

    now: datetime
    zone: str
    """The incident's zone."""
    start: datetime | None = None
    """When the incident began, for `T+3m`."""
    last: datetime | None = None
    """When the last entry happened: tells which one is meant of a clock time that comes twice."""


@dataclass(frozen=True, slots=True)
class When:
    """What a typed time was understood as."""

    at: datetime
    """The instant, in UTC to the second."""
    zone: str
    """The zone in which it was entered: the incident's where none, or a mere offset, was typed."""
    typed: str
    notes: tuple[Message, ...]
    """What to see before accepting it, such as that it lies on the previous day."""


def read_when(typed: str, context: Context) -> When:
    """The instant that a person means.

    Raises `Refused`, with what to type instead, where that cannot be told.
    """
    if len(typed) > _LONGEST_TYPED:
        raise Refused(Message("that is too long for a time: write it like 10:42 or 2026-11-22 23:10"))
    shown = one_line(clean(typed))
    text = one_line(_BRACKETS.sub(" ", unicodedata.normalize("NFKC", shown).translate(_ALIKE)))
    if not text:
        raise Refused(Message("a time is needed: write it like 10:42, -5m or yesterday 23:10"))
    try:
        place, at, notes = _counted(text, shown[:40], context) or _by_the_clock(text, shown[:40], context)
        if at > context.now + GRACE:
            notes.append(Message("in the future"))
        if at.year in _YEARS:
            return When(at, place.zone, shown, (*place.notes, *notes))
    except OverflowError:
        pass
    raise Refused(Message("that lies outside the years 1970 to 2199: check the date"))


_Read = tuple[Place, datetime, list[Message]]


def _whole(pattern: str, text: str) -> re.Match[str] | None:
    # Compiled at the first use, not on the way to the first screen.
    return re.fullmatch(pattern, text, re.IGNORECASE)


def _place(match: re.Match[str], context: Context) -> Place:
    return place_of(match["zone"] or match["offset"] or "", context.zone, context.now.year)


def _counted(text: str, shown: str, context: Context) -> _Read | None:
    """A time counted from now or from the start; none where the text is not one."""
    match = _whole(_COUNTED, text)
    if match is None:
        return None
    base, ago = match["base"] or "", bool(match["ago"])
    if not match["now"]:
        if not any(match[unit] for unit in _UNITS) or (len(base) > 1 and ago):
            return None
        if not base and not ago:
            if match["zone"] or match["offset"]:
                return None
            raise Refused(Message("“{text}” is a duration: write -{text} or {text} ago", text=shown))
    seconds = sum(int(match[unit] or 0) * length for unit, length in _UNITS.items())
    if seconds > _FARTHEST:
        raise Refused(Message("that is more than a year away: type the date, such as 2026-11-22 23:10"))
    since = context.start if len(base) > 1 else context.now
    if since is None:
        raise Refused(Message("the start is not known yet: write a time such as 10:42 or -5m"))
    at = to_instant(since) + timedelta(seconds=seconds if base.endswith("+") else -seconds)
    if at > context.now + _DAY:
        raise Refused(Message("that is more than a day ahead: type the date, such as 2026-11-22 23:10"))
    return _place(match, context), at, []


def _by_the_clock(text: str, shown: str, context: Context) -> _Read:
    """A time of day, on the day that was typed or else the latest that is past."""
    text = _PACKED_DAY.sub(r"\1-\2-\3", re.sub(_NAMED_DAY, _in_figures, text, flags=re.IGNORECASE))
    if match := _whole(_ON, text):
        _days(match, context.now.date(), shown)
        raise Refused(Message("“{text}” is a day: add the time, such as {text} 10:42", text=shown))
    times = _RANGE.fullmatch(text)
    if times and times["first"].zfill(5) < times["second"].zfill(5):
        raise Refused(Message("“{text}” is two times: write one, and a blank before an offset", text=shown))
    match = _whole(_DAY_LAST, text) or _whole(_DAY_FIRST, text)
    if match is None:
        raise Refused(
            Message(
                "“{text}” is not a time: write it like 10:42, -5m, T+3m, yesterday 23:10 or 2026-11-22 23:10",
                text=shown,
            )
        )
    place = _place(match, context)
    clock = _clock(match, shown)
    today = context.now.astimezone(place.clock).date()
    days = _days(match, today, shown)
    limit = None if len(days) == 1 else context.now + GRACE
    for day in days:
        at, notes = _settled(datetime.combine(day, clock), place, context, limit)
        if limit is None or at <= limit:
            break
    if match["day"] or match["word"]:
        unexpected = day == today - 7 * _DAY if match["word"] else len(days) > 1 and day.year < today.year
        return place, at, [Message("the last one before now, {day}", day=day), *notes] if unexpected else notes
    return place, at, [*_another_day(at, context), *notes]


def _in_figures(match: re.Match[str]) -> str:
    """A day such as `22 Nov` as `--11-22`, or with its year."""
    name, day = match["month"] or match["month_first"], match["day"] or match["day_after"]
    month = next(number for number, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))
    return f"{match['year'] or '-'}-{month:02}-{day}"


def _clock(match: re.Match[str], shown: str) -> time:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    half = (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise Refused(Message("hours with am and pm go from 1 to 12: write 1:30 pm or 13:30"))
    if hour > 23:
        raise Refused(Message("hours go from 0 to 23, and midnight is 00:00: write it like 10:42"))
    if minute > 59 or second > 59:
        raise Refused(Message("minutes and seconds go from 00 to 59: write it like 10:42 or 10:42:30"))
    if not half and match["minute"] is None:
        raise Refused(Message("“{text}” has no minutes: write it like 10:42 or 2 pm", text=shown))
    return time(hour % 12 + 12 * (half == "p") if half else hour, minute, second)


def _days(match: re.Match[str], today: date, shown: str) -> list[date]:
    """The days that can be meant, the latest first; just one where it is certain."""
    word = (match["word"] or "").lower()
    if word in ("today", "yesterday"):
        return [today - _DAY if word == "yesterday" else today]
    if match["day"]:
        # Eight years back, since 29 February can be that rare.
        years = range(today.year + 1, today.year - 9, -1) if match["year"] == "-" else [int(match["year"])]
        days = [day for year in years if (day := _date(year, int(match["month"]), int(match["day"])))]
        if not days:
            raise Refused(Message("“{text}” is on no day of the calendar: check the date", text=shown))
        return days
    days = [today + _DAY * ahead for ahead in range(1, -9 if word else -3, -1)]
    return [day for day in days if _WEEKDAYS[day.weekday()].startswith(word)]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _settled(wall: datetime, place: Place, context: Context, limit: datetime | None) -> tuple[datetime, list[Message]]:
    """The instant at which the clock of the place shows that, and what is odd about it."""
    first, second = (wall.replace(tzinfo=place.clock, fold=fold).astimezone(UTC) for fold in (0, 1))
    shown = f"{wall:%H:%M}"
    if first > second:
        moved = first.astimezone(place.clock)
        note = Message("the clock went forward over {clock}: moved to {moment}", clock=shown, moment=moved)
        return first, [note]
    if first == second:
        return first, place.doubts(first)
    named = [moment for moment in (first, second) if place.word and place.in_force(moment) == place.word]
    if named and (limit is None or named[0] <= limit):
        return named[0], []
    if context.last and first < context.last <= second <= context.now + GRACE:
        other = f"{first.astimezone(place.clock):%z}"
        twice = Message(
            "{clock} came twice: the second was taken, and {clock} {offset} is the first", clock=shown, offset=other
        )
        return second, [twice]
    other = f"{second.astimezone(place.clock):%z}"
    twice = Message(
        "{clock} came twice: the first was taken, and {clock} {offset} is the second", clock=shown, offset=other
    )
    return first, [twice]


def _another_day(at: datetime, context: Context) -> list[Message]:
    """On which day of the incident's calendar it lies, where that is not today."""
    today, day = (in_zone(moment, context.zone).date() for moment in (context.now, at))
    if day == today - _DAY:
        return [Message("the previous day, {day}", day=day)]
    return [] if day == today else [Message("on {day}", day=day)]
