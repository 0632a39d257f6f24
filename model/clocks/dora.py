"""The limits of DORA: Commission Delegated Regulation (EU) 2025/301, Article 5."""

from datetime import date, datetime, time, timedelta

from model.clocks.hours import due_message
from model.clocks.months import month_later, months_step
from model.clocks.reckoning import DAY, Calendars, Due, Moments
from model.clocks.regime import Licence
from model.instant import to_instant, zone_of
from model.message import Message

__all__ = ["dora_final", "dora_initial", "dora_intermediate"]

_FOUR_HOURS, _DAY_OF_HOURS = timedelta(hours=4), timedelta(hours=24)
_NOON = time(12)
_LONGEST_SEARCH = 60
_NOT_LATER = frozenset({Licence.BANK, Licence.CENTRAL_COUNTERPARTY, Licence.TRADING_VENUE})
"""Who sends the initial and the intermediate report outside working days as well."""


def dora_initial(moments: Moments, _figure: int, calendars: Calendars) -> Due | None:
    """The earlier of 4 hours after the classification and 24 after awareness.

    Classified more than 24 hours after awareness: 4 hours after the classification.
    """
    classified, aware = moments
    if classified is None:
        return None
    due = classified + _FOUR_HOURS
    shown = {"start": calendars.local(classified), "due": calendars.local(due)}
    working = [Message("classified {start} + 4 hours: {due}", **shown)]
    if aware is not None and classified - aware > _DAY_OF_HOURS:
        since = calendars.local(aware)
        text = Message("more than 24 hours after awareness ({start}): the classification counts", start=since)
        working.append(text)
    elif aware is not None:
        by_awareness = aware + _DAY_OF_HOURS
        shown = {"start": calendars.local(aware), "due": calendars.local(by_awareness)}
        working += [Message("aware {start} + 24 hours: {due}", **shown), Message("the earlier of the two counts")]
        due = min(due, by_awareness)
    return _or_noon(due, working, calendars)


def dora_intermediate(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many hours after the initial notification was submitted."""
    submitted = moments[0]
    if submitted is None:
        return None
    step = Message("submitted {start} + {n} hours", start=calendars.local(submitted), n=figure)
    return _or_noon(submitted + timedelta(hours=figure), [step], calendars)


def dora_final(moments: Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many calendar months after the latest intermediate report."""
    submitted = moments[0]
    if submitted is None:
        return None
    first = calendars.local(submitted).date()
    day = month_later(first, figure)
    working = [months_step(first, figure)]
    if calendars.team.works_on(day):
        return Due(day, (*working, Message("due on {day}, until the end of the day", day=day)))
    return _noon_after(day, working, calendars)


def _or_noon(due: datetime, working: list[Message], calendars: Calendars) -> Due:
    """The instant; outside working days noon of the next one, except for those who may not wait."""
    day = calendars.local(due).date()
    if calendars.team.works_on(day):
        return Due(due, (*working, due_message(due, calendars)))
    if calendars.licences & _NOT_LATER:
        text = Message("{day} is no working day, but banks, CCPs and trading venues do not wait", day=day)
        return Due(due, (*working, text, due_message(due, calendars)))
    return _noon_after(day, [*working, due_message(due, calendars)], calendars)


def _noon_after(day: date, working: list[Message], calendars: Calendars) -> Due:
    working = [*working, Message("{day} is no working day: noon of the next one", day=day)]
    for _ in range(_LONGEST_SEARCH):
        day += DAY
        if calendars.team.works_on(day):
            break
    due = to_instant(datetime.combine(day, _NOON, zone_of(calendars.zone)))
    return Due(due, (*working, due_message(due, calendars)))
