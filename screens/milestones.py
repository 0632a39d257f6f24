"""Stamping a milestone: the six with their digits, and when they were reached so far."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data import formats
from data.language import _
from model.message import N_
from model.timeline import MILESTONE_LABELS, Milestone
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session

__all__ = ["MilestonePicker"]


class MilestonePicker(Dialog[Milestone]):
    """A digit stamps at once; one that is set already moves, and undo moves it back."""

    purpose: ClassVar[str] = N_("A digit stamps the milestone. One that is set already moves; undo moves it back.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Which milestone?"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """A line a milestone."""
        yield OptionList(*(self._line(number, item) for number, item in enumerate(Milestone, 1)), markup=False)

    def _line(self, number: int, milestone: Milestone) -> Option:
        at = self._session.incident.timeline.at(milestone)
        label = _(MILESTONE_LABELS[milestone])
        if at is None:
            return Option(f"{number}  {label}", milestone.value)
        clock = formats.clock(self._session.local(at))
        return Option(f"{number}  {label}  ◆ " + _("{time}, moves").format(time=clock), milestone.value)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        choices = list(Milestone)
        if event.character and event.character in "123456":
            event.stop()
            self.dismiss(choices[int(event.character) - 1])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses."""
        self.dismiss(Milestone(event.option.id or ""))
