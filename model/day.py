"""Reading a day as people type it: `2026-11-27`, `friday`, `+7d`, `27 Nov`, `tomorrow`."""

import re
import unicodedata
from datetime import date, timedelta

from model.message import Message, Refused

__all__ = ["read_day"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AHEAD = re.compile(r"\+\s?(\d{1,4})\s?(d|day|days|w|week|weeks)")
_NAMED = re.compile(r"(\d{1,2})\.?\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?|([a-z]{3,9})\.?\s+(\d{1,2}),?(?:\s+(\d{4}))?")
_LONGEST = 40


def read_day(typed: str, today: date) -> date:
    """The day that was typed; a weekday is the next one, a day without a year the nearest to come.

    Raises `Refused` where it is none.
    """
    text = unicodedata.normalize("NFKC", typed).strip().casefold()
    try:
        found = None if len(text) > _LONGEST else _read(text, today)
    except (ValueError, OverflowError):
        raise Refused(Message("“{text}” is on no calendar: check the date", text=typed[:_LONGEST])) from None
    if found is None:
        text = typed[:_LONGEST]
        raise Refused(Message("“{text}” is no day: write it like 2026-11-27, friday, 27 Nov or +7d", text=text))
    return found


def _read(text: str, today: date) -> date | None:
    if text in ("today", "tomorrow"):
        return today + timedelta(days=text == "tomorrow")
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if ahead := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2].startswith("w") else 1))
    if len(text) >= 3:
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(text):
                return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    if named := _NAMED.fullmatch(text):
        day, month, year = (named[1], named[2], named[3]) if named[1] else (named[5], named[4], named[6])
        return _named(int(day), month, int(year) if year else None, today)
    return None


def _named(day: int, month: str, year: int | None, today: date) -> date | None:
    number = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(month)), None)
    if number is None:
        return None
    if year is not None:
        return date(year, number, day)
    for candidate in range(today.year, today.year + 9):
        try:
            found = date(candidate, number, day)
        except ValueError:
            continue  # 29 February comes in some years only
        if found >= today:
            return found
    raise ValueError
