"""Legal notifications that are due."""

from collections.abc import Iterator
from datetime import datetime

from model.clocks import State
from model.finding import Finding
from model.incident import Incident
from model.legal import legal_clocks
from model.message import Message
from model.rules import Rules
from model.timeline import Timeline

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """A notification that is overdue blocks; one whose clock runs is advice."""
    if incident.summary.industry is None and not rules.own_clocks:
        return
    for clock in legal_clocks(incident, now, rules):
        left = clock.left(now)
        if left is None:
            continue
        title = Message(clock.regime.title)
        if clock.state is State.OVERDUE:
            text = Message("legal notification overdue by {time}: {clock} (C shows it)", time=-left, clock=title)
            yield Finding(f"clocks.{clock.regime.id}", Timeline.word, text, blocks=True)
        else:
            text = Message("legal notification due in {time}: {clock} (C shows it)", time=left, clock=title)
            yield Finding(f"clocks.{clock.regime.id}", Timeline.word, text)
