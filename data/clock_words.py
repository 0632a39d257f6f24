"""Legal clocks in words: what is due until when, how much is left, how that was reckoned."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from data import formats
from data.language import _, say
from model.clocks import FOCUS, REGIMES, REQUIREMENT, STATE_LABELS, Clock, Regime
from model.clocks.regime import JURISDICTION_LABELS, Start
from model.instant import in_zone, stored
from model.legal import regime_called
from model.message import N_
from model.rules import Rules
from model.summary import INDUSTRY_LABELS, Industry
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Milestone, Trigger

__all__ = [
    "as_json",
    "due_text",
    "industry_text",
    "left_text",
    "met_text",
    "source_text",
    "start_text",
    "state_text",
    "working_text",
]

_TITLES: Mapping[str, str] = {regime.id: regime.title for regime in REGIMES}
_OTHER: Mapping[str, str] = {"start": N_("start of the incident"), "end": N_("end of the incident")}
_SHORT = timedelta(hours=48)


def due_text(clock: Clock, zone: str, *, offset: bool = True) -> str:
    """The instant on the incident's clock, or the day."""
    if clock.due is None:
        return "–"
    if isinstance(clock.due, datetime):
        local = in_zone(clock.due, zone)
        return formats.zoned(local) if offset else formats.moment(local)
    return formats.day(clock.due)


def left_text(clock: Clock, now: datetime, *, short: bool = False) -> str:
    """How long it still runs, to the second within two days; in words where it is over."""
    left = clock.left(now)
    if left is None:
        return ""
    if left <= timedelta(0):
        return (_("late {time}") if short else _("overdue by {time}")).format(time=_span(-left))
    return _span(left) if short else _("{time} left").format(time=_span(left))


def _span(span: timedelta) -> str:
    return formats.running(span) if span < _SHORT else formats.duration(span - span % timedelta(hours=1))


def industry_text(industry: Industry | None) -> str:
    """What matters in the industry, and what the regulator asks for there; nothing where none is set."""
    if industry is None:
        return ""
    return _("{industry}: {focus}. Asked for: {requirement}.").format(
        industry=_(INDUSTRY_LABELS[industry]), focus=_(FOCUS[industry]), requirement=_(REQUIREMENT[industry])
    )


def source_text(regime: Regime) -> str:
    """The citation, whose law it is, since when it has been in force, and when it was last checked."""
    if regime.own:
        return regime.source
    parts = [regime.source]
    if regime.jurisdiction:
        parts.append(_(JURISDICTION_LABELS[regime.jurisdiction]))
    if regime.effective_from != date.min:
        parts.append(_("in force since {day}").format(day=formats.day(regime.effective_from)))
    parts.append(_("checked {day}").format(day=formats.day(regime.verified_on)))
    return " · ".join(parts)


def met_text(regime: str, rules: Rules) -> str:
    """That the notification under that regime was made."""
    known = regime_called(regime, rules)
    return _("notified: {regime}").format(regime=_(known.title) if known else regime)


def state_text(clock: Clock) -> str:
    """How it stands; that there is none where the law sets none."""
    return _(STATE_LABELS[clock.state]) if clock.regime.has_clock else _("no statutory clock")


def start_text(start: Start) -> str:
    """What starts a clock."""
    if isinstance(start, Trigger):
        return _(TRIGGER_LABELS[start])
    if isinstance(start, Milestone):
        return _(MILESTONE_LABELS[start])
    if start in _OTHER:
        return _(_OTHER[start])
    return _("{regime} notified").format(regime=_(_TITLES[start]) if start in _TITLES else start)


def working_text(clock: Clock) -> str:
    """How it was reckoned, step by step; what starts it where it has not started."""
    if clock.working:
        return "; ".join(say(step) for step in clock.working)
    waits_for = clock.regime.starts[0 if clock.started_at is None else -1]
    return _("starts with: {start}").format(start=start_text(waits_for))


def as_json(clock: Clock) -> dict[str, Any]:
    """The clock for scripts."""
    due = clock.due
    return {
        "regime": clock.regime.id,
        "title": _(clock.regime.title),
        "trigger": str(clock.regime.starts[0]) if clock.regime.starts else None,
        "started_at": stored(clock.started_at) if clock.started_at else None,
        "due_at": stored(due) if isinstance(due, datetime) else due.isoformat() if isinstance(due, date) else None,
        "state": clock.state.value,
        "source": clock.regime.source,
        "working": working_text(clock),
    }
