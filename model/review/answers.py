"""The six answers of the quarterly review, each with the incidents behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.money import Money
from model.review.facts import ActionFacts, Facts
from model.review.heat import Heat, heat
from model.review.quarter import Quarter
from model.review.totals import commonest, in_currency, less_dear, totals
from model.statistics import Comparison, Description, compare, describe, wilson

__all__ = ["QUARTERS_SHOWN", "TOP", "Category", "Completion", "QuarterCost", "Review", "Times", "review"]

QUARTERS_SHOWN = 5
"""Quarters of the cost trend: this one and the four before."""
TOP = 3
"""Categories in which to invest, by count and by cost."""


@dataclass(frozen=True, slots=True)
class Category:
    """A root-cause category, and what it cost."""

    name: str
    incidents: Sequence[Facts]
    cost: Sequence[Money]
    """The whole cost of each of its incidents, a sum a currency; one of two categories counts in both."""
    earlier: Sequence[Facts] = ()
    """The incidents of the quarter before that have it, too."""
    rank_by_cost: int | None = None
    """Its place by cost in the quarter's commonest currency; none where nothing in that is known."""

    @property
    def before(self) -> int:
        """In how many incidents of the quarter before."""
        return len(self.earlier)


@dataclass(frozen=True, slots=True)
class Times:
    """A duration over all incidents of the quarter, in seconds, and against the quarter before."""

    figures: Description
    counted: Sequence[Facts]
    missing: Sequence[Facts]
    """Those left out as a milestone is missing."""
    wrong_order: Sequence[Facts]
    """Those left out as the later moment lies before the earlier."""
    against_previous: Comparison
    seconds: Sequence[int] = ()
    """Of each that counted."""
    previous_seconds: Sequence[int] = ()
    """Of each that counted in the quarter before."""
    previous_counted: Sequence[Facts] = ()

    @property
    def excluded(self) -> Sequence[Facts]:
        """All that are left out."""
        return [*self.missing, *self.wrong_order]


@dataclass(frozen=True, slots=True)
class Completion:
    """How the actions of the quarter's incidents stand."""

    total: int
    done: Sequence[ActionFacts]
    done_on_time: Sequence[ActionFacts]
    done_late: Sequence[ActionFacts]
    open: Sequence[ActionFacts]
    """Not done; the overdue ones among them."""
    overdue: Sequence[ActionFacts]
    interval: tuple[float, float] | None
    """Of the share that is done, 95 % (Wilson)."""

    @property
    def share(self) -> float | None:
        """The share that is done."""
        return len(self.done) / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class QuarterCost:
    """What the incidents of one quarter cost."""

    quarter: Quarter
    incidents: Sequence[Facts]
    unknown: int
    """Of how many nothing is known."""
    total: Sequence[Money]


@dataclass(frozen=True, slots=True)
class Review:
    """One quarter."""

    quarter: Quarter
    incidents: Sequence[Facts]
    categories: Sequence[Category]
    """By count; the dearest first among equals. Dear is what costs much in the quarter's commonest currency."""
    uncategorised: Sequence[Facts]
    time_to_detect: Times
    time_to_resolve: Times
    actions: Completion
    actions_before: Completion
    """Those of the quarter before, as they stand today."""
    cost_by_quarter: Sequence[QuarterCost]
    """Oldest first; the quarter itself is the last."""
    factors: Sequence[Heat] = ()
    """How much each factor contributed in those quarters, the heaviest of this quarter first."""
    last_with_incidents: Quarter | None = None
    """The last quarter before it that has incidents, or else the last of all; none where there is no other."""
    so_far: bool = False
    """Whether the quarter is not over yet."""

    @property
    def currency(self) -> str:
        """The commonest currency of the quarter's costs: what is ranked by cost is ranked in it."""
        return commonest(self.cost_by_quarter[-1].total)

    @property
    def mixed(self) -> bool:
        """Whether the quarter's costs are in several currencies."""
        return len(self.cost_by_quarter[-1].total) > 1

    @property
    def top_by_count(self) -> Sequence[Category]:
        """The three with the most incidents."""
        return self.categories[:TOP]

    @property
    def top_by_cost(self) -> Sequence[Category]:
        """The three that cost the most."""
        ranked = sorted((one.rank_by_cost, one.name) for one in self.categories if one.rank_by_cost is not None)
        names = [name for _, name in ranked[:TOP]]
        return [one for name in names for one in self.categories if one.name == name]


