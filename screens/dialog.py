"""What all dialogs have in common: a box over the screen, a title, and the keys that work."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.keys import bound
from screens.widgets.key_bar import KeyBar

__all__ = ["Dialog"]

R = TypeVar("R")


class Dialog(ModalScreen[R | None]):
    """A box over the screen. Escape closes it without changing anything."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """The box with its title, and the keys."""
        with Vertical(id="box"):
            yield Static(self._title, id="title", markup=False)
            yield from self.compose_dialog()
        yield KeyBar()

    def compose_dialog(self) -> ComposeResult:
        """The dialog's own part."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close without changing anything."""
        self.dismiss(None)
