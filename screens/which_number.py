"""Which of two numbers was meant, where what was typed can be read in two ways."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from data.language import _, say
from data.typed import Ambiguous, Understood
from model.message import N_
from screens.dialog import Dialog
from screens.keys import bound

__all__ = ["WhichNumber"]


class WhichNumber(Dialog[Understood]):
    """A digit takes the number beside it; escape goes back to the field, where it can be written differently."""

    purpose: ClassVar[str] = N_(
        "Elsewhere a point and a comma mean the opposite of what they mean here. A digit takes the number beside it, "
        "escape goes back to the field."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, doubt: Ambiguous) -> None:
        super().__init__(_("Which number is meant?"))
        self._doubt = doubt

    def compose_dialog(self) -> ComposeResult:
        """A line a number, and how to write each."""
        lines = (f"{number}  {offer.shown}" for number, offer in enumerate(self._doubt.offers, 1))
        yield OptionList(*(Option(line) for line in lines), markup=False)
        yield Static(say(self._doubt.message), id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin with the numbers."""
        self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        offers = self._doubt.offers
        if event.character and event.character in "123456789"[: len(offers)]:
            event.stop()
            self.dismiss(offers[int(event.character) - 1])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses."""
        self.dismiss(self._doubt.offers[event.option_index])
