"""Stamping what starts a legal clock: each with its digit, and when it was stamped so far."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from data import formats
from data.language import _
from model.message import N_
from model.stamping import NewEntry
from model.timeline import TRIGGER_LABELS, Trigger
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.capture import SOURCE, Capture

__all__ = ["LegalStamp"]


class LegalStamp(Dialog[str]):
    """A digit stamps the moment at which the window was opened; never guessed, and undo takes it back."""

    purpose: ClassVar[str] = N_(
        "A digit stamps the moment at which this opened, with the words that stand in the capture line. The first "
        "stamp of its kind starts a clock; its time can be corrected on the timeline."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Which legal moment?"))
        self._session = session
        self._at = session.now

    def compose_dialog(self) -> ComposeResult:
        """A line a moment."""
        yield OptionList(*(self._line(number, item) for number, item in enumerate(Trigger, 1)), markup=False)

    def on_mount(self) -> None:
        """Begin with the list."""
        self.query_one(OptionList).focus()

    def _line(self, number: int, trigger: Trigger) -> Option:
        stamped = [entry.at for entry in self._session.incident.timeline.stamped(trigger)]
        label = f"{number}  {_(TRIGGER_LABELS[trigger])}"
        if stamped:
            local = self._session.local(stamped[0])
            today = local.date() == self._session.local(self._at).date()
            label += "  § " + (formats.clock(local) if today else formats.moment(local))
        return Option(label, trigger.value)

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        choices = list(Trigger)
        if event.character and event.character.isdigit() and 0 < int(event.character) <= len(choices):
            event.stop()
            self._stamp(choices[int(event.character) - 1])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses."""
        self._stamp(Trigger(event.option.id or ""))

    def _stamp(self, trigger: Trigger) -> None:
        captures = [capture for screen in self.app.screen_stack for capture in screen.query(Capture)]
        if not (captures and captures[-1].file(None, self._at, trigger)):
            self._session.notebook.stamp(NewEntry(at=self._at, trigger=trigger, source=SOURCE))
        clock = f"{self._session.local(self._at):%H:%M:%S}"
        text = _("Stamped {time}: {what}.").format(time=clock, what=_(TRIGGER_LABELS[trigger]))
        self.notify(text, markup=False)
        self.dismiss(None)
