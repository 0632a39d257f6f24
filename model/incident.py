"""The incident: its id and its sections, in the order that they have everywhere."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Self, get_type_hints

from pydantic import model_validator

from model.actions import Actions
from model.cost import Bill, Cost
from model.factors import Factors
from model.instant import Instant
from model.message import Message, Refused
from model.notes import Notes
from model.record import Document, Frozen, Section
from model.recurrence import Recurrence
from model.schema import SCHEMA
from model.summary import Summary
from model.timeline import Timeline
from model.went_well import WentWell
from model.whys import Whys

__all__ = ["NUMBERED", "SCHEMA", "SECTIONS", "Incident"]


class Incident(Frozen):
    """One incident with everything that was written down about it."""

    id: str
    created_at: Instant

    summary: Summary
    timeline: Timeline = Timeline()
    whys: Whys = Whys()
    factors: Factors = Factors.of([])
    went_well: WentWell = WentWell()
    actions: Actions = Actions()
    recurrence: Recurrence = Recurrence.of([])
    cost: Cost = Cost()
    notes: Notes = Notes()

    def with_sections(self, sections: Mapping[str, Section]) -> Self:
        """The incident with those sections in place of its own.

        Raises `Refused` where they do not fit together.
        """
        return self.model_copy(update=dict(sections)).checked()

    def checked(self) -> Self:
        """The incident itself, after a look at what its sections must agree on.

        Raises `Refused` where they do not.
        """
        lost = self.summary.revenue_lost
        if lost is not None and lost.currency != self.cost.currency:
            raise Refused(
                Message(
                    "the revenue lost is in {other} and the cost in {currency}: "
                    "they cannot be added up, write both in one",
                    other=lost.currency,
                    currency=self.cost.currency,
                )
            )
        return self

    @model_validator(mode="after")
    def _checked(self) -> Self:
        return self.checked()

    @classmethod
    def of(cls, id: str, created_at: str, tables: Mapping[str, Sequence[Document]]) -> Self:
        """The incident that the records of its tables make.

        Raises pydantic's `ValidationError` or `Refused` where one is not right.
        """
        made: dict[str, Any] = {word: kind.of(tables.get(word, ())) for word, kind in SECTIONS.items()}
        return cls.model_validate({"id": id, "created_at": created_at, **made})

    def section(self, word: str) -> Section:
        """The section of that word."""
        section: Section = getattr(self, word)
        return section

    def bill(self, now: datetime) -> Bill:
        """The cost worked out so far."""
        return Bill(self.cost, self.summary, self.summary.duration(now))


SECTIONS: Mapping[str, type[Section]] = {
    word: kind
    for word, kind in get_type_hints(Incident).items()
    if isinstance(kind, type) and issubclass(kind, Section)
}
"""Every section's type by its word, in order: the one list that everything else is read off."""

NUMBERED: Mapping[str, type[Section]] = {word: kind for word, kind in SECTIONS.items() if kind is not Notes}
"""The eight parts of a post-mortem. The notes of its review are an appendix, which nobody has to write."""
