"""Limits in hours and minutes: from an instant to an instant, through nights, weekends and changes of the clock."""

from datetime import datetime, timedelta

from model.clocks.reckoning import Calendars, Due, Moments
from model.message import Counted, Message

__all__ = ["due_message", "hours", "minutes"]


def hours(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many hours later."""
    start = moments[0]
    if start is None:
        return None
    step = Counted("{start} + {n} hour", "{start} + {n} hours", figure, start=calendars.local(start))
    return _due(start, start + timedelta(hours=figure), step, calendars)


def minutes(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many minutes later."""
    start = moments[0]
    if start is None:
        return None
    step = Counted("{start} + {n} minute", "{start} + {n} minutes", figure, start=calendars.local(start))
    return _due(start, start + timedelta(minutes=figure), step, calendars)


def _due(start: datetime, due: datetime, step: Message, calendars: Calendars) -> Due:
    working = [step]
    if calendars.local(start).utcoffset() != calendars.local(due).utcoffset():
        working.append(Message("the clocks change on the way; hours are counted as they pass"))
    return Due(due, (*working, due_message(due, calendars)))


def due_message(due: datetime, calendars: Calendars) -> Message:
    """The last step of a working that ends at an instant."""
    return Message("due {due}", due=calendars.local(due))
