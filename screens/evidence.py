"""Choosing the entries of the timeline that show why."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.strip import Strip
from textual.widgets import SelectionList, Static
from textual.widgets.selection_list import Selection

from data import formats
from data.language import _
from model.message import N_
from model.text import one_line
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session

__all__ = ["Evidence"]


class EntryChoice(SelectionList[str]):
    """The entries; space takes one or leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = bound(
        "list.down", "list.up", "list.page-down", "list.page-up", "list.top", "list.bottom"
    )

    def render_line(self, y: int) -> Strip:
        """An entry with its box, which is crossed only where it was taken: Textual tells the two by colour alone."""
        strip = super().render_line(y)
        index = y + self.scroll_offset.y
        if index >= self.option_count or self.get_option_at_index(index).value in self.selected:
            return strip
        left, inner, *rest = strip
        return Strip([left, Segment(" " * len(inner.text), inner.style), *rest])

    def action_cursor_top(self) -> None:
        """To the first entry."""
        self.action_first()

    def action_cursor_bottom(self) -> None:
        """To the last entry."""
        self.action_last()


class Evidence(Dialog[tuple[str, ...]]):
    """Space takes an entry or leaves it, enter accepts."""

    purpose: ClassVar[str] = N_("Space takes an entry or leaves it, enter accepts them all.")
    BINDINGS: ClassVar[list[BindingType]] = bound("evidence.accept", "dialog.close")

    def __init__(self, session: Session, chosen: tuple[str, ...]) -> None:
        super().__init__(_("Which entries show it?"))
        self._session = session
        self._chosen = chosen

    def compose_dialog(self) -> ComposeResult:
        """A line an entry."""
        entries = self._session.incident.timeline.root
        if not entries:
            yield Static(_("The timeline has no entries yet: t stamps one, 2 goes there."), markup=False)
        selections = [
            Selection(
                Content(f"{formats.clock(self._session.local(entry.at))} {one_line(entry.text)}"),
                entry.id,
                entry.id in self._chosen,
            )
            for entry in entries
        ]
        yield EntryChoice(*selections, compact=True)

    def action_accept(self) -> None:
        """Hand back what was taken."""
        self.dismiss(tuple(self.query_one(EntryChoice).selected))
