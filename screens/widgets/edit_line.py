"""A text of a few lines to type into: it wraps, grows, and enter accepts it."""

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message as Event
from textual.widgets import TextArea

from screens.widgets.marked import Marked

__all__ = ["EditLine"]


class EditLine(TextArea, Marked):
    """Enter accepts, ctrl+j begins a new line, tab leaves. It remembers what is stored."""

    DEFAULT_CSS = (
        """
    EditLine {
        height: auto;
        min-height: 1;
        max-height: 6;
        border: none;
        padding: 0;
        background: $surface;
        &:focus { background: $boost; border: none; }
    }
    """
        + f"EditLine {{ {Marked.CSS} }}"
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = Marked.MARK_CLASSES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", show=False, priority=True),
        Binding("ctrl+j", "break_line", show=False),
    ]

    @dataclass
    class Accepted(Event):
        """The user accepted the text."""

        line: "EditLine"
        text: str

        @property
        def control(self) -> "EditLine":
            """The widget."""
            return self.line

    def __init__(self, stored: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            stored,
            placeholder=placeholder,
            id=id,
            compact=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
        )
        self.stored = stored
        """The text that is stored."""

    @property
    def content(self) -> str:
        """The text, whatever its line breaks are."""
        return "\n".join(self.document.lines)

    @property
    def place(self) -> int:
        """Where the cursor is in the content."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a part; the field's own undo brings it back."""
        self.history.checkpoint()
        self.replace(text, self._location(start), self._location(end), maintain_selection_offset=False)
        self.history.checkpoint()

    def _location(self, place: int) -> tuple[int, int]:
        before = self.content[:place]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    def get_line(self, line_index: int) -> Text:
        """The line with what is found in it underlined."""
        start = sum(len(line) + 1 for line in self.document.lines[:line_index])
        return self.underline(super().get_line(line_index), start)

    def on_text_area_changed(self) -> None:
        """Look at what is typed."""
        self.look_again()

    def on_text_area_selection_changed(self) -> None:
        """Another mark may be near the cursor now."""
        if len(self.marks) > 1:
            self.look_again()

    @property
    def dirty(self) -> bool:
        """Whether something else was typed than is stored."""
        return self.text != self.stored

    def store(self, text: str) -> None:
        """Show the text that is stored now."""
        self.stored = text
        if self.text != text:
            self.load_text(text)
            self.move_cursor(self.document.end)

    def revert(self) -> bool:
        """Take the last typing back; false where there is nothing typed to take back."""
        if not self.dirty:
            return False
        before = self.text
        super().action_undo()
        if self.text == before:
            self.store(self.stored)
        return True

    def action_accept(self) -> None:
        """Accept the text."""
        self.post_message(self.Accepted(self, self.text))

    def action_break_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_undo(self) -> None:
        """Of the field first, then of the incident."""
        if not self.revert():
            self.call_later(self.app.run_action, "app.undo")
