"""Limits in months: to the same day of a later month, or to the last one where that month is shorter."""

from calendar import monthrange
from datetime import date

from model.clocks.reckoning import Calendars, Due, Moments
from model.message import Counted, Message

__all__ = ["month_later", "months", "months_step"]


def month_later(day: date, count: int = 1) -> date:
    """The same day so many months later, clamped to the month's end."""
    months_on = day.month - 1 + count
    year, month = day.year + months_on // 12, months_on % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def months(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many calendar months later; the whole of that day is left."""
    start = moments[0]
    if start is None:
        return None
    day = calendars.local(start).date()
    due = month_later(day, figure)
    return Due(due, (months_step(day, figure), Message("due on {day}, until the end of the day", day=due)))


def months_step(day: date, figure: int) -> Message:
    """The first step of a working in months."""
    return Counted("{day} + {n} calendar month", "{day} + {n} calendar months", figure, day=day)
