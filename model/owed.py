"""When a post-mortem is owed: which triggers an incident has met, with the figures that met them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from model.incident import Incident
from model.message import Message
from model.money import Money
from model.rules import Rules
from model.summary import KIND_LABELS, IncidentKind, Recurring, Summary

__all__ = ["Met", "is_owed", "measured", "triggers_met"]

_ALWAYS = {
    IncidentKind.INCIDENT,
    IncidentKind.OUTAGE,
    IncidentKind.DEGRADATION,
    IncidentKind.MISSED_DEADLINE,
    IncidentKind.FAILED_LAUNCH,
    IncidentKind.LOST_DEAL,
}


@dataclass(frozen=True, slots=True)
class Met:
    """One trigger that an incident has met."""

    name: str
    """`kind`, `cost`, `team-time` or `quarterly-review`."""
    message: Message
    """The figure, and what it was measured against."""


def triggers_met(incident: Incident, now: datetime, rules: Rules) -> Iterator[Met]:
    """The triggers that this incident has met. None at all: no post-mortem is owed."""
    kind = incident.summary.kind
    if kind in _ALWAYS:
        label = Message(KIND_LABELS[kind])
        yield Met("kind", Message("kind: {kind}", kind=label))
    bill = incident.bill(now)
    if bill.total is not None and bill.total.amount > rules.cost_threshold:
        limit = Money(amount=rules.cost_threshold, currency=bill.total.currency)
        yield Met("cost", Message("cost {total}, over {limit}", total=bill.total, limit=limit))
    if bill.hours is not None and bill.hours > rules.hours_threshold:
        yield Met(
            "team-time",
            Message("team time {hours} h, over {limit} h", hours=bill.hours, limit=rules.hours_threshold),
        )
    if _recurs(incident.summary):
        yield Met("quarterly-review", Message("the quarterly review found a recurring pattern in it"))


def _recurs(summary: Summary) -> bool:
    """Whether a review found a pattern: as it was said, or where a repeat was confirmed."""
    return summary.recurring is Recurring.YES or (summary.recurring is None and bool(summary.repeats))


def is_owed(incident: Incident, now: datetime, rules: Rules) -> bool:
    """Whether any trigger is met, so that a post-mortem is owed."""
    return any(True for _met in triggers_met(incident, now, rules))


def measured(incident: Incident, now: datetime, rules: Rules) -> Iterator[Message]:
    """The figures of an event that owes none, each with what it did not go over; what is not known is said."""
    yield Message("kind: {kind}", kind=Message(KIND_LABELS[incident.summary.kind]))
    bill = incident.bill(now)
    limit = Money(amount=rules.cost_threshold, currency=incident.cost.currency)
    if bill.total is None:
        yield Message("the cost is not estimated (over {limit} counts)", limit=limit)
    else:
        yield Message("cost {total}, not over {limit}", total=bill.total, limit=limit)
    if bill.hours is None:
        yield Message("the team time is not known (over {limit} h counts)", limit=rules.hours_threshold)
    else:
        yield Message("team time {hours} h, not over {limit} h", hours=bill.hours, limit=rules.hours_threshold)