def review(everything: Sequence[Facts], quarter: Quarter, today: date) -> Review:
    """The answers for a quarter, from the facts of all incidents."""
    by_quarter: dict[Quarter, list[Facts]] = {}
    for facts in everything:
        by_quarter.setdefault(Quarter.of(facts.day, quarter.first_month), []).append(facts)
    here, before = by_quarter.get(quarter, []), by_quarter.get(quarter.moved(-1), [])
    others = [one for one in by_quarter if one != quarter]
    shown = [quarter.moved(step) for step in range(1 - QUARTERS_SHOWN, 1)]
    return Review(
        quarter=quarter,
        incidents=here,
        categories=_categories(here, before),
        uncategorised=[facts for facts in here if not facts.categories],
        time_to_detect=_times(here, before, "time_to_detect", lambda facts: facts.detect_seconds),
        time_to_resolve=_times(here, before, "time_to_resolve", lambda facts: facts.resolve_seconds),
        actions=_completion([action for facts in here for action in facts.actions], today),
        actions_before=_completion([action for facts in before for action in facts.actions], today),
        cost_by_quarter=[_cost(one, by_quarter.get(one, [])) for one in shown],
        factors=heat([by_quarter.get(one, []) for one in shown]),
        last_with_incidents=max((one for one in by_quarter if one < quarter), default=max(others, default=None)),
        so_far=quarter.holds(today),
    )


def _categories(here: Sequence[Facts], before: Sequence[Facts]) -> list[Category]:
    behind: dict[str, list[Facts]] = {}
    for facts in here:
        for name in facts.categories:
            behind.setdefault(name, []).append(facts)
    found = [
        Category(
            name,
            those,
            totals(one.total_cost for one in those),
            [facts for facts in before if name in facts.categories],
        )
        for name, those in behind.items()
    ]
    currency = commonest(totals(facts.total_cost for facts in here))
    found.sort(key=lambda one: (*less_dear(one.cost, currency), -len(one.incidents), one.name))
    ranked = [
        replace(one, rank_by_cost=place if in_currency(one.cost, currency) is not None else None)
        for place, one in enumerate(found, 1)
    ]
    return sorted(ranked, key=lambda one: -len(one.incidents))


def _times(here: Sequence[Facts], before: Sequence[Facts], name: str, seconds: Callable[[Facts], int | None]) -> Times:
    counted = [facts for facts in here if seconds(facts) is not None]
    left_out = [facts for facts in here if seconds(facts) is None]
    now = [found for facts in here if (found := seconds(facts)) is not None]
    then = [found for facts in before if (found := seconds(facts)) is not None]
    return Times(
        figures=describe(now),
        counted=counted,
        missing=[facts for facts in left_out if name not in facts.wrong_order],
        wrong_order=[facts for facts in left_out if name in facts.wrong_order],
        against_previous=compare(then, now),
        seconds=now,
        previous_seconds=then,
        previous_counted=[facts for facts in before if seconds(facts) is not None],
    )


def _completion(actions: Sequence[ActionFacts], today: date) -> Completion:
    done = [action for action in actions if action.done]
    return Completion(
        total=len(actions),
        done=done,
        done_on_time=[action for action in done if action.in_time],
        done_late=[action for action in done if action.in_time is False],
        open=[action for action in actions if not action.done],
        overdue=[action for action in actions if action.overdue(today)],
        interval=wilson(len(done), len(actions)),
    )


def _cost(quarter: Quarter, those: Sequence[Facts]) -> QuarterCost:
    costs = [facts.total_cost for facts in those]
    return QuarterCost(quarter, those, costs.count(None), totals(costs))
