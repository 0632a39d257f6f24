"""The first frame, painted before the program is loaded: what is typed into it is taken down with its time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from data.clock import Clock, system_clock
from data.language import _
from screens.columns import left
from screens.keys import KEYS, bound
from screens.widgets.key_bar import KeyBar
from screens.widgets.line_list import LineList
from screens.widgets.steady import Steady

if TYPE_CHECKING:
    from data.first_look import FirstRow

__all__ = ["FirstRows", "Noted", "Opening"]

MARK_WIDTH = 14
_AT_ONCE = frozenset(",".join(KEYS[id].keys for id in ("timeline.stamp", "app.quit")).split(","))
_EDITS = frozenset({"enter", "backspace", "delete", "left", "right", "home", "end"})
"""Keys that work in the line."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A line that was entered before the incident was open."""

    at: datetime
    """When its first key was struck, in UTC; of a stamp, when that key was."""
    text: str
    """As it was typed; empty for a stamp."""


class _Line(Input):
    """The capture line before there is an incident: it notes the moment of the first key, and keeps what is entered."""

    BINDINGS: ClassVar[list[BindingType]] = bound("capture.file")

    def __init__(self, clock: Clock, submit: Callable[[], None]) -> None:
        super().__init__(
            placeholder=_("what happens now – enter files it"), id="capture", compact=True, select_on_focus=False
        )
        self._clock = clock
        self._submit = submit
        self.began: datetime | None = None

    async def action_submit(self) -> None:
        """Keep what is typed."""
        self._submit()

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.value:
            self.began = self._clock()
        await super()._on_key(event)


class FirstRows(LineList["FirstRow"]):
    """The entries, to be read until they can be worked with."""

    def paint(self, row: "FirstRow") -> Sequence[tuple[str, str]]:
        """The time, the milestone, the text: each where the timeline has it, too."""
        name = _(row.milestone.replace("-", " ")) if row.milestone else ""
        mark = ("-mark", f"◆ {left(name, MARK_WIDTH)} ") if name else ("-plain", "  ")
        return [("-plain", f" {row.at:%H:%M} "), mark, ("-plain", row.text)]


class Opening(Screen[None]):
    """Says which incident is being opened, shows what stands in it, and takes down lines and stamps."""

    DEFAULT_CSS = """
    Opening {
        & > #told { height: 1; padding: 0 1; background: $panel; color: $foreground; text-wrap: nowrap; }
        & > #noted { height: auto; padding: 0 1; color: $text-muted; }
        & > #capture-line { height: 1; background: $boost; }
        & #at { width: auto; padding: 0 1; color: $text-accent; }
        & #capture { width: 1fr; background: $boost; }
    }
    """
    AUTO_FOCUS: ClassVar[str | None] = "#capture"

    def __init__(self, name: str, *, takes_text: bool, clock: Clock = system_clock) -> None:
        """With `takes_text` one can type what happens: an incident is opened, not the list of them."""
        super().__init__()
        self._told = name
        self._takes_text = takes_text
        self._clock = clock
        self.noted: list[Noted] = []
        """What was entered so far, to be filed."""
        self._rows = FirstRows(id="rows")

    def compose(self) -> ComposeResult:
        """The incident's name, what was entered, the line, the keys: each where the timeline has it, too."""
        yield Steady(id="told")
        yield self._rows
        yield Steady(id="noted")
        if self._takes_text:
            with Horizontal(id="capture-line"):
                yield Steady(id="at")
                yield _Line(self._clock, self._enter)
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what is being opened."""
        told = Content.assemble((self._told or "Bridgelog", "bold"), "  ", (_("opening …"), "$foreground-muted"))
        for place in self.query("#told").results(Steady):  # there is none where the program has been ended already
            place.show(told)
        for place in self.query("#at").results(Steady):
            place.show("  …      ›")

    def takes(self, key: events.Key) -> bool:
        """Whether the key does something here already; what any other is for is being loaded."""
        return key.key in _AT_ONCE or (self._takes_text and (key.is_printable or key.key in _EDITS))

    @property
    def line(self) -> tuple[str, int, datetime | None]:
        """What stands in the line, where the cursor is, and when the first key was struck."""
        if not (self._takes_text and self.is_mounted):
            return "", 0, None
        line = self.query_one(_Line)
        return line.value, line.cursor_position, line.began

    def _enter(self) -> None:
        line = self.query_one(_Line)
        if line.value.strip():
            self.note(line.value, line.began or self._clock())
            line.value = ""

    def show_rows(self, rows: "Sequence[FirstRow]") -> None:
        """Show what stands in the file."""
        if self.is_attached:
            self._rows.show(rows, len(rows) - 1)

    def note(self, text: str, at: datetime) -> None:
        """Take it down until the incident is open."""
        self.noted.append(Noted(at, text))
        shown = (one.text or _("(stamped, no words yet)") for one in self.noted)
        self.query_one("#noted", Steady).show("\n".join(shown))

    def stamp(self) -> None:
        """Take down this moment."""
        self.note("", self._clock())
