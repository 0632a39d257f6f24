"""Evidence from elsewhere: what could become an entry, what is known already, and what is taken."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from model.change import Change, Step, create, edit
from model.evidence_words import is_finished_change
from model.ids import imported_id
from model.incident import Incident
from model.instant import stored
from model.message import Counted
from model.stamping import with_end
from model.text import LINE_LIMIT, PARAGRAPH_LIMIT, clean, one_line
from model.timeline import LAST_COUNTS, Entry, Milestone, Timeline

__all__ = ["Candidate", "Kind", "Proposal", "last_change", "proposals", "suspect", "taken"]

_LED_UP = timedelta(days=1)
_LONGEST_ORIGIN = 200
"""Characters of an id that is kept as it is."""


class Kind(StrEnum):
    """What a piece of evidence is about."""

    MESSAGE = "message"
    ALERT = "alert"
    CHANGE = "change"
    """A deploy, or a change of configuration, at the moment when it finished."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One piece of evidence that could become an entry."""

    at: datetime
    """When it happened, in UTC."""
    text: str
    source: str
    """Where it is from: slack, pagerduty, csv."""
    origin: str
    """Its id there; the same whenever the same thing is read."""
    author: str = ""
    zone: str | None = None
    """The zone in which its time was written, where that is known; the incident's otherwise."""
    typed: str = ""
    """The time as it was written, where it was not an instant."""
    milestone: Milestone | None = None
    """What it may have been; never taken unasked."""
    kind: Kind = Kind.MESSAGE
    pinned: bool = False
    """Whether somebody marked it as important there."""
    minor: bool = False
    """Whether it is left unless asked for."""
    place: str = ""
    """Where it was said there, such as the channel, where there are several."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate as the preview shows it."""

    candidate: Candidate
    known: bool
    """Whether the incident holds it already."""
    milestone: Milestone | None
    """The milestone that it is proposed for: the incident has none there, and no better candidate is."""
    suspect: bool
    """Whether it is the change that finished last before the start."""


def proposals(incident: Incident, candidates: Iterable[Candidate]) -> list[Proposal]:
    """What came in, in the order in which it happened; of one that is there twice, the first."""
    known = {(entry.source, entry.origin) for entry in incident.timeline.root if entry.origin}
    known |= {("", entry.id) for entry in incident.timeline.root}
    ordered = sorted(_once(candidates), key=lambda candidate: (candidate.at, candidate.source, candidate.origin))
    there = [(one.source, one.origin) in known or ("", _id(one)) in known for one in ordered]
    proposed = _proposed(incident, [one for one, is_there in zip(ordered, there, strict=True) if not is_there])
    culprit = last_change(incident, ordered)
    return [
        Proposal(one, is_there, proposed.get((one.source, one.origin)), one is culprit)
        for one, is_there in zip(ordered, there, strict=True)
    ]


def _proposed(incident: Incident, fresh: Sequence[Candidate]) -> dict[tuple[str, str], Milestone]:
    """Which of them may be which milestone: of those that the incident has not, and what is usually left is none.

    What led up to the incident by more than a day is not meant, unless all of it is that old. Of a fix and of a
    resolution the last is meant, since the one before did not hold; of the others the first.
    """
    since = incident.summary.started_at - _LED_UP
    offered = [one for one in fresh if one.milestone is not None and not one.minor]
    offered = [one for one in offered if one.at >= since] or offered
    found: dict[tuple[str, str], Milestone] = {}
    for milestone in Milestone:
        fitting = [one for one in offered if one.milestone is milestone]
        if fitting and incident.timeline.holding(milestone) is None:
            chosen = fitting[-1] if milestone in LAST_COUNTS else fitting[0]
            found[chosen.source, chosen.origin] = milestone
    return found


def last_change(incident: Incident, candidates: Iterable[Candidate]) -> Candidate | Entry | None:
    """The change that finished last before the incident started, among what came in and what it holds already."""
    started_at = incident.summary.started_at
    culprit = suspect(candidates, started_at)
    held = [entry for entry in incident.timeline.root if entry.at <= started_at and is_finished_change(entry.text)]
    if held and (culprit is None or held[-1].at > culprit.at):
        return held[-1]
    return culprit


def suspect(candidates: Iterable[Candidate], started_at: datetime) -> Candidate | None:
    """The change that finished last before the incident started, or as it did."""
    changes = (found for found in candidates if found.kind is Kind.CHANGE and found.at <= started_at)
    return max(changes, key=lambda found: found.at, default=None)


def taken(incident: Incident, chosen: Iterable[tuple[Candidate, Milestone | None]], now: datetime) -> Change | None:
    """The change that files what was chosen, each with the milestone that it was accepted as; none where nothing is.

    What the incident holds already stays as it is. An accepted milestone moves here.
    """
    holds = {entry.id for entry in incident.timeline.root}
    holds_from = {(entry.source, entry.origin) for entry in incident.timeline.root if entry.origin}
    steps: list[Step] = []
    moved: set[str] = set()
    for candidate, milestone in chosen:
        record = _id(candidate)
        if record in holds or (candidate.source, candidate.origin) in holds_from:
            continue
        holds.add(record)
        holds_from.add((candidate.source, candidate.origin))
        holder = incident.timeline.holding(milestone) if milestone else None
        if holder and holder.id not in moved:
            moved.add(holder.id)
            step = edit(incident, Timeline.word, holder.id, {"milestone": None})
            steps += [step] if step else []
        steps.append(create(Timeline.word, record, _values(candidate, milestone, incident.summary.zone, now)))
    filed = len(steps) - len(moved)
    if not filed:
        return None
    return with_end(incident, Counted("import {n} entry", "import {n} entries", filed), steps)


def _once(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    seen: set[tuple[str, str]] = set()
    for candidate in map(_harmless, candidates):
        key = candidate.source, candidate.origin
        if key not in seen and candidate.text:
            seen.add(key)
            yield candidate


def _harmless(candidate: Candidate) -> Candidate:
    """The candidate as an entry can hold it: no text longer than fits, no sign that a terminal would obey."""
    text = clean(candidate.text).strip()
    if len(text) > PARAGRAPH_LIMIT:
        text = text[: PARAGRAPH_LIMIT - 1] + "…"
    origin, author, typed = (one_line(clean(field)) for field in (candidate.origin, candidate.author, candidate.typed))
    if len(origin) > _LONGEST_ORIGIN:
        origin = sha256(origin.encode("utf-8", "replace")).hexdigest()
    same = (text, origin, author[:LINE_LIMIT], typed[:LINE_LIMIT])
    if same == (candidate.text, candidate.origin, candidate.author, candidate.typed):
        return candidate
    return replace(candidate, text=text, origin=origin, author=author[:LINE_LIMIT], typed=typed[:LINE_LIMIT])


def _id(candidate: Candidate) -> str:
    return imported_id(candidate.at, candidate.source, candidate.origin)


def _values(candidate: Candidate, milestone: Milestone | None, zone: str, now: datetime) -> dict[str, str]:
    values = {
        "at": stored(candidate.at),
        "zone": candidate.zone or zone,
        "text": candidate.text,
        "milestone": milestone,
        "source": candidate.source,
        "origin": candidate.origin,
        "author": candidate.author,
        "typed": candidate.typed,
        "recorded_at": stored(now),
    }
    return {name: str(value) for name, value in values.items() if value}
