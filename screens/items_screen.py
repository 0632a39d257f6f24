"""What the screens of texts have in common: a list, and a line at the bottom that edits what the cursor is on."""

from abc import abstractmethod
from collections.abc import Sequence

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from model.message import Refused
from screens.line_screen import LineScreen
from screens.session import Session
from screens.widgets.edit_line import EditLine
from screens.widgets.item_list import ItemList

__all__ = ["ItemsScreen"]

_EDGES = 3
"""Cells beside a text in the list: a blank on each side, and the scroll bar."""


class ItemsScreen(LineScreen):
    """A list of items, each with a text. Enter edits, enter accepts, escape leaves; what is right is kept."""

    CSS_PATH = "items.tcss"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._editing: str | None = None
        """The id of the item that the line edits; none while it writes a new one."""

    def compose_section(self) -> ComposeResult:
        """The heading, the list, the line."""
        yield Static(id="head", markup=False)
        yield ItemList(id="items")
        yield Static(id="label", markup=False)
        yield EditLine(id="line")

    def on_mount(self) -> None:
        """Begin with the list."""
        self.query_one(ItemList).focus()

    def on_resize(self) -> None:
        """Wrap the texts anew."""
        self.show_incident()

    @abstractmethod
    def items(self) -> Sequence[tuple[str, Content]]:
        """The items by their ids, as they are shown."""

    @abstractmethod
    def head(self) -> str:
        """What stands above the list."""

    @abstractmethod
    def label(self, item: str | None) -> str:
        """What stands above the line while it edits that item, or writes a new one."""

    @abstractmethod
    def text(self, item: str) -> str:
        """The text of the item, as it is stored."""

    @abstractmethod
    def store(self, item: str, text: str) -> None:
        """Store the text of the item."""

    @abstractmethod
    def create(self, text: str) -> str | None:
        """Make a new item of the text; returns its id."""

    @property
    def width(self) -> int:
        """How many cells a text has in the list."""
        return max(8, self.size.width - _EDGES)

    @property
    def current(self) -> str | None:
        """The id of the item that the cursor is on."""
        return self.query_one(ItemList).current

    @property
    def line(self) -> EditLine:
        """The line at the bottom."""
        return self.query_one(EditLine)

    def show_incident(self) -> None:
        """Show the items as they are stored; a text that is being written stays."""
        self.query_one("#head", Static).update(self.head())
        self.query_one(ItemList).show(self.items())
        self._show_line()

    @on(OptionList.OptionHighlighted)
    def _show_line(self) -> None:
        """Let the line show what the cursor is on, or what it edits; never over something that was typed."""
        if self.line.dirty:
            return
        if not self.line.has_focus:
            self._editing = self.current
            self.query_one("#label", Static).update(self.label(self._editing) if self._editing else "")
        if self._editing is not None or not self.line.has_focus:
            self.line.store(self.text(self._editing) if self._editing else "")
        if not self.line.has_focus:
            self.line.move_cursor((0, 0))

    def seek(self, record: str, field: str | None = None) -> None:
        """Put the cursor on that item."""
        items = self.query_one(ItemList)
        items.focus()
        items.choose(record)

    @on(OptionList.OptionSelected)
    def action_edit(self) -> None:
        """Edit the item that the cursor is on; write the first one where there is none."""
        if self.current is None:
            self.action_add()
            return
        self._show_line()
        self.line.focus()
        self.line.move_cursor(self.line.document.end)

    def action_add(self) -> None:
        """Write a new item."""
        self.begin_new()

    def begin_new(self) -> None:
        """Let the line write a new item."""
        self._editing = None
        self.query_one("#label", Static).update(self.label(None))
        self.line.store("")
        self.line.focus()

    @on(EditLine.Accepted)
    def _accepted(self) -> None:
        if not self.line.dirty or self.accept():
            self.to_list()

    def accept(self) -> bool:
        """Store what the line holds; false where it is refused, and stays in the line."""
        text = self.typed.strip()
        try:
            if self._editing is not None:
                self.store(self._editing, text)
            elif text:
                self._editing = self.create(text)
                self.query_one(ItemList).show(self.items(), self._editing)
        except (Refused, ValidationError) as error:
            self.complain(error)
            return False
        self.line.store(text)
        return True

    def to_list(self) -> None:
        """From the line to the list."""
        self.query_one(ItemList).focus()
        self.call_after_refresh(self._show_line)
