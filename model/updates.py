"""When the people outside of the bridge are to be told where it stands: again and again while it is live."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from model.change import Change
from model.incident import Incident
from model.message import Message
from model.rules import Rules
from model.stamping import NewEntry, stamp

__all__ = ["NextUpdate", "next_update", "sent"]

_SAME = timedelta(minutes=5)
"""Within that time it is the same update that is sent once more, elsewhere."""


@dataclass(frozen=True, slots=True)
class NextUpdate:
    """The update that is to be sent next."""

    at: datetime
    every: timedelta
    """How long after the one before, or after the start."""

    def late(self, now: datetime) -> timedelta | None:
        """How long it has been due; nothing before it is."""
        return now - self.at if now >= self.at else None


def next_update(incident: Incident, rules: Rules) -> NextUpdate | None:
    """When it is due; nothing where the incident is over, or no updates are sent of its severity."""
    summary, last = incident.summary, incident.timeline.updated
    every = dict(rules.updates).get(summary.severity)
    if not summary.live or not every:
        return None
    since = max(last.at, summary.started_at) if last else summary.started_at
    return NextUpdate(since + every, every)


def sent(incident: Incident, new: NewEntry, now: datetime, say: Callable[[Message], str]) -> Change | None:
    """The change that records an update, which begins the time to the next; `say` words the entry.

    Nothing where the incident is over, or one was recorded only just before: it is sent to somebody else.
    """
    last = incident.timeline.updated
    if not incident.summary.live or (last and abs(new.at - last.at) < _SAME):
        return None
    text = Message("status update sent")
    return Change(text, stamp(incident, replace(new, text=say(text), update=True), now).steps)
