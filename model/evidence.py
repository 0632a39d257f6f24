"""Evidence from elsewhere: what could become an entry, what is known already, and what is taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model.change import Change, Step, create, edit
from model.ids import imported_id
from model.incident import Incident
from model.instant import stored
from model.message import Counted
from model.stamping import with_end
from model.timeline import Milestone, Timeline

__all__ = ["Candidate", "Kind", "Proposal", "proposals", "suspect", "taken"]


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
    culprit = suspect(ordered, incident.summary.started_at)
    open_milestones = {item for item in Milestone if incident.timeline.holding(item) is None}
    found = []
    for candidate in ordered:
        is_known = (candidate.source, candidate.origin) in known or ("", _id(candidate)) in known
        milestone = candidate.milestone if candidate.milestone in open_milestones and not is_known else None
        if milestone is not None and milestone is not Milestone.RESOLVED:
            open_milestones.remove(milestone)
        found.append(Proposal(candidate, is_known, milestone, candidate is culprit))
    return _last_resolution(found)


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
    for candidate in candidates:
        key = candidate.source, candidate.origin
        if key not in seen:
            seen.add(key)
            yield candidate


def _last_resolution(found: list[Proposal]) -> list[Proposal]:
    """Of several resolutions the last is proposed: the one before did not hold."""
    resolved = [place for place, proposal in enumerate(found) if proposal.milestone is Milestone.RESOLVED]
    for place in resolved[:-1]:
        before = found[place]
        found[place] = Proposal(before.candidate, before.known, None, before.suspect)
    return found


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
