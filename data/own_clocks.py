"""Clocks of a team's own contracts and policies, as its settings name them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from model.clocks.regime import Arithmetic, Regime, Start
from model.message import Message, Refused
from model.summary import Industry
from model.text import Line
from model.timeline import Milestone, Trigger

__all__ = ["OwnClock"]

_LIMITS = {"hours": "hours", "days": "calendar-days", "months": "months", "us_business_days": "federal-business-days"}
Figure = Annotated[int, Field(ge=1, le=10_000)]
_STARTS: Mapping[str, Start] = {"start": "start", "end": "end", **{str(item): item for item in (*Trigger, *Milestone)}}


def _known(name: str) -> str:
    if name not in _STARTS:
        raise Refused(
            Message("“{name}” starts no clock: take one of {names}", name=name[:40], names=", ".join(_STARTS))
        )
    return name


class OwnClock(BaseModel):
    """`[[clocks]]` in the settings: a name, what starts it, one limit, and where that is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[Line, Field(min_length=1)]
    trigger: Annotated[str, AfterValidator(_known)]
    hours: Figure | None = None
    days: Figure | None = None
    months: Figure | None = None
    us_business_days: Figure | None = None
    source: Line = ""
    """The contract or policy."""
    duty: Line = ""
    """Whom to tell what."""
    industry: Industry | None = None
    """Only for incidents of that industry; for all unless set."""

    @model_validator(mode="before")
    @classmethod
    def _one_limit(cls, values: Any) -> Any:
        if isinstance(values, dict) and sum(values.get(name) is not None for name in _LIMITS) != 1:
            raise Refused(Message("a clock needs one of hours, days, months or us_business_days"))
        return values

    def regime(self) -> Regime:
        """The clock as the rules take it."""
        (limit,) = ((name, figure) for name in _LIMITS if (figure := getattr(self, name)) is not None)
        return Regime(
            id="own-" + "-".join(self.name.lower().split()),
            title=self.name,
            duty=self.duty,
            source=self.source or self.name,
            industries=frozenset({self.industry}) if self.industry else frozenset(),
            starts=(_STARTS[self.trigger],),
            arithmetic=Arithmetic(_LIMITS[limit[0]], limit[1]),
        )
