"""Deadlines: the latest day that a priority allows, on the team's calendar of working days.

P0: before the next business day begins. P1: within 7 days. P2: within a sprint, never beyond a month.
"Within" is a ceiling, so that P1 and P2 roll back to a working day.
"""

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from model.actions import Action, Priority
from model.instant import in_zone, to_instant, zone_of
from model.message import Refused

__all__ = [
    "DEFAULT_SOON_DAYS",
    "DEFAULT_SPRINT_DAYS",
    "Standing",
    "WorkingCalendar",
    "due_at",
    "is_overdue",
    "latest_deadline",
    "standing",
]

DEFAULT_SPRINT_DAYS = 14
DEFAULT_SOON_DAYS = 3
"""Enough to see on a Friday what is due on Monday."""
SATURDAY_SUNDAY = frozenset({5, 6})
_WEEK = 7
_DAY = timedelta(days=1)
_LONGEST_SEARCH = 366
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(microsecond=0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """On which days, and from what time, the team works."""

    zone: str = "UTC"
    """The team's zone; days begin and end there."""
    weekend: frozenset[int] = SATURDAY_SUNDAY
    """Days of the week without work, Monday being 0."""
    holidays: Container[date] = frozenset()
    """Public holidays and the company's own days off."""
    day_starts: time = time(9)
    sprint_days: int = DEFAULT_SPRINT_DAYS
    workdays: Container[date] = frozenset()
    """Days of the weekend on which the country works to make up for a holiday."""
    day_ends: time | None = None
    """When business is over; unset, a day has until midnight."""
    soon_days: int = DEFAULT_SOON_DAYS
    """An action is due soon when it has so many days left, or fewer."""

    def works_on(self, day: date) -> bool:
        """Whether it is a working day."""
        return day in self.workdays or (day.weekday() not in self.weekend and day not in self.holidays)

    def start_of(self, day: date) -> datetime:
        """The instant at which the business day begins."""
        return self._instant(day, self.day_starts)

    def end_of(self, day: date) -> datetime:
        """The instant at which the day is over: its business where that has an end, else the day itself."""
        if self.day_ends is not None:
            return self._instant(day, self.day_ends)
        return _LAST if day == date.max else self._instant(day + _DAY, time(0))

    def _instant(self, day: date, clock: time) -> datetime:
        """That time on the team's clock; at the edges of the calendar, the first or last instant there is."""
        try:
            return to_instant(datetime.combine(day, clock, zone_of(self.zone)))
        except Refused:
            return _FIRST if day.year == date.min.year else _LAST

    def next_start(self, moment: datetime) -> datetime:
        """The next instant after that moment at which a business day begins."""
        day = in_zone(moment, self.zone).date()
        for _ in range(_LONGEST_SEARCH):
            if self.works_on(day) and self.start_of(day) > moment:
                return self.start_of(day)
            day = _later(day, 1)
        return self.start_of(day)

    def back_to_working(self, day: date, not_before: date) -> date:
        """That day, or the last working day before it, but never one before `not_before`."""
        earlier = day
        while earlier > not_before and not self.works_on(earlier):
            earlier -= _DAY
        return earlier


def _later(day: date, days: int) -> date:
    """So many days later, at most the last day that there is."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _month_later(day: date) -> date:
    """The same day of the next month, or its last where it is shorter."""
    if day.replace(day=1) == date.max.replace(day=1):
        return date.max
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def latest_deadline(priority: Priority, agreed_at: datetime, calendar: WorkingCalendar) -> date:
    """The latest day that the priority allows for an action that was agreed at that moment."""
    if priority is Priority.P0:
        return in_zone(calendar.next_start(agreed_at), calendar.zone).date()
    today = in_zone(agreed_at, calendar.zone).date()
    if priority is Priority.P1:
        limit = _later(today, _WEEK)
    else:
        limit = min(_later(today, calendar.sprint_days), _month_later(today))
    return calendar.back_to_working(limit, today)


def due_at(action: Action, calendar: WorkingCalendar) -> datetime | None:
    """The instant at which an action is late: the end of its day, for a P0 before business begins."""
    if action.deadline is None:
        return None
    end = calendar.end_of(action.deadline)
    return min(end, calendar.next_start(action.created_at)) if _is_p0_limit(action, calendar) else end


def _is_p0_limit(action: Action, calendar: WorkingCalendar) -> bool:
    limit = latest_deadline(Priority.P0, action.created_at, calendar)
    return action.priority is Priority.P0 and action.deadline == limit


class Standing(StrEnum):
    """How an unfinished action stands to its deadline, in the order of urgency."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    LATER = "later"
    NO_DEADLINE = "no-deadline"


def standing(action: Action, calendar: WorkingCalendar, now: datetime) -> Standing | None:
    """How the action stands to its deadline; nothing where it is finished."""
    if not action.unfinished:
        return None
    due = due_at(action, calendar)
    if due is None:
        return Standing.NO_DEADLINE
    if now >= due:
        return Standing.OVERDUE
    return Standing.DUE_SOON if due - now <= timedelta(days=calendar.soon_days) else Standing.LATER


def is_overdue(action: Action, calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether an unfinished action's time is up."""
    return standing(action, calendar, now) is Standing.OVERDUE
