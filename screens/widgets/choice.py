"""One of a few values on one line: all of them in sight where they fit, the chosen one marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message as Event
from textual.reactive import var
from textual.widget import Widget

from screens.keys import bound

__all__ = ["Choice", "Option"]

_ARROW = 2
"""Cells of the arrow in front of a value that stands alone."""
Option = tuple[str | None, str]
"""A value and its label; `None` is no value."""


class Choice(Widget, can_focus=True):
    """Arrows, space and the mouse change the value; keys of its own can set one at once."""

    DEFAULT_CSS = """
    Choice {
        height: 1;
        width: 1fr;
        text-wrap: nowrap;
        &:focus { background: $boost; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bound("choice.previous", "choice.next", "choice.clear")]

    value: var[str | None] = var[str | None](None)
    """The chosen value; `None` where there is none yet."""

    @dataclass
    class Changed(Event):
        """The user chose another value."""

        choice: "Choice"
        value: str | None

        @property
        def control(self) -> "Choice":
            """The widget."""
            return self.choice

    def __init__(
        self,
        options: Sequence[Option],
        value: str | None = None,
        *,
        required: bool = False,
        keys: Mapping[str, str] = MappingProxyType({}),
        id: str | None = None,
    ) -> None:
        """`keys` maps single characters to the values that they set."""
        super().__init__(id=id)
        self.options = list(options)
        self._required = required
        self._keys = keys
        self.set_reactive(Choice.value, value)

    def watch_value(self) -> None:
        """Show the value."""
        self.refresh()

    def render(self) -> Content:
        """All values, or the chosen one between arrows where they do not fit."""
        marked = "bold reverse" if self.has_focus else "bold underline"
        chosen = [label for value, label in self.options if value == self.value]
        whole = Content("  ").join(
            [
                Content.assemble((label, marked)) if value == self.value else Content.styled(label, "$foreground-muted")
                for value, label in self.options
            ]
        )
        if whole.cell_length <= self.size.width:
            return whole
        return Content.assemble("‹ ", (chosen[0] if chosen else "–", marked), " ›")

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Set a value by its own key."""
        if event.character is not None and event.character in self._keys:
            event.stop()
            event.prevent_default()
            self._choose(self._keys[event.character])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; where not all values are in sight, the arrows are what can be."""
        if self._all_cells() > self.size.width:
            self._move(-1 if event.x < _ARROW else 1)
            return
        reached = 0
        for value, label in self.options:
            reached += Content(label).cell_length + 2
            if event.x < reached:
                self._choose(value)
                return

    def _all_cells(self) -> int:
        return sum(Content(label).cell_length + 2 for _value, label in self.options) - 2

    def action_previous(self) -> None:
        """The value before."""
        self._move(-1)

    def action_next(self) -> None:
        """The next value."""
        self._move(1)

    def action_clear(self) -> None:
        """No value, unless one is needed."""
        if not self._required:
            self._choose(None)

    def _move(self, step: int) -> None:
        values = [value for value, _ in self.options]
        if self.value in values:
            self._choose(values[(values.index(self.value) + step) % len(values)])
        else:
            self._choose(values[0 if step > 0 else -1])

    def _choose(self, value: str | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))
