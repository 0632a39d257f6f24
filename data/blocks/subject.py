"""What a document is about: an incident at a moment, measured by a team's rules."""

from dataclasses import dataclass
from datetime import datetime

from data import formats
from model.incident import Incident
from model.instant import in_zone
from model.rules import Rules

__all__ = ["Subject"]


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
        local = self.local(moment)
        return f"{formats.moment(local)} {formats.offset(local)}"

    def clock(self, moment: datetime) -> str:
        """The time of day on the incident's wall clock."""
        return formats.clock(self.local(moment))
