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
    for clock in legal_clocks(incident, now, rules):
        left = clock.left(now)
        if left is None:
            continue
        title = Message(clock.regime.title)
        if clock.state is State.OVERDUE:
            text = Message("{clock}: the notification is overdue by {time} (C shows it)", time=-left, clock=title)
            yield Finding("clocks.overdue", Timeline.word, text, blocks=True, record=clock.entry)
        else:
            text = Message("{clock}: the notification is due in {time} (C shows it)", time=left, clock=title)
            yield Finding("clocks.running", Timeline.word, text, record=clock.entry)
