"""The figures that a team may set for the rules, with the framework's own as defaults."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from model.clocks.reckoning import Calendars
from model.clocks.regime import Jurisdiction, Licence, Regime
from model.deadlines import WorkingCalendar
from model.summary import Severity

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
    federal_holidays: Container[date] = frozenset()
    """The federal holidays of the United States: some legal clocks count its business days."""
    licences: frozenset[Licence] = frozenset()
    """What the company is supervised as, where that changes a legal limit."""
    jurisdictions: frozenset[Jurisdiction] = frozenset()
    """Whose law counts; empty is everybody's."""
    own_clocks: tuple[Regime, ...] = ()
    """The clocks of the team's contracts and policies."""

    updates: tuple[tuple[Severity, timedelta], ...] = ()
    """How long after a status update the next is due, by severity; none is where it is not said."""

    def calendars(self, zone: str) -> Calendars:
        """What legal clocks need to know of the days of an incident in that zone."""
        return Calendars(zone, self.federal_holidays, self.calendar, self.licences)

    def heeds(self, jurisdiction: Jurisdiction | None) -> bool:
        """Whether law of that origin counts: a state's with its federation's, and the other way round."""
        if jurisdiction is None or not self.jurisdictions:
            return True
        return any(known.startswith(jurisdiction) or jurisdiction.startswith(known) for known in self.jurisdictions)
