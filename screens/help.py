"""Help: what a screen is for, and all its keys, filtered as one types."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from data.language import _
from screens.columns import cut, shortened
from screens.dialog import Dialog
from screens.key_words import keys_named
from screens.keys import KEYS, bound
from screens.session import Session
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["Help"]

_KEYS, _NAMES = 18, 18
"""Cells that the keys and the names take at most."""


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """What one action's keys do."""

    keys: str
    name: str
    text: str


class KeyList(LineList[KeyHelp]):
    """A line an action."""

    def paint(self, row: KeyHelp) -> Sequence[tuple[str, str]]:
        """Keys, name and meaning."""
        room = self.scrollable_content_region.width - self.keys - self.names - 4
        parts = [("-mark", f" {cut(row.keys, self.keys)} "), ("-plain", f"{cut(row.name, self.names)} ")]
        return [*parts, ("-muted", shortened(row.text, max(1, room)))]

    keys = names = 1
    """How wide the columns are."""

    def fit(self, rows: Sequence[KeyHelp]) -> None:
        """Make the columns as wide as what stands in them, up to a third of the line."""
        self.keys = min(_KEYS, max((cell_len(row.keys) for row in rows), default=1))
        self.names = min(_NAMES, max((cell_len(row.name) for row in rows), default=1))


class Help(Dialog[None]):
    """The keys that work on the screen below."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, about: Screen[Any], session: Session) -> None:
        super().__init__(_("Keys of this screen"))
        self._purpose = getattr(about, "purpose", "")
        self._named: Mapping[str, str] = getattr(about, "purpose_keys", {})
        self._session = session
        self._rows = _rows(about)

    def compose_dialog(self) -> ComposeResult:
        """What the screen is for, the filter, the keys, and the chosen one in full."""
        if self._purpose:
            keys = keys_named(self.app, self._session, self._named)
            yield Static(_(self._purpose).format(**keys), id="purpose", markup=False)
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        yield KeyList(id="keys")
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Show all keys, ready to filter."""
        keys = self.query_one(KeyList)
        keys.nothing = _(NOTHING_MATCHES)
        keys.fit(self._rows)
        self._filter()
        self.query_one("#filter", Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        self.query_one(KeyList).show(
            [row for row in self._rows if all(w in f"{row.keys} {row.name} {row.text}".casefold() for w in words)]
        )

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        row = self.query_one(KeyList).current
        self.query_one("#whole", Static).update(f"{row.keys}  {row.name}: {row.text}" if row else "")

    def key_down(self) -> None:
        """The next key."""
        self.query_one(KeyList).action_cursor_down()

    def key_up(self) -> None:
        """The key before."""
        self.query_one(KeyList).action_cursor_up()


def _rows(about: Screen[Any]) -> list[KeyHelp]:
    keys: dict[str, list[str]] = {}
    for active in about.active_bindings.values():
        if active.binding.id in KEYS:
            keys.setdefault(active.binding.id, []).append(about.app.get_key_display(active.binding))
    order = [id for id in KEYS if id in keys]
    return [KeyHelp(" ".join(keys[id]), _(KEYS[id].name), _(KEYS[id].help)) for id in order]
