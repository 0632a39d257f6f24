"""Wall clocks side by side: the incident's, UTC and the laptop's; those that run alike stand as one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from model.incident import Incident
from model.instant import in_zone

__all__ = ["Role", "WallClock", "alike", "city", "day_mark", "span", "wall_clocks"]

_A_WEEK = timedelta(days=7)
"""No zone is put forward and back again within a week."""
_UTC = "UTC"
_FAR = timedelta(days=3660)


class Role(StrEnum):
    """Whose wall clock it is."""

    INCIDENT = "incident"
    UTC = "utc"
    LAPTOP = "laptop"


@dataclass(frozen=True, slots=True)
class WallClock:
    """A wall clock, and all who go by it."""

    zone: str
    """The zone of the first of them."""
    goes_by: tuple[tuple[Role, str], ...]
    """Each with the name of the own zone."""

    def at(self, moment: datetime) -> datetime:
        """The moment on this clock."""
        return in_zone(moment, self.zone)


def alike(one: str, other: str, since: datetime, until: datetime) -> bool:
    """Whether two zones show the same time from one instant to the other."""
    if one == other:
        return True
    until = min(until, since + _FAR)
    moment = since
    while moment < until:
        if in_zone(moment, one).utcoffset() != in_zone(moment, other).utcoffset():
            return False
        moment += _A_WEEK
    return in_zone(until, one).utcoffset() == in_zone(until, other).utcoffset()


def wall_clocks(incident: Incident, laptop: str, now: datetime) -> tuple[WallClock, ...]:
    """The clocks of the incident, of UTC and of the laptop, in that order; who shows the same time all along is one."""
    since, until = span(incident, now)
    clocks: list[WallClock] = []
    for role, zone in ((Role.INCIDENT, incident.summary.zone), (Role.UTC, _UTC), (Role.LAPTOP, laptop)):
        for number, clock in enumerate(clocks):
            if alike(clock.zone, zone, since, until):
                clocks[number] = WallClock(clock.zone, (*clock.goes_by, (role, zone)))
                break
        else:
            clocks.append(WallClock(zone, ((role, zone),)))
    return tuple(clocks)


def span(incident: Incident, now: datetime) -> tuple[datetime, datetime]:
    """From the first to the last moment that the incident names, and up to now while it is live."""
    summary, entries = incident.summary, incident.timeline.root
    moments = [summary.started_at, summary.ended_at or now]
    if entries:
        moments += [entries[0].at, entries[-1].at]
    return min(moments), max(moments)


def city(zone: str) -> str:
    """A zone's name in short: its city, such as `New York`."""
    return zone.rpartition("/")[2].replace("_", " ")


def day_mark(local: datetime, other: datetime) -> str:
    """By how many days the date on the other clock differs: `+1`, `-1`, or nothing."""
    days = (other.date() - local.date()).days
    return f"{days:+}" if days else ""
