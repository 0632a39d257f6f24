"""Choosing what an action is the answer to: contributing factors, questions of recurrence."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets.selection_list import Selection

from data.language import _
from model.actions import Action
from model.coverage import cover_label, coverable
from model.factors import Factors
from model.incident import Incident
from model.message import N_
from screens.dialog import Dialog
from screens.evidence import EntryChoice
from screens.keys import bound

__all__ = ["Covers"]


class Covers(Dialog[tuple[str, ...]]):
    """Space takes one or leaves it, enter accepts."""

    purpose: ClassVar[str] = N_("Space takes a factor or a question, or leaves it; enter accepts them all.")
    BINDINGS: ClassVar[list[BindingType]] = bound("evidence.accept", "dialog.close")

    def __init__(self, incident: Incident, action: Action) -> None:
        super().__init__(_("What is action {number} the answer to?").format(number=action.number))
        self._incident = incident
        self._chosen = action.covers

    def compose_dialog(self) -> ComposeResult:
        """A line a factor from 2 on, the heaviest first, then the questions; what was chosen before stays in."""
        names = coverable(self._incident)
        names += [name for name in self._chosen if name not in names]
        yield EntryChoice(*(Selection(self._line(name), name, name in self._chosen) for name in names), compact=True)

    def _line(self, name: str) -> Content:
        section, _dot, record = name.partition(".")
        factor = self._incident.factors.root.get(record) if section == Factors.word else None
        score = f"{factor.score} " if factor and factor.score is not None else "  "
        return Content(score + _(cover_label(self._incident, name)))

    def action_accept(self) -> None:
        """Hand back what was taken."""
        self.dismiss(tuple(self.query_one(EntryChoice).selected))
