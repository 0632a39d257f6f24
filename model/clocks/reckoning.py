"""What the arithmetics work with, and what they come to."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from model.clocks.regime import Licence
from model.deadlines import WorkingCalendar
from model.instant import in_zone
from model.message import Message

__all__ = ["DAY", "Calendars", "Due", "Moments", "Reckon"]

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendars:
    """What the arithmetics need to know of days."""

    zone: str
    """The incident's zone, in which days begin and end."""
    federal: Container[date] = frozenset()
    """The federal holidays of the United States, observed days included."""
    team: WorkingCalendar = field(default_factory=WorkingCalendar)
    """The working days of the team's country."""
    licences: frozenset[Licence] = frozenset()
    """What the company is supervised as."""

    def local(self, moment: datetime) -> datetime:
        """The moment on the incident's wall clock."""
        return in_zone(moment, self.zone)


@dataclass(frozen=True, slots=True)
class Due:
    """When a notification is due."""

    at: datetime | date
    """The instant in UTC, or the day where the law counts days: then all of that day is left."""
    working: tuple[Message, ...]
    """How that came about, step by step."""


Moments = Sequence[datetime | None]
"""When each of a regime's starts was; the first one is there."""
Reckon = Callable[[Moments, int, Calendars], Due | None]
"""An arithmetic: none where a further moment is needed that is not known."""
