"""The legal clocks of an incident: which are running, until when, and how that was reckoned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from model.clocks.arithmetic import ARITHMETICS, Calendars, Due
from model.clocks.regime import Arithmetic, Regime, Start
from model.clocks.regimes import FOCUS, REGIMES, REQUIREMENT
from model.incident import Incident
from model.instant import in_zone, to_instant, zone_of
from model.message import N_, Message
from model.timeline import Entry, Milestone, Trigger

__all__ = [
    "FOCUS",
    "REGIMES",
    "REQUIREMENT",
    "STATE_LABELS",
    "Arithmetic",
    "Calendars",
    "Clock",
    "Due",
    "Regime",
    "State",
    "clocks",
    "most_urgent",
]


class State(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    OVERDUE = "overdue"
    MET = "met"
    NOT_STARTED = "not-started"


STATE_LABELS: dict[str, str] = {
    State.RUNNING: N_("running"),
    State.OVERDUE: N_("overdue"),
    State.MET: N_("notified"),
    State.NOT_STARTED: N_("not started"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """One regime at one moment."""

    regime: Regime
    state: State
    started_at: datetime | None
    due: datetime | date | None
    """The instant, or the day where the law counts days."""
    working: Sequence[Message]
    """How it was reckoned; where there is no clock, that there is none."""
    met_at: datetime | None
    """When the notification was made, where it was."""
    ends_at: datetime | None
    """The instant at which it is overdue: of a day, its end in the incident's zone."""

    def left(self, now: datetime) -> timedelta | None:
        """How long it still runs; below nought when it is overdue; nothing where it does not run."""
        if self.ends_at is None or self.state not in (State.RUNNING, State.OVERDUE):
            return None
        return self.ends_at - now


def clocks(incident: Incident, now: datetime, calendars: Calendars, own: Iterable[Regime] = ()) -> list[Clock]:
    """The clocks of the regimes that the incident is under, and of the team's `own`.

    A regime that was not in force yet when its clock would have started is left out.
    """
    summary, cost = incident.summary, incident.cost
    users = summary.users_affected if summary.users_affected is not None else cost.users_affected
    found = []
    for regime in (*REGIMES, *own):
        if regime.applies_to(summary.industry, users):
            clock = _clock(regime, incident, now, calendars)
            if clock is not None:
                found.append(clock)
    return found


def most_urgent(found: Iterable[Clock]) -> Clock | None:
    """The clock that is overdue the longest, or else the one that runs out first."""
    running = [clock for clock in found if clock.state in (State.RUNNING, State.OVERDUE) and clock.ends_at]
    return min(running, key=lambda clock: clock.ends_at or datetime.max, default=None)


def _clock(regime: Regime, incident: Incident, now: datetime, calendars: Calendars) -> Clock | None:
    if regime.arithmetic is None:
        return Clock(regime, State.NOT_STARTED, None, None, (Message("no statutory clock"),), None, None)
    moments = [_moment(incident, start, regime) for start in regime.starts]
    started = moments[0]
    if started is not None and in_zone(started, calendars.zone).date() < regime.effective_from:
        return None
    due = ARITHMETICS[regime.arithmetic.name](moments, regime.arithmetic.figure, calendars)
    met = _met(incident, regime.id)
    met_at = met[0].at if met else None
    if due is None or started is None:
        return Clock(regime, State.MET if met else State.NOT_STARTED, started, None, (), met_at, None)
    ends = due.at if isinstance(due.at, datetime) else _end_of(due.at, calendars.zone)
    working = list(due.working)
    if met_at is not None:
        working.append(_when_met(met_at, ends, calendars))
        return Clock(regime, State.MET, started, due.at, working, met_at, ends)
    return Clock(regime, State.OVERDUE if now >= ends else State.RUNNING, started, due.at, working, None, ends)


def _when_met(met_at: datetime, ends: datetime, calendars: Calendars) -> Message:
    local = in_zone(met_at, calendars.zone)
    return (
        Message("notified {moment}, late", moment=local)
        if met_at > ends
        else Message("notified {moment}", moment=local)
    )


def _moment(incident: Incident, start: Start, regime: Regime) -> datetime | None:
    """When that happened: of a legal stamp the first, of a notification that another one follows the last."""
    if isinstance(start, Milestone):
        return incident.timeline.at(start)
    if isinstance(start, Trigger):
        return next((entry.at for entry in incident.timeline.root if entry.trigger is start), None)
    if start == "start":
        return incident.summary.started_at
    if start == "end":
        return incident.summary.ended_at
    met = _met(incident, start)
    return met[-1].at if met else None


def _met(incident: Incident, regime: str) -> list[Entry]:
    return [entry for entry in incident.timeline.root if entry.met == regime]


def _end_of(day: date, zone: str) -> datetime:
    return to_instant(datetime.combine(day + timedelta(days=1), time(0), zone_of(zone)))
