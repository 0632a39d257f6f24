"""Whether the cost was estimated."""

from collections.abc import Iterator
from datetime import datetime

from model.cost import Cost
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.rules import Rules

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """A cost that nobody has estimated."""
    if incident.bill(now).total is None:
        text = Message("the cost is not estimated: an order of magnitude will do")
        yield Finding("cost.missing", Cost.word, text, blocks=True, record=Cost.word, field="revenue_lost")
