"""A regime of the law or of a contract: what starts its clock, and how its limit is reckoned."""

from dataclasses import dataclass
from datetime import date

from model.summary import Industry
from model.timeline import Milestone, Trigger

__all__ = ["Arithmetic", "Regime", "Start"]

Start = Trigger | Milestone | str
"""What starts a clock: a legal stamp, a milestone, `start`, `end`, or the id of the regime that is notified first."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a limit is reckoned: the name of a function in `model.clocks.arithmetic`, and its figure."""

    name: str
    figure: int = 0
    """Hours, days, business days or months, as the name says."""


@dataclass(frozen=True, slots=True)
class Regime:
    """One duty to notify, as one record: a change of law is a change of one of these."""

    id: str
    """Stable, for scripts and for entries that record its notification."""
    title: str
    """Short; marked for translation."""
    duty: str
    """Whom to tell what, in a sentence; marked for translation."""
    source: str
    """The citation."""
    industries: frozenset[Industry]
    """Where it is looked at; empty is everywhere."""
    starts: tuple[Start, ...] = ()
    """What starts it; with several, `arithmetic` says how they work together. Empty: there is no statutory clock."""
    arithmetic: Arithmetic | None = None
    effective_from: date = date.min
    """A trigger before that day starts no clock."""
    verified_on: date = date(2026, 11, 23)
    """When the record was last held against its source."""
    from_users: int = 0
    """It applies from so many people affected; where their number is not known, it is shown."""
    below_users: int | None = None
    """It applies below so many people affected."""
    note: str = ""
    """What else to know; marked for translation."""

    @property
    def has_clock(self) -> bool:
        """Whether there is a clock at all."""
        return self.arithmetic is not None

    def applies_to(self, industry: Industry | None, users: int | None) -> bool:
        """Whether an incident of that industry, with so many people affected, is under it."""
        if self.industries and industry not in self.industries:
            return False
        if users is None:
            return True
        return users >= self.from_users and (self.below_users is None or users < self.below_users)
