"""A regime at one moment: whether its clock runs, until when, and how that was reckoned."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from model.clocks.arithmetics import ARITHMETICS
from model.clocks.reckoning import DAY, Calendars, Due
from model.clocks.regime import Regime, Start
from model.incident import Incident
from model.instant import to_instant, zone_of
from model.message import N_, Message
from model.timeline import Entry, Milestone, Trigger

__all__ = ["STATE_LABELS", "Clock", "State", "clocks", "most_urgent", "overdue"]


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
_COUNTING = frozenset({State.RUNNING, State.OVERDUE})
_NO_CLOCK = Message("no statutory clock")


@dataclass(frozen=True, slots=True)
class Clock:
    """One regime at one moment."""

    regime: Regime
    state: State
    started_at: datetime | None = None
    due: datetime | date | None = None
    """The instant, or the day where the law counts days."""
    working: Sequence[Message] = ()
    """How it was reckoned; where there is no clock, that there is none."""
    met_at: datetime | None = None
    """When the notification was made, where it was."""
    ends_at: datetime | None = None
    """The instant at which it is overdue: of a day, its end in the incident's zone."""
    entry: str | None = None
    """The id of the entry that started it, where it was one."""

    def left(self, now: datetime) -> timedelta | None:
        """How long it still runs; below nought when it is overdue; nothing where it does not run."""
        if self.ends_at is None or self.state not in _COUNTING:
            return None
        return self.ends_at - now


def clocks(incident: Incident, now: datetime, calendars: Calendars, regimes: Iterable[Regime]) -> list[Clock]:
    """The clocks of those regimes.

    One that was not in force yet when its clock would have started is left out.
    """
    found = (_clock(regime, incident, now, calendars) for regime in regimes)
    return [clock for clock in found if clock is not None]


def most_urgent(found: Iterable[Clock]) -> Clock | None:
    """The running clock that runs out first."""
    running = [clock for clock in found if clock.state is State.RUNNING and clock.ends_at]
    return min(running, key=lambda clock: clock.ends_at or datetime.max, default=None)


def overdue(found: Iterable[Clock]) -> list[Clock]:
    """The clocks that have run out without a notification, the oldest first."""
    late = [clock for clock in found if clock.state is State.OVERDUE and clock.ends_at]
    return sorted(late, key=lambda clock: clock.ends_at or datetime.max)


def _clock(regime: Regime, incident: Incident, now: datetime, calendars: Calendars) -> Clock | None:
    arithmetic = regime.arithmetic_for(calendars.licences)
    if arithmetic is None:
        return Clock(regime, State.NOT_STARTED, working=(_NO_CLOCK,))
    met = incident.timeline.notified(regime.id)
    met_at = met[0].at if met else None
    entry, *further = (_start(incident, start) for start in regime.starts)
    started = _at(entry)
    if started is None:
        return Clock(regime, State.MET if met else State.NOT_STARTED, met_at=met_at)
    if calendars.local(started).date() < regime.effective_from:
        return None
    stamp = entry.id if isinstance(entry, Entry) else None
    try:
        due = ARITHMETICS[arithmetic.name]((started, *map(_at, further)), arithmetic.figure, calendars)
        ends = _end_of(due, calendars) if due else None
    except (OverflowError, ValueError):
        due, ends = Due(date.max, (Message("the limit lies beyond the calendar"),)), None
    if due is None:
        return Clock(regime, State.MET if met else State.NOT_STARTED, started, met_at=met_at, entry=stamp)
    if met_at is not None:
        working = (*due.working, _when_met(met_at, ends, calendars))
        return Clock(regime, State.MET, started, due.at, working, met_at, ends, stamp)
    state = State.OVERDUE if ends is not None and now >= ends else State.RUNNING
    return Clock(regime, state, started, due.at, due.working, None, ends, stamp)


def _start(incident: Incident, start: Start) -> Entry | datetime | None:
    """What that is: of a legal stamp the first, of a notification that another one follows the last."""
    timeline = incident.timeline
    if isinstance(start, Milestone):
        return timeline.holding(start)
    if isinstance(start, Trigger):
        return next(iter(timeline.stamped(start)), None)
    if start == "start":
        return incident.summary.started_at
    if start == "end":
        return incident.summary.ended_at
    return next(reversed(timeline.notified(start)), None)


def _at(start: Entry | datetime | None) -> datetime | None:
    return start.at if isinstance(start, Entry) else start


def _end_of(due: Due, calendars: Calendars) -> datetime:
    if isinstance(due.at, datetime):
        return due.at
    return to_instant(datetime.combine(due.at + DAY, time(0), zone_of(calendars.zone)))


def _when_met(met_at: datetime, ends: datetime | None, calendars: Calendars) -> Message:
    local = calendars.local(met_at)
    if ends is not None and met_at > ends:
        return Message("notified {moment}, {time} late", moment=local, time=met_at - ends)
    return Message("notified {moment}", moment=local)
