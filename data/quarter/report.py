"""The review of one quarter, with the filters that it was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from data.quarter.gathering import Gathered
from model.review import Facts, Quarter, Review, review
from model.review.again import again
from model.review.automation import Candidate, automation
from model.review.repeats import Repeat, Ruling, repeats

__all__ = ["Filters", "RepeatCount", "Report", "report"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents count; empty counts all."""

    severity: str = ""
    service: str = ""
    industry: str = ""

    @property
    def any(self) -> bool:
        """Whether some are left out."""
        return bool(self.severity or self.service or self.industry)

    def let_through(self, facts: Facts) -> bool:
        """Whether that incident counts."""
        checks: Sequence[tuple[str, Callable[[Facts], str]]] = (
            (self.severity, lambda one: one.severity),
            (self.service, lambda one: one.service),
            (self.industry, lambda one: one.industry),
        )
        return all(not wanted or wanted.casefold() == of(facts).casefold() for wanted, of in checks)


@dataclass(frozen=True, slots=True)
class RepeatCount:
    """How many incidents repeat earlier ones, or may."""

    incidents: int
    confirmed: int
    """Pairs that somebody confirmed."""
    undecided: int
    """Pairs of which nobody has said anything yet, among those that are listed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is shown and written of a quarter."""

    review: Review
    repeats: Sequence[Repeat]
    automation: Sequence[Candidate]
    filters: Filters
    broken: int
    """How many files could not be read."""
    rejected: Sequence[Repeat] = ()
    """Pairs that look alike, of which somebody said that they are no repeats."""
    repeats_before: RepeatCount = RepeatCount(0, 0, 0)
    """Those of the quarter before."""

    @property
    def repeat_count(self) -> RepeatCount:
        """How many repeats there are."""
        return _counted(self.repeats)


def report(gathered: Gathered, quarter: Quarter, today: date, filters: Filters | None = None) -> Report:
    """The quarter's answers, its repeats and what to automate. A repeat that was rejected is not among them.

    The filters say which incidents of the quarter count; what these repeat is looked for among all earlier ones.
    """
    filters = filters or Filters()
    facts = [one for one in gathered.facts if filters.let_through(one)]
    answers = review(facts, quarter, today)
    here, before = answers.incidents, answers.cost_by_quarter[-2].incidents
    then = {facts.id for facts in before}
    found = repeats([*before, *here], gathered.facts, gathered.rulings)
    pairs = [pair for pair in found if pair.later.id not in then]
    kept = _not_rejected(pairs)
    return Report(
        review=answers,
        repeats=kept,
        automation=automation(here, again(here, facts, kept, gathered.rulings), facts),
        filters=filters,
        broken=len(gathered.broken),
        rejected=[pair for pair in pairs if pair.ruling is Ruling.REJECTED],
        repeats_before=_counted(_not_rejected([pair for pair in found if pair.later.id in then])),
    )


def _not_rejected(pairs: Sequence[Repeat]) -> list[Repeat]:
    return [pair for pair in pairs if pair.ruling is not Ruling.REJECTED]


def _counted(pairs: Sequence[Repeat]) -> RepeatCount:
    confirmed = sum(pair.ruling is Ruling.CONFIRMED for pair in pairs)
    return RepeatCount(len({pair.later.id for pair in pairs}), confirmed, len(pairs) - confirmed)
