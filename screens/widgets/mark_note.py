"""The note beside a field: why a place in it is marked, what could stand there, and the keys."""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widgets import Static

from data.language import _, say
from screens.keys import KEYS

if TYPE_CHECKING:
    from model.marks import Mark
    from screens.widgets.marked import Marked

__all__ = ["MarkNote"]

_SIGNS = {"warn": "▲", "hint": "·"}
_STYLES = {"warn": "bold $text-error", "hint": "bold $text-warning"}
_WIDEST = 78
_HEAD, _FEW, _MOST = 2, 4, 6
"""Lines of the reason at most; of all, on a low screen and on a high one."""


class MarkNote(Static):
    """Lies over the screen below the field, or above it, so that nothing moves when it comes and goes."""

    DEFAULT_CSS = """
    MarkNote {
        overlay: screen;
        position: absolute;
        display: none;
        background: $panel;
        color: $foreground;
        padding: 0 1;
        link-style: none;
        link-color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown: tuple[object, ...] = ()
        self._said_keys: tuple[str | None, Content] = (None, Content(""))
        """The line of keys, by the word that it names."""

    @classmethod
    def of(cls, screen: Screen[Any], *, make: bool) -> "MarkNote | None":
        """The screen's note; none where it has none yet, unless one is to be made."""
        found = screen.query(cls)
        if found:
            return found.first()
        if not make:
            return None
        note = cls()
        screen.mount(note)
        return note

    def show(self, field: "Marked", mark: "Mark | None") -> None:
        """Show that mark of the field, or nothing."""
        if mark is None:
            if self.display:
                self._shown, self._said_keys = (), (None, Content(""))
                self.display = False
                self.screen.refresh_bindings()
            return
        shown = (field, field.region, self.screen.size, mark.message, mark.rule, mark.rewrite, mark.word)
        if shown == self._shown:
            return
        self._shown = shown
        above, below = _room(field)
        room = max(1, min(_MOST, max(above, below), max(_FEW, self.screen.size.height // 4)))
        width = min(_WIDEST, self.screen.size.width)
        lines = self._lines(mark, width - 2, room)
        self.update(Content("\n").join(lines))
        self.styles.width, self.styles.height = width, len(lines)
        top = field.region.bottom if below >= len(lines) or below > above else _top(field) - len(lines)
        self.absolute_offset = Offset(max(0, min(field.region.x, self.screen.size.width - width)), top)
        self.display = True
        self.screen.refresh_bindings()

    def _lines(self, mark: "Mark", width: int, room: int) -> list[Content]:
        """Reason, proposal and keys in so many lines; the proposal gives way first, and the keys last."""
        sign = Content.styled(f"{_SIGNS[mark.level]} {mark.rule}", _STYLES[mark.level])
        head = Content.assemble(sign, Content(": " + say(mark.message))).wrap(width)
        keys = self._keys(mark).wrap(width)[:_HEAD]
        rewrite = Content(f"→ {mark.rewrite}").wrap(width)
        head = _cut(head, max(1, min(_HEAD, (room - len(keys)) // 2)), width)
        rewrite = _cut(rewrite, max(0, room - len(head) - len(keys)), width)
        return [*head, *rewrite, *keys][: max(room, 1)]

    def _keys(self, mark: "Mark") -> Content:
        """The keys, which can be clicked as well."""
        if self._said_keys[0] != mark.word:
            names = {"blame.accept": _(KEYS["blame.accept"].name), "blame.ignore": _(KEYS["blame.ignore"].name)}
            if mark.word:
                names["blame.allow"] = _("always allow “{word}”").format(word=mark.word)
            active = reversed(self.screen.active_bindings.values())  # so that the first key of each stays
            bindings = {one.binding.id: one.binding for one in active}
            hints = [self._key(bindings[id], name) for id, name in names.items() if id in bindings]
            self._said_keys = mark.word, Content("  ").join(hints)
        return self._said_keys[1]

    def _key(self, binding: Binding, name: str) -> Content:
        key = self.app.get_key_display(binding)
        return Content.from_markup(f"[@click=focused.{binding.action}][b]$key[/] $name[/]", key=key, name=name)


def _top(field: "Marked") -> int:
    """The first line of the field, or of the label above it, which is not to be covered."""
    labels: list[Region] = [label.region for label in field.screen.query("#label") if label.display]
    return min([field.region.y, *(label.y for label in labels if label.bottom == field.region.y)])


def _room(field: "Marked") -> tuple[int, int]:
    """How many lines there are above the field, and below it down to the keys."""
    return max(0, _top(field)), max(0, field.screen.size.height - 1 - field.region.bottom)


def _cut(lines: list[Content], most: int, width: int) -> list[Content]:
    """So many lines at most; the last of them says where something is left out."""
    if len(lines) <= most:
        return lines
    if most == 0:
        return []
    last = lines[most - 1].truncate(width - 1)
    return [*lines[: most - 1], Content.assemble(last, "…")]
