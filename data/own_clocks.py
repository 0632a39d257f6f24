"""Clocks of a team's own contracts and policies, as its settings name them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from model.clocks.arithmetics import FOR_ANYBODY
from model.clocks.regime import Arithmetic, Regime, Start
from model.message import Message, Refused
from model.summary import Industry
from model.text import Line
from model.timeline import Milestone, Trigger

__all__ = ["OwnClock", "regimes_of"]

_STARTS: dict[str, Start] = {
    "start": "start",
    "end": "end",
    **{str(one): one for one in Trigger},
    **{str(one): one for one in Milestone},
}
_NOT_IN_AN_ID = re.compile(r"[^\w]+")


def _one_of(names: Iterable[str]) -> BeforeValidator:
    known = tuple(names)

    def check(value: Any) -> Any:
        if value not in known:
            text = Message("“{value}” is none of {names}", value=str(value)[:40], names=", ".join(known))
            raise Refused(text)
        return value

    return BeforeValidator(check)


def _named(name: str) -> str:
    if not _slug(name):
        raise Refused(Message("a clock needs a name, such as “Contract with Acme”"))
    return name


def _counted(limit: Any) -> Any:
    if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= _MOST:
        raise Refused(Message("a limit is a whole number from 1 to {most}", most=_MOST))
    return limit


_MOST = 10_000


class OwnClock(BaseModel):
    """`[[clocks]]` in the settings: a name, what starts it, a limit with its arithmetic, and where that is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[Line, BeforeValidator(lambda name: _named(name) if isinstance(name, str) else name)]
    trigger: Annotated[str, _one_of(_STARTS)]
    """A legal stamp, a milestone, or the `start` or `end` of the incident."""
    limit: Annotated[int, BeforeValidator(_counted)]
    """How many of what `arithmetic` counts."""
    arithmetic: Annotated[str, _one_of(FOR_ANYBODY)] = "hours"
    """How the limit is reckoned, by name: minutes, hours, calendar-days, business-days, months …"""
    source: Line = ""
    """The contract or policy, with its paragraph."""
    duty: Line = ""
    """Whom to tell what."""
    industries: tuple[Annotated[str, _one_of(Industry)], ...] = Field(default=())
    """Only for incidents of these industries; for all unless set."""

    def regime(self) -> Regime:
        """The clock as the rules take it."""
        return Regime(
            id=f"own-{_slug(self.name)}",
            title=self.name,
            duty=self.duty,
            source=self.source or self.name,
            industries=frozenset(map(Industry, self.industries)),
            starts=(_STARTS[self.trigger],),
            arithmetic=Arithmetic(self.arithmetic, self.limit),
            own=True,
        )


def regimes_of(clocks: Iterable[OwnClock]) -> tuple[Regime, ...]:
    """The clocks as the rules take them.

    Raises `Refused` where two go by one name.
    """
    found: dict[str, Regime] = {}
    for regime in (clock.regime() for clock in clocks):
        if regime.id in found:
            raise Refused(Message("two clocks are called “{name}”: give one another name", name=regime.title))
        found[regime.id] = regime
    return tuple(found.values())


def _slug(name: str) -> str:
    """The name as a part of an id: small letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _NOT_IN_AN_ID.sub("-", plain).strip("-")
