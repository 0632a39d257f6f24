"""When a post-mortem is owed: which triggers an incident has met, with the figures that met them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from model.incident import Incident
from model.message import Message
from model.money import Money
from model.rules import Rules
from model.summary import KIND_LABELS, IncidentKind

__all__ = ["Met", "triggers_met"]

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
    """`kind`, `cost` or `team-time`."""
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
