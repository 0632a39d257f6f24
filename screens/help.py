"""Help: what a screen is for, and all its keys, filtered as one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from data.language import _
from screens.columns import left
from screens.dialog import Dialog
from screens.keys import KEYS, bound
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["Help"]


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
        return [("-mark", f" {left(row.keys, 17)} "), ("-plain", f"{left(row.name, 14)} "), ("-muted", row.text)]


class Help(Dialog[None]):
    """The keys that work on the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__(_("Keys of this screen"))
        self._purpose = getattr(about, "purpose", "")
        self._rows = _rows(about)

    def compose_dialog(self) -> ComposeResult:
        """What the screen is for, the filter, the keys."""
        if self._purpose:
            yield Static(_(self._purpose), id="purpose", markup=False)
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        yield KeyList(id="keys")

    def on_mount(self) -> None:
        """Show all keys, ready to filter."""
        self.query_one(KeyList).nothing = _(NOTHING_MATCHES)
        self._filter()
        self.query_one("#filter", Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        self.query_one(KeyList).show(
            [row for row in self._rows if all(w in f"{row.keys} {row.name} {row.text}".casefold() for w in words)]
        )


def _rows(about: Screen[Any]) -> list[KeyHelp]:
    keys: dict[str, list[str]] = {}
    for active in about.active_bindings.values():
        if active.binding.id in KEYS:
            keys.setdefault(active.binding.id, []).append(about.app.get_key_display(active.binding))
    order = [id for id in KEYS if id in keys]
    return [KeyHelp(" ".join(keys[id]), _(KEYS[id].name), _(KEYS[id].help)) for id in order]
