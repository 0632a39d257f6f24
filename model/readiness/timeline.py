"""What the timeline still needs: entries, milestones in their order, no unexplained silence."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from model.blocks import gaps
from model.durations import derived
from model.finding import Finding
from model.incident import Incident
from model.instant import in_zone
from model.message import Message
from model.rules import Rules
from model.timeline import MILESTONE_LABELS, MISSING_LABELS, Milestone, Timeline
from model.todos import todos

__all__ = ["findings"]

_SHORT = 60


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """No entries, missing or disordered milestones, a first alert before the start, gaps."""
    word = Timeline.word
    timeline = incident.timeline
    if not timeline.root:
        text = Message("no entries: stamp what happened, or import it")
        yield Finding("timeline.empty", word, text, blocks=True)
    for milestone in Milestone:
        if timeline.at(milestone) is None:
            yield Finding("timeline.milestone-missing", word, Message(MISSING_LABELS[milestone]))
    alert = timeline.holding(Milestone.FIRST_ALERT)
    if alert and alert.at < incident.summary.started_at:
        text = Message("the first alert lies before the start: is the start right?")
        yield Finding("timeline.alert-before-start", word, text, record=alert.id)
    reached = [(milestone, timeline.at(milestone)) for milestone in Milestone]
    known = [(milestone, at) for milestone, at in reached if at is not None]
    for (first, first_at), (second, second_at) in pairwise(known):
        if second_at < first_at:
            yield Finding(
                "timeline.milestone-order",
                word,
                Message(
                    "{second} lies before {first}",
                    first=Message(MILESTONE_LABELS[first]),
                    second=Message(MILESTONE_LABELS[second]),
                ),
                record=_holding(timeline, second),
            )
    resolve = derived(incident, "time_to_resolve")
    if resolve.reversed:
        text = Message("confirmed resolved lies before the start")
        yield Finding(
            "timeline.resolved-before-start", word, text, blocks=True, record=_holding(timeline, Milestone.RESOLVED)
        )
    for todo in todos(incident):
        text = Message("no action yet for the TODO “{text}”", text=_short(todo.proposal.text))
        yield Finding("timeline.todo", word, text, record=todo.entry.id, field="text")
    before = {entry.at: entry.id for entry in timeline.root}
    for gap in gaps(incident, now):
        since = in_zone(gap.since, incident.summary.zone)
        text = Message("nothing for {time} from {since}: what happened?", time=gap.length, since=since)
        yield Finding("timeline.gap", word, text, record=before.get(gap.since))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def _holding(timeline: Timeline, milestone: Milestone) -> str | None:
    entry = timeline.holding(milestone)
    return entry.id if entry else None
