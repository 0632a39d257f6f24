"""The last line: the keys that work right now, translated when drawn."""

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from data.language import _

__all__ = ["KeyBar"]

_NAMED = {"question_mark", "slash", "space"}
_HELP_LETTER = "app.help-letter"
_HELP = ("app.help", _HELP_LETTER)


class KeyBar(Widget):
    """One line of keys, as many as fit. In a field, letters are letters and are not offered."""

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $text-muted;
        text-wrap: nowrap;
        link-style: none;
        link-color: $text-muted;
    }
    """

    _offered: frozenset[str] = frozenset()
    """Actions that are shown besides, for as long as they are worth it."""

    def offer(self, action: str, *, worth_it: bool) -> None:
        """Show that action besides, where there is room, or no longer."""
        self._offered = self._offered | {action} if worth_it else self._offered - {action}
        self.refresh()

    def on_mount(self) -> None:
        """Follow what is bound."""
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings)

    def _on_bindings(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The keys that fit, most special first; the last place is that of the key that shows all the others."""
        *hints, last = [_painted(*hint) for hint in self._hints()] or [Content("")]
        line = Content("")
        for hint in hints:
            longer = Content("  ").join([line, hint]) if line else hint
            if longer.cell_length + 2 + last.cell_length > self.size.width:
                break
            line = longer
        return Content("  ").join([line, last]) if line else last

    def _hints(self) -> list[tuple[str, str, str]]:
        """Keys, names and actions in their order; the last one is that of the help."""
        typing = isinstance(self.screen.focused, Input | TextArea)
        hints: dict[str, tuple[float, tuple[str, str, str]]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            printable = len(binding.key) == 1 or binding.key in _NAMED
            offered = binding.id in self._offered
            seen = binding.action in hints and binding.id != _HELP_LETTER
            if not (binding.show or offered) or (typing and printable) or seen:
                continue
            action = binding.action if "." in binding.action else f"screen.{binding.action}"
            hint = (self.app.get_key_display(binding), binding.description, action)
            hints[binding.action] = (_rank(binding.id or "") - offered / 2, hint)
        return [hint for _rank, hint in sorted(hints.values(), key=lambda ranked: ranked[0])]


def _painted(key: str, name: str, action: str) -> Content:
    return Content.from_markup(f"[b]$key[/] [@click={action}]$name[/]", key=key, name=_(name))


def _rank(action: str) -> int:
    """What is special about the screen comes first, what works everywhere later, the help last of all."""
    if action in _HELP:
        return 9
    everywhere = ("timeline.", "screen.", "app.")
    return next((rank for rank, prefix in enumerate(everywhere, 1) if action.startswith(prefix)), 0)
