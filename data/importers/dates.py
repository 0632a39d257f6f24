"""Dates as people write them beside a time, or alone above the times of a day."""

import re
from datetime import date

from model.message import Message, Refused

__all__ = ["DATE", "date_of", "day_comes_first"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s+)"
DATE = (
    rf"(?i:{_WEEKDAY}?(?:(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})|(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
    r"|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?![\d/])"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[ -](?P<month>{_MONTH})\b\.?"
    rf"|(?P<month_first>{_MONTH})\b\.?[ ](?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]))"
    r"(?:,?[ -](?P<year>(?:19|2[01])\d\d)(?![\d:]))?))"
)
"""The pattern of such a date: `2026-11-22`, `22.11.2026`, `11/22/2026`, `Sun, Nov 22, 2026`, `22 November`."""
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_MONTHS_OF_A_YEAR = 12
_CENTURY = 2000


def day_comes_first(text: str) -> bool | None:
    """Whether the dates with slashes in it are day/month; nothing where none of them tells."""
    for match in _SLASHED.finditer(text):
        if int(match[1]) > _MONTHS_OF_A_YEAR:
            return True
        if int(match[2]) > _MONTHS_OF_A_YEAR:
            return False
    return None


def date_of(match: re.Match[str], year: int, *, day_first: bool | None) -> date | None:
    """The date that `DATE` found, in that year where it names none; nothing where it found none.

    Raises `ValueError` where there is no such day, `Refused` where it could be two days.
    """
    if match["iso"]:
        parts = [int(part) for part in re.split(r"[-/.]", match["iso"])]
        return date(parts[0], parts[1], parts[2])
    if match["dotted"]:
        day, month, of = (int(part) for part in match["dotted"].split("."))
        return date(of, month, day)
    if match["slashed"]:
        first, second, of = (int(part) for part in match["slashed"].split("/"))
        if day_first is None and first != second:
            text = Message("{date} could be two days: write it like 2026-11-22", date=match["slashed"])
            raise Refused(text)
        of += _CENTURY if of < 100 else 0
        return date(of, second, first) if day_first else date(of, first, second)
    named = match["month"] or match["month_first"]
    if not named:
        return None
    month = _MONTHS.index(named[:3].lower()) + 1
    return date(int(match["year"] or year), month, int(match["day"] or match["day_after"]))
