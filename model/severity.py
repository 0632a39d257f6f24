"""Severity raised and lowered: while the incident is live, its timeline says when."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from model.change import Step, applied, edit, remove
from model.incident import Incident
from model.message import Message
from model.stamping import NewEntry, stamp
from model.summary import Severity
from model.timeline import Entry, Timeline

__all__ = ["higher", "told", "with_entry"]

_CHOOSING = timedelta(minutes=1)


def higher(severity: Severity) -> Severity | None:
    """The severity one step up; nothing above the highest."""
    known = list(Severity)
    place = known.index(severity)
    return known[place - 1] if place else None


def told(before: Severity, after: Severity) -> Message:
    """What happened to it, in words."""
    if list(Severity).index(after) < list(Severity).index(before):
        return Message("severity raised from {before} to {after}", before=before.value, after=after.value)
    return Message("severity lowered from {before} to {after}", before=before.value, after=after.value)


def with_entry(
    incident: Incident, steps: Iterable[Step], now: datetime, say: Callable[[Message], str], source: str, author: str
) -> tuple[Step, ...]:
    """The steps and, where they change the severity of an incident that stays live, an entry that says so, at `now`.

    Of an incident that is over a severity is corrected, and nothing happens then. Who changes it again within a minute
    is still choosing: the entry then says it all, or goes where nothing is left to say. `say` words the entry. Raises
    `Refused` or pydantic's `ValidationError` where the incident after the steps would not be right.
    """
    steps = tuple(steps)
    after = applied(incident, steps).summary
    before = incident.summary
    if after.severity is before.severity or not (before.live and after.live):
        return steps
    for entry in reversed(incident.timeline.root):
        if (entry.source, entry.author) != (source, author) or not now - _CHOOSING < entry.recorded_at <= now:
            continue
        for first in Severity:
            if first is not before.severity and entry.text == say(told(first, before.severity)):
                return (*steps, *_reworded(incident, entry, first, after.severity, say))
    words = say(told(before.severity, after.severity))
    return (*steps, *stamp(incident, NewEntry(now, words, source=source, author=author), now).steps)


def _reworded(
    incident: Incident, entry: Entry, before: Severity, after: Severity, say: Callable[[Message], str]
) -> tuple[Step, ...]:
    if before is after:
        return (remove(incident, Timeline.word, entry.id),)
    step = edit(incident, Timeline.word, entry.id, {"text": say(told(before, after))})
    return (step,) if step else ()
