"""Choosing a person: one whom the team or the incident knows, or a new name, with a time in front where it was then."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data.language import _, say
from model.message import N_, Refused
from model.refusal import first_refusal
from model.roles import holders
from model.text import clean, one_line
from model.texts import people
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.capture import TIME_IN_FRONT
from screens.widgets.line_list import LineList

__all__ = ["Named", "Names"]

_LEAST, _MOST = 3, 9
"""Names in sight."""
_AROUND = 8
"""Lines of the dialog that are no names."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who was named, and the time in front as it was typed."""

    name: str
    when: str = ""


class NameList(LineList[tuple[str, str]]):
    """A line a name, with what it is called here."""

    def paint(self, row: tuple[str, str]) -> Sequence[tuple[str, str]]:
        """The name."""
        return [("-plain", f" {row[1]}")]


class Names(Dialog[Named]):
    """Type a part of a name, or a new one; enter chooses."""

    purpose: ClassVar[str] = N_(
        "Type a part of a name and choose with enter, or type a new name. A time in front, such as “10:42 Maria” or "
        "“-5m Maria”, says that it was then."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")
    DEFAULT_CSS = """
    Names {
        & Input { height: 1; background: $boost; }
        & #hint { height: 1; color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, session: Session, title: str, take: Callable[[Named], None]) -> None:
        """`take` does something with who was named, and refuses what cannot be: then the dialog stays."""
        super().__init__(title)
        self._take = take
        incident = session.incident
        busy = (one.person for found in holders(incident).values() for one in found)
        self._known = _each(busy, people(incident), session.rules.roster)

    def compose_dialog(self) -> ComposeResult:
        """The line, what is wrong with it, the names."""
        yield Input(placeholder=_("a name, or a time and a name: 10:42 Maria"), compact=True)
        yield Static(id="hint", markup=False)
        yield NameList(id="names")

    def on_mount(self) -> None:
        """Show all, ready to type."""
        self._filter()
        self.query_one(Input).focus()

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self.query_one(NameList).styles.height = max(
            1, min(max(_LEAST, len(self._known) + 1), _MOST, self.size.height - _AROUND)
        )

    def _typed(self) -> Named:
        typed = one_line(clean(self.query_one(Input).value))
        found = TIME_IN_FRONT.match(typed)
        return Named(found["text"], found["when"]) if found else Named(typed)

    @on(Input.Changed)
    def _filter(self) -> None:
        self.query_one("#hint", Static).update("")
        typed = self._typed().name
        rows = [(name, name) for name in self._known if _begins(name.casefold(), typed.casefold())]
        if typed and not any(name.casefold() == typed.casefold() for name, _shown in rows):
            rows.append((typed, _("new: {name}").format(name=typed)))
        self.query_one(NameList).show(rows, 0)

    def key_down(self) -> None:
        """The next name."""
        self.query_one(NameList).action_cursor_down()

    def key_up(self) -> None:
        """The name before."""
        self.query_one(NameList).action_cursor_up()

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self) -> None:
        chosen = self.query_one(NameList).current
        if chosen is None:
            return
        named = Named(chosen[0], self._typed().when)
        try:
            self._take(named)
        except (Refused, ValidationError) as error:
            self.query_one("#hint", Static).update("✗ " + say(first_refusal(error)[1]))
        else:
            self.dismiss(named)


def _begins(name: str, typed: str) -> bool:
    """Whether that is how the name, or a word of it, begins: who types “Ma” does not mean Omar."""
    return name.startswith(typed) or any(word.startswith(typed) for word in name.split())


def _each(*groups: Iterable[str]) -> list[str]:
    """Every name once: those of the first group before the others, each group in alphabetical order."""
    found: dict[str, str] = {}
    for names in groups:
        for name in sorted(map(one_line, names), key=str.casefold):
            found.setdefault(name.casefold(), name)
    return list(found.values())
