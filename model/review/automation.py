"""What to automate first: what fails again and again, what nobody watches, what breaks under load."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.factors import SIGNIFICANT
from model.message import N_
from model.money import Money
from model.review.facts import Facts
from model.review.repeats import Repeat, Ruling
from model.review.totals import totals
from model.summary import Detection

__all__ = ["REASON_LABELS", "Candidate", "Reason", "automation"]

_BY_HAND = frozenset({Detection.CUSTOMER_REPORT, Detection.INTERNAL_DISCOVERY})


class Reason(StrEnum):
    """Why a machine should do it."""

    REPETITIVE = "repetitive"
    UNWATCHED = "unwatched"
    UNDER_LOAD = "under-load"


REASON_LABELS: dict[str, str] = {
    Reason.REPETITIVE: N_("fails again and again"),
    Reason.UNWATCHED: N_("found by people, not by monitoring"),
    Reason.UNDER_LOAD: N_("breaks under load"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to automate."""

    reason: Reason
    subject: str
    """The service that it is about; empty where none is named."""
    incidents: Sequence[Facts]
    """The evidence."""
    cost: Sequence[Money]


def automation(here: Sequence[Facts], pairs: Iterable[Repeat]) -> list[Candidate]:
    """What the incidents of a quarter say should be automated, the dearest first, then the most frequent."""
    repeated: dict[str, dict[str, Facts]] = {}
    for pair in pairs:
        if pair.ruling is not Ruling.REJECTED:
            behind = repeated.setdefault(pair.later.service, {})
            behind[pair.later.id] = pair.later
            behind[pair.earlier.id] = pair.earlier
    found = [_candidate(Reason.REPETITIVE, service, list(those.values())) for service, those in repeated.items()]
    found += _grouped(
        Reason.UNWATCHED, here, lambda facts: facts.detected_by in _BY_HAND or _scored(facts, "monitoring")
    )
    found += _grouped(Reason.UNDER_LOAD, here, lambda facts: _scored(facts, "capacity"))
    return sorted(found, key=_order)


def _grouped(reason: Reason, here: Sequence[Facts], is_one: Callable[[Facts], bool]) -> list[Candidate]:
    behind: dict[str, list[Facts]] = {}
    for facts in here:
        if is_one(facts):
            behind.setdefault(facts.service, []).append(facts)
    return [_candidate(reason, service, those) for service, those in behind.items()]


def _scored(facts: Facts, factor: str) -> bool:
    scores: Mapping[str, int] = dict(facts.scores)
    return scores.get(factor, 0) >= SIGNIFICANT


def _candidate(reason: Reason, service: str, those: Sequence[Facts]) -> Candidate:
    return Candidate(reason, service, those, totals(facts.total_cost for facts in those))


def _order(one: Candidate) -> tuple[object, ...]:
    dearest = one.cost[0].amount if one.cost else 0
    return -dearest, -len(one.incidents), list(Reason).index(one.reason), one.subject
