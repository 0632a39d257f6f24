"""Choosing what an action is the answer to: contributing factors, questions of recurrence."""

from collections.abc import Sequence
from typing import ClassVar

from data.language import _
from model.actions import Action
from model.coverage import cover_label, coverable
from model.factors import Factors
from model.incident import Incident
from model.message import N_
from screens.several import Several
from screens.widgets.check_list import Choice

__all__ = ["Covers"]


class Covers(Several):
    """The factors from 2 on, the heaviest first, then the questions; what was chosen before stays in."""

    purpose: ClassVar[str] = N_("Space takes a factor or a question, or leaves it; enter accepts them all.")
    nothing: ClassVar[str] = N_("No factor is scored 2 or 3, and no question of recurrence is answered yes.")

    def __init__(self, incident: Incident, action: Action) -> None:
        super().__init__(_("What is action {number} the answer to?").format(number=action.number), action.covers)
        self._incident = incident

    def choices(self) -> Sequence[Choice]:
        """A line each, with the score of a factor before it."""
        names = coverable(self._incident)
        names += [name for name in self._chosen if name not in names]
        return [self._choice(name) for name in names]

    def _choice(self, name: str) -> Choice:
        section, _dot, record = name.partition(".")
        factor = self._incident.factors.root.get(record) if section == Factors.word else None
        score = str(factor.score) if factor and factor.score is not None else " "
        return Choice(name, score, _(cover_label(self._incident, name)))
