"""Taking down and correcting entries: milestones move, and the end follows the resolution."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from model.change import Change, Step, applied, create, edit, remove
from model.ids import new_record_id
from model.incident import Incident
from model.instant import in_zone, stored
from model.message import Message
from model.record import Document
from model.text import clean, one_line
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry, Milestone, Role, Timeline, Trigger
from model.todos import reworded

__all__ = ["NewEntry", "correct", "delete", "pin", "stamp", "with_end"]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is taken down with one stamp."""

    at: datetime
    """When it happened."""
    text: str = ""
    milestone: Milestone | None = None
    trigger: Trigger | None = None
    met: str = ""
    """The id of the regime whose notification it records."""
    zone: str | None = None
    """The zone in which the time was entered; the incident's unless given."""
    typed: str = ""
    source: str = ""
    author: str = ""
    pinned: bool = False
    role: Role | None = None
    """The role that is handed over."""
    person: str = ""
    laid_down: bool = False
    update: bool = False
    """Whether it records an update for the people outside of the bridge."""


def stamp(incident: Incident, new: NewEntry, now: datetime, *, again: bool = False) -> Change:
    """The change that files an entry recorded at `now`.

    A milestone that is set already moves here; with `again` both entries keep it.
    """
    clock = f"{in_zone(new.at, incident.summary.zone):%H:%M}"
    name = Message("stamp {time}", time=clock)
    held = incident.timeline.holding(new.milestone) if new.milestone and not again else None
    if new.milestone:
        label = Message(MILESTONE_LABELS[new.milestone])
        name = Message("{milestone} {time}", milestone=label, time=clock)
    elif new.trigger:
        name = Message("{trigger} {time}", trigger=Message(TRIGGER_LABELS[new.trigger]), time=clock)
    elif new.met:
        name = Message("notification {time}", time=clock)
    values = _values(new, incident.summary.zone)
    filed = create(Timeline.word, new_record_id(now), {**values, "recorded_at": stored(now)})
    if new.milestone is None:
        return Change(name, (filed,))
    if held and not held.text:
        step = edit(incident, Timeline.word, held.id, values)
        return with_end(incident, name, [step] if step else [])
    steps = []
    if held:
        steps.append(edit(incident, Timeline.word, held.id, {"milestone": None}))
    steps.append(filed)
    return with_end(incident, name, [step for step in steps if step])


def _values(new: NewEntry, zone: str) -> dict[str, str | bool]:
    values = {
        "at": stored(new.at),
        "zone": new.zone or zone,
        "text": new.text,
        "milestone": new.milestone,
        "trigger": new.trigger,
        "met": new.met,
        "source": new.source,
        "author": new.author,
        "typed": new.typed,
        "role": new.role,
        "person": new.person,
    }
    marks = {"pinned": new.pinned, "laid_down": new.laid_down, "update": new.update}
    filled: dict[str, str | bool] = {name: str(value) for name, value in values.items() if value}
    return {**filled, **{name: True for name, marked in marks.items() if marked}}


def pin(incident: Incident, entry: Entry) -> Change | None:
    """The change that pins the entry, or takes its pin away."""
    text = _short(entry)
    name = Message("unpin “{text}”", text=text) if entry.pinned else Message("pin “{text}”", text=text)
    step = edit(incident, Timeline.word, entry.id, {"pinned": not entry.pinned})
    return Change(name, (step,)) if step else None


def correct(incident: Incident, entry: Entry, values: Document) -> Change | None:
    """The change that corrects an entry's time, text or milestone; none where nothing differs.

    When it was recorded stays. A milestone set here is taken from the entry that held it. Where another person took a
    role over than was written, the words of that entry name them too.
    """
    steps = []
    milestone = values.get("milestone")
    if milestone is not None and milestone != entry.milestone:
        held = incident.timeline.holding(Milestone(milestone))
        if held and held.id != entry.id:
            steps.append(edit(incident, Timeline.word, held.id, {"milestone": None}))
    if entry.role and values.get("person") and "text" not in values:
        values = {**values, "text": entry.text.replace(entry.person or "\n", values["person"], 1)}
    steps.append(edit(incident, Timeline.word, entry.id, values))
    if "text" in values:
        steps += reworded(incident, entry.text, clean(values["text"] or ""))
    done = [step for step in steps if step]
    return with_end(incident, Message("edit “{text}”", text=_short(entry)), done) if done else None


def delete(incident: Incident, entry: Entry) -> Change:
    """The change that takes an entry away."""
    name = Message("delete “{text}”", text=_short(entry))
    return with_end(incident, name, [remove(incident, Timeline.word, entry.id)])


def _short(entry: Entry) -> str:
    return one_line(clean(entry.text))[:40] or str(entry.milestone or entry.trigger or entry.met)


def with_end(incident: Incident, name: Message, steps: Iterable[Step]) -> Change:
    """The change of those steps, with the incident's end moved along unless it was set by hand."""
    steps = tuple(steps)
    summary = incident.summary
    before = incident.timeline.at(Milestone.RESOLVED)
    after = applied(incident, steps).timeline.at(Milestone.RESOLVED)
    if before != after and summary.ended_at == before and (after is None or after >= summary.started_at):
        ended = edit(incident, summary.word, summary.word, {"ended_at": stored(after) if after else None})
        if ended:
            steps = (*steps, ended)
    return Change(name, steps)
