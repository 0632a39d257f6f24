"""What the quarterly review needs to know of one incident, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from model.actions import Status
from model.cost import Bill
from model.durations import Derived, derived
from model.factors import SIGNIFICANT
from model.incident import Incident
from model.instant import in_zone
from model.money import Money
from model.review.failure_modes import Modes, failure_modes
from model.review.likeness import words_of

__all__ = ["ActionFacts", "Facts", "facts_at_hand", "facts_of"]


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """One action that was agreed on and not cancelled."""

    incident: str
    number: int
    text: str
    owner: str
    deadline: date | None
    done_on: date | None
    """The day on the incident's calendar on which it was done."""
    done: bool
    covers: tuple[str, ...] = ()

    def overdue(self, today: date) -> bool:
        """Whether it is open after its deadline."""
        return not self.done and self.deadline is not None and self.deadline < today

    @property
    def in_time(self) -> bool | None:
        """Whether it was done by its deadline; nothing where one of the two days is not known."""
        if not self.done or self.done_on is None or self.deadline is None:
            return None
        return self.done_on <= self.deadline


@dataclass(frozen=True, slots=True)
class Facts:
    """One incident in the figures and words that the review counts."""

    id: str
    title: str
    day: date
    """The day on which it started, on its own calendar."""
    started_at: datetime
    live: bool
    severity: str
    kind: str
    service: str
    industry: str
    detected_by: str
    categories: tuple[str, ...]
    """The root-cause categories that its chains end in."""
    causes: tuple[str, ...]
    """The last answers of its chains."""
    scores: tuple[tuple[str, int], ...]
    """The factors with their scores."""
    detect_seconds: int | None
    resolve_seconds: int | None
    total_cost: Money | None
    actions: tuple[ActionFacts, ...]
    words: str
    """What it can be recognised by: title, service, causes, notes of the factors that mattered."""
    fixed_by: str
    """What ended it: the text of the entry at which the fix was deployed."""
    wrong_order: tuple[str, ...] = ()
    """The names of the durations of which both moments are known, but the later one lies before the earlier."""
    terms: Mapping[str, int] = field(default_factory=dict, compare=False)
    """How often each word occurs in what it can be recognised by, without its ending; unset, it is counted."""
    entries: str = ""
    """What all entries of its timeline say: of the incident at hand alone, which may say nothing else yet."""
    cause_terms: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The same of its last answers alone; unset, it is counted."""
    modes: Modes = ()
    """How it failed, with the words that say so."""

    def __post_init__(self) -> None:
        if not self.terms:
            object.__setattr__(self, "terms", words_of(self.text))
        if not self.cause_terms and self.causes:
            object.__setattr__(self, "cause_terms", words_of("\n".join(self.causes)))

    @property
    def signs(self) -> frozenset[str]:
        """The categories that its chains end in, and the factors that mattered."""
        return frozenset((*self.categories, *(name for name, score in self.scores if score >= SIGNIFICANT)))

    @property
    def text(self) -> str:
        """The words, and once more those of its last answers: they matter most."""
        return "\n".join((self.words, *self.causes))


def facts_of(incident: Incident) -> Facts:
    """The facts of an incident. Of a live one the cost is not known yet."""
    summary = incident.summary
    last = [chain[-1] for chain in incident.whys.chains() if chain]
    fix = next((entry for entry in reversed(incident.timeline.root) if entry.milestone == "fix-deployed"), None)
    duration = None if summary.ended_at is None else summary.ended_at - summary.started_at
    times = [derived(incident, name) for name in ("time_to_detect", "time_to_resolve")]
    return Facts(
        id=incident.id,
        title=summary.title,
        day=in_zone(summary.started_at, summary.zone).date(),
        started_at=summary.started_at,
        live=summary.live,
        severity=summary.severity,
        kind=summary.kind,
        service=summary.service,
        industry=summary.industry or "",
        detected_by=summary.detected_by or "",
        categories=tuple(dict.fromkeys(why.category for why in last if why.category)),
        causes=tuple(why.text for why in last if why.text),
        scores=tuple(
            (name, factor.score) for name, factor in incident.factors.root.items() if factor.score is not None
        ),
        detect_seconds=_seconds(times[0]),
        resolve_seconds=_seconds(times[1]),
        total_cost=None if summary.live else Bill(incident.cost, summary, duration).total,
        actions=tuple(_actions(incident)),
        words=_words(incident),
        fixed_by=fix.text if fix else "",
        wrong_order=tuple(time.figure.name for time in times if time.reversed),
        modes=failure_modes(_told(incident)),
    )


def facts_at_hand(incident: Incident) -> Facts:
    """The facts of the incident that past ones are looked for: with all that its timeline says."""
    said = "\n".join(entry.text for entry in incident.timeline.root if entry.text)
    return replace(facts_of(incident), entries=said)


def _seconds(figure: Derived) -> int | None:
    return None if figure.value is None else int(figure.value.total_seconds())


def _actions(incident: Incident) -> list[ActionFacts]:
    zone = incident.summary.zone
    return [
        ActionFacts(
            incident.id,
            action.number,
            action.text,
            action.owner,
            action.deadline,
            in_zone(action.done_at, zone).date() if action.done_at else None,
            action.status is Status.DONE,
            action.covers,
        )
        for action in incident.actions.kept()
    ]


def _told(incident: Incident) -> list[str]:
    """What tells how it failed: title, causes and notes. The service is none of it: each of its incidents has it."""
    causes = [why.text for why in incident.whys.root]
    return [incident.summary.title, *causes, *_factor_notes(incident), *(note.text for note in incident.notes.root)]


def _factor_notes(incident: Incident) -> list[str]:
    return [factor.note for factor in incident.factors.root.values() if (factor.score or 0) >= SIGNIFICANT]


def _words(incident: Incident) -> str:
    notes = _factor_notes(incident)
    causes = [why.text for why in incident.whys.root]
    fix = [
        entry.text for entry in incident.timeline.root if entry.milestone in ("root-cause-identified", "fix-deployed")
    ]
    return "\n".join(part for part in (incident.summary.title, incident.summary.service, *causes, *notes, *fix) if part)
