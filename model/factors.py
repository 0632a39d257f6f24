"""The contributing factors: ten that always stay and the team's own, each from 0 to 3."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import field_validator

from model.message import N_, Message, Refused
from model.record import Keyed, Record
from model.text import Line, Paragraph

__all__ = ["DEVIATIONS", "FACTOR_LABELS", "PRIMARY", "SCORE_LABELS", "SIGNIFICANT", "Factor", "Factors"]

FACTOR_LABELS = {
    "monitoring": N_("Missing or inadequate monitoring"),
    "testing": N_("Insufficient testing"),
    "documentation": N_("Documentation gaps"),
    "process": N_("Process not followed"),
    "knowledge_concentration": N_("Knowledge concentration (bus factor)"),
    "capacity": N_("Capacity or scaling limits"),
    "third_party": N_("Third-party dependency"),
    "communication": N_("Communication breakdown"),
    "change_management": N_("Change management failure"),
    "technical_debt": N_("Technical debt"),
}
DEVIATIONS = frozenset({"process", "communication"})
"""The factors that speak of what people did otherwise than planned: they had a reason, which has to be found."""
SIGNIFICANT, PRIMARY = 2, 3
SCORE_LABELS = (N_("not a factor"), N_("minor"), N_("significant"), N_("primary contributor"))


class Factor(Record):
    """How much one factor contributed. No score yet is not the same as 0."""

    label: Line = ""
    """The name of a factor that the team added; empty for the ten."""
    score: int | None = None
    note: Paragraph = ""
    sensible: Paragraph = ""
    """What made a deviation sensible at the time, to those who were there."""

    @field_validator("score")
    @classmethod
    def _on_the_scale(cls, score: int | None) -> int | None:
        if score is not None and not 0 <= score <= 3:
            raise Refused(Message("a factor is scored 0, 1, 2 or 3"))
        return score

    @property
    def name(self) -> str:
        """Its label: the team's own, or that of one of the ten, marked for translation."""
        return self.label or FACTOR_LABELS.get(self.id, self.id)


class Factors(Keyed[Factor]):
    """The ten factors in their order, then the team's own."""

    word: ClassVar[str] = "factors"
    heading: ClassVar[str] = N_("Contributing factors")
    tab: ClassVar[str] = N_("Factors")

    @classmethod
    def record_type(cls) -> type[Factor]:
        return Factor

    @classmethod
    def fixed(cls) -> Mapping[str, str]:
        return FACTOR_LABELS

    def heaviest_first(self) -> list[Factor]:
        """All factors by falling score, those without one last; equals stay in their order."""
        return sorted(self.root.values(), key=lambda item: -1 if item.score is None else item.score, reverse=True)
