"""A list that paints only the lines in sight, so that ten thousand are as quick as ten."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message as Event
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from model.message import N_
from screens.keys import bound

__all__ = ["NOTHING_MATCHES", "LineList"]

NOTHING_MATCHES = N_("Nothing matches: type less, or something else.")
"""What a list says that is filtered as one types."""

T = TypeVar("T")


class LineList(ScrollView, Generic[T], can_focus=True):
    """Rows of one line each, with a cursor on those that can be chosen."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        scrollbar-size-horizontal: 0;
        scrollbar-size-vertical: 1;
        & > .-muted { color: $text-muted; }
        & > .-alarm { color: $text-error; text-style: bold; }
        & > .-heading { color: $text-secondary; text-style: bold; }
        & > .-mark { color: $text-accent; text-style: bold; }
        & > .-cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .-still { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound("list.down", "list.up", "list.page-down", "list.page-up", "list.top", "list.bottom", "list.choose")
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "-plain",
        "-muted",
        "-mark",
        "-alarm",
        "-heading",
        "-cursor",
        "-still",
    }

    cursor: var[int] = var(0)
    """The index of the row that the cursor is on."""

    @dataclass
    class Highlighted(Event):
        """The cursor is on another row."""

        lines: "LineList[Any]"

        @property
        def control(self) -> "LineList[Any]":
            """The list."""
            return self.lines

    @dataclass
    class Chosen(Event):
        """A row was chosen, by enter or with the mouse."""

        lines: "LineList[Any]"

        @property
        def control(self) -> "LineList[Any]":
            """The list."""
            return self.lines

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: Sequence[T] = ()
        self.nothing = ""
        """What it says while it has no rows: what to do about that."""

    @abstractmethod
    def paint(self, row: T) -> Sequence[tuple[str, str]]:
        """The row as texts, each with the component class that it is painted in."""

    def choosable(self, row: T) -> bool:
        """Whether the cursor can be on that row."""
        return True

    @property
    def current(self) -> T | None:
        """The row that the cursor is on, if it is on one that can be chosen."""
        if 0 <= self.cursor < len(self.rows) and self.choosable(self.rows[self.cursor]):
            return self.rows[self.cursor]
        return None

    def show(self, rows: Sequence[T], cursor: int | None = None) -> None:
        """Show these rows; the cursor stays at its index unless another is given."""
        self.rows = rows
        self._make_room(len(rows))
        self.set_reactive(LineList.cursor, self._nearest(self.cursor if cursor is None else cursor, 1))
        self._see_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self))

    def _make_room(self, rows: int) -> None:
        """Make the list that long; the screen is laid out anew only where that shows outside of the list."""
        size, height = Size(self.scrollable_content_region.width, rows), self.size.height
        scrolled, scrolls = self.virtual_size.height > height, rows > height
        if not height or scrolled != scrolls or self.styles.auto_dimensions:
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if scrolls:
            self.vertical_scrollbar.window_virtual_size = rows

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if not self.rows and self.nothing:
            return self._nothing_line(y, width)
        if index >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        segments = [Segment(text, self._style(name, index)) for name, text in self.paint(self.rows[index])]
        return Strip(segments).adjust_cell_length(width, self._style("-plain", index))

    def _nothing_line(self, y: int, width: int) -> Strip:
        lines = Content(self.nothing).wrap(max(8, width - 2))
        text = f" {lines[y].plain}" if y < len(lines) else ""
        muted = self.get_component_rich_style("-muted")
        return Strip([Segment(text, muted)]).adjust_cell_length(width, muted)

    def _style(self, name: str, index: int) -> Style:
        style = self.get_component_rich_style(name)
        if index != self.cursor or self.current is None:
            return style
        return style + self.get_component_rich_style("-cursor" if self.has_focus else "-still", partial=True)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on the list."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        """Show where the cursor went."""
        self._see_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self))

    def _see_cursor(self) -> None:
        width = max(1, self.scrollable_content_region.width)
        self.scroll_to_region(Region(0, self.cursor, width, 1), animate=False, force=True)

    def _nearest(self, index: int, step: int) -> int:
        """The row at that index, or the next choosable one in the direction, or else the other way."""
        if not self.rows:
            return 0
        index = max(0, min(index, len(self.rows) - 1))
        ways = (range(index, len(self.rows)), range(index, -1, -1))
        for way in ways if step > 0 else reversed(ways):
            for candidate in way:
                if self.choosable(self.rows[candidate]):
                    return candidate
        return index

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._see_cursor()

    def on_focus(self) -> None:
        """Paint the cursor as one that has the keyboard."""
        self.refresh()

    def on_blur(self) -> None:
        """Paint the cursor as one that waits."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row; a second click chooses it."""
        index = event.y + self.scroll_offset.y
        if index < len(self.rows) and self.choosable(self.rows[index]):
            if index == self.cursor and event.chain > 1:
                self.action_choose()
            self.cursor = index

    def action_cursor_down(self) -> None:
        """One row down."""
        self.cursor = self._nearest(self.cursor + 1, 1)

    def action_cursor_up(self) -> None:
        """One row up."""
        self.cursor = self._nearest(self.cursor - 1, -1)

    def action_page_down(self) -> None:
        """One page down."""
        self.cursor = self._nearest(self.cursor + self.size.height, 1)

    def action_page_up(self) -> None:
        """One page up."""
        self.cursor = self._nearest(self.cursor - self.size.height, -1)

    def action_cursor_top(self) -> None:
        """To the first row."""
        self.cursor = self._nearest(0, 1)

    def action_cursor_bottom(self) -> None:
        """To the last row."""
        self.cursor = self._nearest(len(self.rows) - 1, -1)

    def action_choose(self) -> None:
        """Choose the row that the cursor is on."""
        if self.current is not None:
            self.post_message(self.Chosen(self))
