"""The figures that a team may set for the rules, with the framework's own as defaults."""

from dataclasses import dataclass, field
from decimal import Decimal

from model.deadlines import WorkingCalendar

__all__ = ["Rules"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules measure against."""

    cost_threshold: Decimal = Decimal(5000)
    """A post-mortem is owed above this total, in the incident's currency."""
    hours_threshold: Decimal = Decimal(4)
    """A post-mortem is owed above this many hours of team time."""
    allowed_words: frozenset[str] = frozenset()
    """Words that the blameless check never takes for a person."""
    roster: frozenset[str] = frozenset()
    """People whom the blameless check knows in every incident."""
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
