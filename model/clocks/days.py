"""Limits in days: the day of the trigger is day 0, and the whole of the last day is left."""

from collections.abc import Iterator
from datetime import date, datetime

from model.clocks.reckoning import DAY, Calendars, Due, Moments
from model.message import Counted, Message

__all__ = ["business_days", "calendar_days", "days_once_aware", "federal_business_days", "year_end_days"]

_SATURDAY = 5


def calendar_days(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days later, the day of the trigger not counted; weekends and holidays count."""
    start = moments[0]
    if start is None:
        return None
    day = _day(start, calendars)
    due = day + figure * DAY
    step = Counted("{day} + {n} calendar day", "{day} + {n} calendar days", figure, day=day)
    return Due(due, (step, _until(due)))


def days_once_aware(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days after the first moment; none as long as nobody was aware."""
    start, aware = moments
    return None if aware is None else calendar_days((start,), figure, calendars)


def year_end_days(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days after the end of the calendar year of the trigger."""
    start = moments[0]
    if start is None:
        return None
    end = date(_day(start, calendars).year, 12, 31)
    due = end + figure * DAY
    step = Counted("+ {n} calendar day", "+ {n} calendar days", figure)
    return Due(due, (Message("the year ends on {day}", day=end), step, _until(due)))


def federal_business_days(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many business days of the United States later.

    The day of the trigger is day 0; on a weekend or a federal holiday, the count starts on the next business day.
    """
    start = moments[0]
    if start is None:
        return None
    day = _day(start, calendars)
    working = [Message("{day} is day 0", day=day)]
    counted = 0
    while counted < figure:
        day += DAY
        if day.weekday() >= _SATURDAY:
            continue
        if day in calendars.federal:
            working.append(Message("{day} is a federal holiday", day=day))
        else:
            counted += 1
            working.append(Message("{day} is business day {n}", day=day, n=counted))
    return Due(day, (*working, _until(day)))


def business_days(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many working days of the team's country later; the day of the trigger is day 0."""
    start = moments[0]
    if start is None:
        return None
    day = _day(start, calendars)
    step = Counted("{day} is day 0; + {n} working day", "{day} is day 0; + {n} working days", figure, day=day)
    *_before, due = (day, *_working_days(day, figure, calendars))
    return Due(due, (step, _until(due)))


def _working_days(day: date, count: int, calendars: Calendars) -> Iterator[date]:
    while count:
        day += DAY
        if calendars.team.works_on(day):
            count -= 1
            yield day


def _day(moment: datetime, calendars: Calendars) -> date:
    return calendars.local(moment).date()


def _until(day: date) -> Message:
    return Message("due on {day}, until the end of the day", day=day)
