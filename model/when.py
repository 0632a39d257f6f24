"""Reading a time as people type it: `10:42`, `-5m`, `T+3m`, `yesterday 23:10`, ISO 8601, and a zone after it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from model.instant import in_zone, to_instant
from model.message import Message, Refused
from model.text import clean, one_line
from model.zone_words import Place, place_of

__all__ = ["GRACE", "Context", "When", "read_when"]

GRACE = timedelta(minutes=5)
"""How far ahead a time may lie that was meant as just now: clocks differ."""

_LONGEST = 100
_YEARS = range(1970, 2200)
_FARTHEST = timedelta(days=366)
_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)

_ALIKE = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_BRACKETS = re.compile(r"[][(){}]|,(?!\d)")
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|sept"
_NAMED_DAY = re.compile(
    rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[ -]?(?P<month>{_MONTH})\b\.?"
    rf"|(?P<month_first>{_MONTH})\b\.? ?(?P<day_after>\d\d?)(?:st|nd|rd|th)?(?![\d:]))"
    r"(?:[ -](?P<year>(?:19|2[01])\d\d)(?![\d:.]))?",
    re.IGNORECASE,
)
_PACKED_DAY = re.compile(r"^(\d{4})(\d\d)(\d\d)(?=t\d)", re.IGNORECASE)
_TWO_TIMES = re.compile(r"(?:.* )?(\d\d?:\d\d) ?- ?(\d\d?:\d\d)")
_ZONE = r"(?:(?: |(?<!^\d{4}))(?P<offset>[+-]\d\d?(?::?\d\d)?)| ?(?P<zone>[a-z][\w/:+-]*))?"
_ON = (
    r"(?:(?P<year>\d{4}|-)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)"
    rf"|(?P<word>today|yesterday|{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _WEEKDAYS)}))"
)
# Without a sign between them, hours and minutes have two digits each: `942` would be a guess.
_CLOCK = (
    r"(?P<hour>\d\d?)(?:(?P<sign>[:.]|(?<=\d\d))(?P<minute>\d\d)(?:(?P=sign)(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
)
_SPAN = (
    r"(?:(?P<days>\d+) ?d(?:ays?)?)? ?(?:(?P<hours>\d+) ?h(?:(?:ou)?rs?)?)? ?"
    r"(?:(?P<minutes>\d+) ?m(?:in(?:ute)?s?)?)? ?(?:(?P<seconds>\d+) ?s(?:ec(?:ond)?s?)?)?"
)
_FROM_NOW = re.compile(rf"(?:now|(?P<since>t ?[+-]|-)? ?{_SPAN} ?(?P<ago>ago)?){_ZONE}", re.IGNORECASE)
_DAY_ONLY = re.compile(rf"{_ON}|\d{{4}}-\d\d?", re.IGNORECASE)
_TIMES = (
    re.compile(rf"{_CLOCK}{_ZONE} (?:on )?{_ON}", re.IGNORECASE),
    re.compile(rf"(?:{_ON}(?: (?:at )?|(?<=\d)t))?{_CLOCK}{_ZONE}", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a typed time is relative to."""

    now: datetime
    zone: str
    """The incident's zone."""
    start: datetime | None = None
    """When the incident began, for `T+3m`."""
    last: datetime | None = None
    """When the last entry happened: it tells which of two equal clock times is meant."""


@dataclass(frozen=True, slots=True)
class When:
    """What a typed time was understood as."""

    at: datetime
    """The instant, in UTC to the second."""
    zone: str
    """The zone in which it was entered; the incident's where none, or a bare offset, was typed."""
    typed: str
    notes: tuple[Message, ...]
    """What to see before accepting it, such as that it lies on the previous day."""


def read_when(typed: str, context: Context) -> When:
    """The instant that a person means.

    Raises `Refused`, with what to type instead, where it cannot be told.
    """
    if len(typed) > _LONGEST:
        raise Refused(Message("that is too long for a time: write it like 10:42 or 2026-11-22 23:10"))
    shown = one_line(clean(typed))
    text = unicodedata.normalize("NFKC", shown).translate(_ALIKE)
    text = one_line(_BRACKETS.sub(" ", text))
    if not text:
        raise Refused(Message("a time is needed: write it like 10:42, -5m or yesterday 23:10"))
    try:
        return _relative(text, shown, context) or _on_the_clock(text, shown, context)
    except OverflowError:
        raise Refused(_outside()) from None


def _outside() -> Message:
    return Message("that lies outside the years 1970 to 2199: check the date")


def _place(match: re.Match[str], context: Context) -> Place:
    return place_of(match["offset"] or match["zone"] or "", context.zone, context.now.year)


def _relative(text: str, shown: str, context: Context) -> When | None:
    """A time counted from now or from the start; none where the text is not one."""
    match = _FROM_NOW.fullmatch(text)
    if match is None:
        return None
    since, ago = (match["since"] or "").lower(), match["ago"]
    counts = [int(match[unit] or 0) for unit in ("days", "hours", "minutes", "seconds")]
    is_now = text[:3].lower() == "now"
    is_span = any(match[unit] for unit in ("days", "hours", "minutes", "seconds"))
    ...
