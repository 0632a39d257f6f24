"""A regime of the law or of a contract: what starts its clock, and how its limit is reckoned."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from model.message import N_
from model.summary import Industry
from model.timeline import Milestone, Trigger

__all__ = ["JURISDICTION_LABELS", "Arithmetic", "Jurisdiction", "Licence", "Regime", "Start"]

Start = Trigger | Milestone | str
"""What starts a clock: a legal stamp, a milestone, `start`, `end`, or the id of the regime that is notified first."""
VERIFIED = date(2026, 11, 23)
"""When the records were last held against their sources."""


class Jurisdiction(StrEnum):
    """Whose law it is."""

    EU = "EU"
    US = "US"
    NEW_YORK = "US-NY"
    CALIFORNIA = "US-CA"


JURISDICTION_LABELS: dict[str, str] = {
    Jurisdiction.EU: N_("European Union"),
    Jurisdiction.US: N_("United States"),
    Jurisdiction.NEW_YORK: N_("New York"),
    Jurisdiction.CALIFORNIA: N_("California"),
}


class Licence(StrEnum):
    """What a company is supervised as, where that changes a limit."""

    BANK = "bank"
    CENTRAL_COUNTERPARTY = "central-counterparty"
    TRADING_VENUE = "trading-venue"
    TRUST_SERVICE = "trust-service"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """How a limit is reckoned: a name out of `model.clocks.arithmetics`, and its figure."""

    name: str
    figure: int = 0
    """Minutes, hours, days, business days or months, as the name says."""


@dataclass(frozen=True, slots=True)
class Regime:
    """One duty to notify, as one record: a change of law is a change of one of these."""

    id: str
    """Stable, for scripts and for entries that record its notification."""
    title: str
    """Short; marked for translation where it is built in."""
    duty: str
    """Whom to tell what, in a sentence; marked for translation where it is built in."""
    source: str
    """The citation."""
    industries: frozenset[Industry] = frozenset()
    """Where it is looked at; empty is everywhere."""
    starts: tuple[Start, ...] = ()
    """What starts it; with several, the arithmetic says how they work together. Empty: there is no statutory clock."""
    arithmetic: Arithmetic | None = None
    jurisdiction: Jurisdiction | None = None
    """Whose law it is; none for a standard or a contract."""
    effective_from: date = date.min
    """A trigger before that day starts no clock."""
    verified_on: date = VERIFIED
    """When the record was last held against its source."""
    from_users: int = 0
    """It applies from so many people affected; where their number is not known, it is shown."""
    below_users: int | None = None
    """It applies below so many people affected."""
    instead: Mapping[Licence, Arithmetic] = field(default_factory=dict)
    """How the limit is reckoned for companies that are supervised as that."""
    note: str = ""
    """What else to know; marked for translation."""
    own: bool = False
    """Whether the user added it, for a contract or a policy."""

    def arithmetic_for(self, licences: Container[Licence]) -> Arithmetic | None:
        """How the limit is reckoned for a company with those licences; none: there is no clock."""
        return next((other for licence, other in self.instead.items() if licence in licences), self.arithmetic)

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
