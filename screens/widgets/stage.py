"""Where a page of the review meeting stands: what does not fit is scrolled."""

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from screens.keys import bound

__all__ = ["Stage"]


class Stage(VerticalScroll, inherit_bindings=False):
    """Up and down scroll; the keys that turn pages are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bound("list.down", "list.up", "list.top", "list.bottom")

    def action_cursor_down(self) -> None:
        """A line on."""
        self.scroll_relative(y=1, animate=False)

    def action_cursor_up(self) -> None:
        """A line back."""
        self.scroll_relative(y=-1, animate=False)

    def action_cursor_top(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False)

    def action_cursor_bottom(self) -> None:
        """To the end."""
        self.scroll_end(animate=False)

    @property
    def at_end(self) -> bool:
        """Whether all was shown."""
        return self.scroll_offset.y >= self.max_scroll_y
