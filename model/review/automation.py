"""What to automate first: what fails again and again, what nobody watches, what breaks under load."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from model.factors import SIGNIFICANT
from model.message import N_
from model.money import Money
from model.review.facts import Facts
from model.review.totals import commonest, less_dear, totals
from model.summary import Detection

__all__ = ["REASON_LABELS", "Candidate", "Reason", "automation"]

_BY_HAND = frozenset({Detection.CUSTOMER_REPORT, Detection.INTERNAL_DISCOVERY})


class Reason(StrEnum):
    """Why a machine should do it."""

    REPETITIVE = "repetitive"
    UNWATCHED = "unwatched"
    MONITORING_GAP = "monitoring-gap"
    UNDER_LOAD = "under-load"


REASON_LABELS: dict[str, str] = {
    Reason.REPETITIVE: N_("fails again and again"),
    Reason.UNWATCHED: N_("found by people, not by monitoring"),
    Reason.MONITORING_GAP: N_("monitoring was missing or inadequate"),
    Reason.UNDER_LOAD: N_("breaks under load"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to automate."""

    reason: Reason
    subject: str
    """The service that it is about; empty where none is named."""
    incidents: Sequence[Facts]
    """The evidence: incidents of the quarter."""
    cost: Sequence[Money]
    """Theirs."""
    category: str = ""
    """The root-cause category of what fails again and again; empty where none is given."""
    earlier: int = 0
    """How many incidents of earlier quarters had that category in that service; they cost nothing here."""


def automation(
    here: Sequence[Facts], again: Iterable[tuple[Facts, str]], everything: Sequence[Facts] = ()
) -> list[Candidate]:
    """What the incidents of a quarter say should be automated, the dearest first, then the most frequent.

    `again` are those of them that are one of a pair of repeats, each with the category in which it is one.
    """
    repeated: dict[tuple[str, str], dict[str, Facts]] = {}
    for facts, category in again:
        repeated.setdefault((facts.service.casefold(), category), {})[facts.id] = facts
    earlier = _earlier(here, everything)
    found = [
        _candidate(Reason.REPETITIVE, list(those.values()), category, earlier[service, category])
        for (service, category), those in repeated.items()
    ]
    found += _grouped(Reason.UNWATCHED, here, lambda facts: facts.detected_by in _BY_HAND)
    found += _grouped(
        Reason.MONITORING_GAP,
        here,
        lambda facts: facts.detected_by not in _BY_HAND and _due_to(facts, "monitoring"),
    )
    found += _grouped(Reason.UNDER_LOAD, here, lambda facts: _due_to(facts, "capacity"))
    currency = commonest(totals(facts.total_cost for facts in here))
    return sorted(found, key=lambda one: _order(one, currency))


def _earlier(here: Sequence[Facts], everything: Sequence[Facts]) -> Counter[tuple[str, str]]:
    """How many incidents of earlier quarters had which service and category."""
    first = min((facts.day for facts in here), default=date.min)
    return Counter(
        (facts.service.casefold(), category)
        for facts in everything
        if facts.day < first
        for category in facts.categories
    )


def _grouped(reason: Reason, here: Sequence[Facts], is_one: Callable[[Facts], bool]) -> list[Candidate]:
    behind: dict[str, list[Facts]] = {}
    for facts in here:
        if is_one(facts):
            behind.setdefault(facts.service.casefold(), []).append(facts)
    return [_candidate(reason, those) for those in behind.values()]


def _due_to(facts: Facts, factor: str) -> bool:
    """Whether the factor was significant in it, or its root cause."""
    return factor in facts.categories or dict(facts.scores).get(factor, 0) >= SIGNIFICANT


def _candidate(reason: Reason, those: Sequence[Facts], category: str = "", earlier: int = 0) -> Candidate:
    cost = totals(facts.total_cost for facts in those)
    return Candidate(reason, those[0].service, those, cost, category, earlier)


def _order(one: Candidate, currency: str) -> tuple[object, ...]:
    place = list(Reason).index(one.reason)
    return *less_dear(one.cost, currency), -len(one.incidents), place, one.subject, one.category
