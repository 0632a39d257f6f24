"""Which regimes an incident is under, by a team's rules, and how their clocks stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from model.change import Change, edit
from model.clocks import REGIMES, Clock, Regime, State, clocks
from model.incident import Incident
from model.message import Message
from model.rules import Rules

__all__ = ["Standing", "applies", "every_clock", "known_regimes", "legal_clocks", "regime_called", "switch"]

_URGENCY = (State.OVERDUE, State.RUNNING, State.NOT_STARTED, State.MET)
_LAST = datetime.max.replace(tzinfo=UTC)


def known_regimes(rules: Rules) -> Iterator[Regime]:
    """The regimes that Bridgelog knows, and the team's own."""
    yield from REGIMES
    yield from rules.own_clocks


def regime_called(name: str, rules: Rules) -> Regime | None:
    """The regime with that id, if there is one."""
    return next((regime for regime in known_regimes(rules) if regime.id == name), None)


def _by_itself(incident: Incident, regime: Regime, rules: Rules) -> bool:
    """Whether it applies unless somebody says otherwise: by industry, jurisdiction and how many are affected."""
    summary, cost = incident.summary, incident.cost
    users = summary.users_affected if summary.users_affected is not None else cost.users_affected
    return regime.applies_to(summary.industry, users) and rules.heeds(regime.jurisdiction)


def applies(incident: Incident, regime: Regime, rules: Rules) -> bool:
    """Whether the incident is under that regime: as somebody said of this incident, or else by itself."""
    summary = incident.summary
    if regime.id in summary.clocks_off:
        return False
    return regime.id in summary.clocks_on or _by_itself(incident, regime, rules)


def legal_clocks(incident: Incident, now: datetime, rules: Rules) -> list[Clock]:
    """The clocks of the law in the incident's industry, and those of the team's own contracts and policies."""
    regimes = [regime for regime in known_regimes(rules) if applies(incident, regime, rules)]
    return clocks(incident, now, rules.calendars(incident.summary.zone), regimes) if regimes else []


@dataclass(frozen=True, slots=True)
class Standing:
    """A clock, and whether the incident is under its regime."""

    clock: Clock
    applies: bool

    @property
    def order(self) -> tuple[bool, int, datetime]:
        """What is urgent first; what does not apply last."""
        clock = self.clock
        place = _URGENCY.index(clock.state) if clock.regime.has_clock else len(_URGENCY)
        return not self.applies, place, clock.ends_at or _LAST


def every_clock(incident: Incident, now: datetime, rules: Rules, *, all_regimes: bool = False) -> list[Standing]:
    """The clocks of the incident and those switched off for it, the most urgent first; or those of all regimes."""
    off = incident.summary.clocks_off
    calendars = rules.calendars(incident.summary.zone)
    found = []
    for regime in known_regimes(rules):
        under = applies(incident, regime, rules)
        if under or all_regimes or regime.id in off:
            found += [Standing(clock, under) for clock in clocks(incident, now, calendars, [regime])]
    return sorted(found, key=lambda standing: standing.order)


def switch(incident: Incident, regime: Regime, rules: Rules) -> Change:
    """The change that says of this incident that the regime does not apply, or does after all."""
    summary = incident.summary
    off = [one for one in summary.clocks_off if one != regime.id]
    on = [one for one in summary.clocks_on if one != regime.id]
    itself = _by_itself(incident, regime, rules)
    if applies(incident, regime, rules):
        name = Message("{clock} does not apply", clock=Message(regime.title))
        off += [regime.id] if itself else []
    else:
        name = Message("{clock} applies", clock=Message(regime.title))
        on += [] if itself else [regime.id]
    step = edit(incident, summary.word, summary.word, {"clocks_off": off, "clocks_on": on})
    return Change(name, (step,) if step else ())
