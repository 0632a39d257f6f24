"""The review of one quarter, with the filters that it was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from data.quarter.gathering import Gathered
from model.review import Facts, Quarter, Review, review
from model.review.automation import Candidate, automation
from model.review.repeats import Repeat, Ruling, repeats

__all__ = ["Filters", "Report", "report"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which incidents count; empty counts all."""

    severity: str = ""
    service: str = ""
    industry: str = ""

    def let_through(self, facts: Facts) -> bool:
        """Whether that incident counts."""
        checks: Sequence[tuple[str, Callable[[Facts], str]]] = (
            (self.severity, lambda one: one.severity),
            (self.service, lambda one: one.service),
            (self.industry, lambda one: one.industry),
        )
        return all(not wanted or wanted.casefold() == of(facts).casefold() for wanted, of in checks)


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


def report(gathered: Gathered, quarter: Quarter, today: date, filters: Filters | None = None) -> Report:
    """The quarter's answers, its repeats and what to automate. A repeat that was rejected is not among them.

    The filters say which incidents of the quarter count; what these repeat is looked for among all earlier ones.
    """
    filters = filters or Filters()
    facts = [one for one in gathered.facts if filters.let_through(one)]
    answers = review(facts, quarter, today)
    pairs = repeats(answers.incidents, gathered.facts, gathered.rulings)
    kept = [pair for pair in pairs if pair.ruling is not Ruling.REJECTED]
    rejected = [pair for pair in pairs if pair.ruling is Ruling.REJECTED]
    return Report(answers, kept, automation(answers.incidents, kept), filters, len(gathered.broken), rejected)
