"""The arithmetics of legal clocks, each by its name: from moments to an instant, or to a day where the law counts days.

Each also says, step by step, how it came to its result. Days are those of the incident's own calendar.
"""

from calendar import monthrange
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType

from model.deadlines import WorkingCalendar
from model.instant import in_zone, to_instant, zone_of
from model.message import Message

__all__ = ["ARITHMETICS", "Calendars", "Due", "month_later"]

_DAY = timedelta(days=1)
_SATURDAY = 5
_FOUR_HOURS, _DAY_OF_HOURS = timedelta(hours=4), timedelta(hours=24)
_NOON = time(12)
_LONGEST_SEARCH = 60


@dataclass(frozen=True, slots=True)
class Calendars:
    """What the arithmetics need to know of days."""

    zone: str
    """The incident's zone."""
    federal: Container[date] = frozenset()
    """The federal holidays of the United States, observed days included."""
    team: WorkingCalendar = field(default_factory=WorkingCalendar)
    """The working days of the team's country."""
    shifts: bool = False
    """Whether a report of DORA that falls outside working days may wait until noon of the next one: not at banks,
    central counterparties and trading venues, save for the final one."""


@dataclass(frozen=True, slots=True)
class Due:
    """When a notification is due."""

    at: datetime | date
    """The instant in UTC, or the day where the law counts days."""
    working: tuple[Message, ...]
    """How that came about."""


_Moments = Sequence[datetime | None]


def hours(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many hours later, through weekends and changes of the clock."""
    (start,) = moments
    if start is None:
        return None
    due = start + timedelta(hours=figure)
    return Due(due, (Message("{start} + {n} hours", start=_local(start, calendars), n=figure), _is(due, calendars)))


def calendar_days(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days later, the day of the trigger not counted."""
    (start,) = moments
    if start is None:
        return None
    day = in_zone(start, calendars.zone).date()
    return Due(day + figure * _DAY, (Message("{day} + {n} calendar days", day=day, n=figure),))


def days_once_aware(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days after the first moment; none as long as nobody was aware."""
    start, aware = moments
    return None if aware is None else calendar_days((start,), figure, calendars)


def year_end_days(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many days after the end of the calendar year of the trigger."""
    (start,) = moments
    if start is None:
        return None
    end = date(in_zone(start, calendars.zone).year, 12, 31)
    return Due(end + figure * _DAY, (Message("the year ends on {day}, + {n} calendar days", day=end, n=figure),))


def months(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many calendar months later, to the same day, or to the last one of a shorter month."""
    (start,) = moments
    if start is None:
        return None
    day = in_zone(start, calendars.zone).date()
    due = month_later(day, figure)
    return Due(due, (Message("{day} + {n} calendar months", day=day, n=figure),))


def federal_business_days(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many business days of the United States later; the day of the trigger is day 0."""
    (start,) = moments
    if start is None:
        return None
    day = in_zone(start, calendars.zone).date()
    working = [Message("{day} is day 0", day=day)]
    counted = 0
    while counted < figure:
        day += _DAY
        if day in calendars.federal:
            working.append(Message("{day} is a federal holiday", day=day))
        elif day.weekday() >= _SATURDAY:
            working.append(Message("{day} is a day of the weekend", day=day))
        else:
            counted += 1
            working.append(Message("{day} is day {n}", day=day, n=counted))
    return Due(day, tuple(working))


def dora_initial(moments: _Moments, _figure: int, calendars: Calendars) -> Due | None:
    """The earlier of 4 hours after classification and 24 after awareness; classified later than that, 4 hours after.

    Commission Delegated Regulation (EU) 2025/301, Article 5.
    """
    classified, aware = moments
    if classified is None:
        return None
    by_class = classified + _FOUR_HOURS
    working = [
        Message(
            "classified {start} + 4 hours: {due}", start=_local(classified, calendars), due=_local(by_class, calendars)
        )
    ]
    due = by_class
    if aware is not None:
        by_awareness = aware + _DAY_OF_HOURS
        shown = {"start": _local(aware, calendars), "due": _local(by_awareness, calendars)}
        working.append(Message("aware {start} + 24 hours: {due}", **shown))
        if classified - aware > _DAY_OF_HOURS:
            working.append(Message("classified more than 24 hours after awareness: the classification counts"))
        else:
            due = min(by_class, by_awareness)
            working.append(Message("the earlier of the two counts"))
    return _shifted(due, working, calendars, may=calendars.shifts)


def dora_intermediate(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many hours after the initial notification was submitted."""
    (submitted,) = moments
    if submitted is None:
        return None
    working = [Message("{start} + {n} hours", start=_local(submitted, calendars), n=figure)]
    return _shifted(submitted + timedelta(hours=figure), working, calendars, may=calendars.shifts)


def dora_final(moments: _Moments, figure: int, calendars: Calendars) -> Due | None:
    """So many calendar months after the latest intermediate report."""
    (submitted,) = moments
    if submitted is None:
        return None
    local = in_zone(submitted, calendars.zone)
    day = month_later(local.date(), figure)
    due = to_instant(datetime.combine(day, local.time(), zone_of(calendars.zone)))
    working = [Message("{day} + {n} calendar months", day=local.date(), n=figure)]
    return _shifted(due, working, calendars, may=True)


def month_later(day: date, count: int = 1) -> date:
    """The same day so many months later, or the last of a shorter month."""
    months_on = day.month - 1 + count
    year, month = day.year + months_on // 12, months_on % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _shifted(due: datetime, working: list[Message], calendars: Calendars, *, may: bool) -> Due:
    """Where the day is none of work, noon of the next one."""
    working.append(_is(due, calendars))
    day = in_zone(due, calendars.zone).date()
    if calendars.team.works_on(day):
        return Due(due, tuple(working))
    if not may:
        working.append(Message("{day} is no working day: it stays, as for banks, CCPs and trading venues", day=day))
        return Due(due, tuple(working))
    for _ in range(_LONGEST_SEARCH):
        day += _DAY
        if calendars.team.works_on(day):
            break
    moved = datetime.combine(day, _NOON, zone_of(calendars.zone)).astimezone(UTC)
    working.append(Message("outside working days: noon of the next one, {due}", due=_local(moved, calendars)))
    return Due(moved, tuple(working))


def _local(moment: datetime, calendars: Calendars) -> datetime:
    return in_zone(moment, calendars.zone)


def _is(due: datetime, calendars: Calendars) -> Message:
    return Message("due {due}", due=_local(due, calendars))


ARITHMETICS: Mapping[str, Callable[[_Moments, int, Calendars], Due | None]] = MappingProxyType(
    {
        "hours": hours,
        "calendar-days": calendar_days,
        "days-once-aware": days_once_aware,
        "year-end-days": year_end_days,
        "months": months,
        "federal-business-days": federal_business_days,
        "dora-initial": dora_initial,
        "dora-intermediate": dora_intermediate,
        "dora-final": dora_final,
    }
)
"""The arithmetics by their names."""
