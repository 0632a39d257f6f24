"""What a document is about: an incident at a moment, measured by a team's rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from data import formats
from model.incident import Incident
from model.instant import in_zone
from model.rules import Rules

__all__ = ["Subject"]

_HALF_A_DAY = timedelta(hours=12)
"""Within half a day to either side of the start, no time of day comes twice."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An incident, the time at which it is looked at, and the rules."""

    incident: Incident
    now: datetime
    rules: Rules

    def local(self, moment: datetime) -> datetime:
        """The moment on the incident's wall clock."""
        return in_zone(moment, self.incident.summary.zone)

    def moment(self, moment: datetime) -> str:
        """The moment in words, with the offset of the incident's zone."""
        return formats.zoned(self.local(moment))

    def clock(self, moment: datetime) -> str:
        """The time of day on the incident's wall clock."""
        return formats.clock(self.local(moment))

    def brief(self, moment: datetime) -> str:
        """The time of day, with the date where the incident has another time of day like it."""
        near = abs(moment - self.incident.summary.started_at) < _HALF_A_DAY
        return self.clock(moment) if near else formats.moment(self.local(moment))
