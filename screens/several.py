"""Choosing several of many: a filter, the lines with their boxes, and how many are taken."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data import formats
from data.language import _, ngettext
from screens.dialog import Dialog
from screens.keys import bound
from screens.widgets.check_list import CheckList, Choice
from screens.widgets.line_list import NOTHING_MATCHES

__all__ = ["Several"]


class Several(Dialog[tuple[str, ...]]):
    """Space takes a line or leaves it, a slash filters, enter accepts all that was taken."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = bound("evidence.accept", "home.filter", "dialog.close")
    nothing: ClassVar[str] = ""
    """What is said where there is nothing to choose from; marked for translation."""

    def __init__(self, title: str, chosen: Sequence[str]) -> None:
        super().__init__(title)
        self._chosen = tuple(chosen)
        self._choices: Sequence[Choice] = ()
        self._sought: list[str] = []
        """The lines as they are looked through, made at the first letter of a filter."""

    @abstractmethod
    def choices(self) -> Sequence[Choice]:
        """What there is to choose from."""

    def compose_dialog(self) -> ComposeResult:
        """The filter, a line a choice, how many are taken."""
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        yield CheckList(self._chosen, id="choices")
        yield Static(id="count", markup=False)

    def on_mount(self) -> None:
        """Show all; begin at the first that is taken."""
        self._choices = self.choices()
        first = next((place for place, choice in enumerate(self._choices) if choice.id in self._chosen), 0)
        lines = self.query_one(CheckList)
        lines.show(self._choices, first)
        lines.focus()
        self._count()

    @on(Input.Changed, "#filter")
    def _filter(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        if not self._sought:
            self._sought = [f"{choice.lead} {choice.text}".casefold() for choice in self._choices]
        found = self._choices
        if words:
            pairs = zip(self._choices, self._sought, strict=True)
            found = [choice for choice, line in pairs if all(word in line for word in words)]
        lines = self.query_one(CheckList)
        lines.nothing = _(NOTHING_MATCHES) if words else ""
        lines.show(found, 0)
        self._count()

    @on(CheckList.Toggled)
    def _count(self) -> None:
        lines = self.query_one(CheckList)
        taken = len(lines.taken)
        text = ngettext("{n} taken", "{n} taken", taken).format(n=formats.number(taken))
        if not self._choices:
            text = _(self.nothing)
        elif not lines.rows:
            text += " · " + _("nothing matches")
        self.query_one("#count", Static).update(text)

    def key_down(self) -> None:
        """From the filter to the lines."""
        self.query_one(CheckList).focus()

    def action_filter(self) -> None:
        """Type what to show."""
        self.query_one("#filter", Input).focus()

    def action_close(self) -> None:
        """From the filter to the lines; from there close without changing anything."""
        if self.query_one("#filter", Input).has_focus:
            self.query_one(CheckList).focus()
        else:
            self.dismiss(None)

    def action_accept(self) -> None:
        """Hand back what was taken, in the order of the lines; what is not among them stays taken."""
        taken = self.query_one(CheckList).taken
        lines = [choice.id for choice in self._choices]
        unseen = [id for id in self._chosen if id in taken.difference(lines)]
        self.dismiss((*(id for id in lines if id in taken), *unseen))
