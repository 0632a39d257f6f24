"""Lines of which several can be taken: a box before each, crossed where it was taken."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message as Event

from screens.keys import bound
from screens.widgets.line_list import LineList

__all__ = ["CheckList", "Choice"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be taken or left."""

    id: str
    lead: str
    """What stands in front of its text, such as a time."""
    text: str


class CheckList(LineList[Choice]):
    """Space or a click takes a line, or leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = bound("check.take")

    @dataclass
    class Toggled(Event):
        """A line was taken or left."""

    def __init__(self, taken: Collection[str], *, id: str) -> None:
        super().__init__(id=id)
        self.taken = set(taken)
        """The ids of what is taken, in sight or not."""

    def paint(self, row: Choice) -> Sequence[tuple[str, str]]:
        """The box, the lead, the text."""
        taken = row.id in self.taken
        lead = [("-muted", f"{row.lead} ")] if row.lead else []
        return [("-mark" if taken else "-muted", " [x] " if taken else " [ ] "), *lead, ("-plain", row.text)]

    def on_click(self, event: events.Click) -> None:
        """Take the line that was clicked, or leave it."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if index < len(self.rows):
            self.cursor = index
            self.action_take()

    def action_take(self) -> None:
        """Take the line under the cursor, or leave it."""
        if self.current is not None:
            self.taken ^= {self.current.id}
            self.refresh()
            self.post_message(self.Toggled())
