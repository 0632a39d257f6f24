"""Asking for one line."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from model.message import N_
from screens.dialog import Dialog
from screens.keys import bound
from screens.widgets.field_input import FieldInput

__all__ = ["Ask"]


class Ask(Dialog[str]):
    """A line to type; enter hands it back, also where it is empty, escape nothing."""

    purpose: ClassVar[str] = N_("Enter accepts, escape closes without changing anything.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, title: str, hint: str, text: str = "", *, prose: bool = False) -> None:
        """With `prose` the line is checked as one types."""
        super().__init__(title)
        self._prose = prose
        self._hint = hint
        self._text = text

    def compose_dialog(self) -> ComposeResult:
        """The line."""
        yield FieldInput(self._text, placeholder=self._hint, prose=self._prose)

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(FieldInput).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
