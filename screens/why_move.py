"""Choosing what a why explains from now on: another why, or nothing, so that it begins a chain."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from data.language import _
from model.message import N_
from model.text import one_line
from model.whys import Why, Whys
from screens.dialog import Dialog
from screens.keys import bound
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["WhyMove"]

_DEEPEST = 8
"""Answers further down stand in no further than this many times."""
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where it could go."""

    above: str
    """The id of the why that it would explain; empty for a chain of its own."""
    text: str


class PlaceList(LineList[Place]):
    """A line a place."""

    def paint(self, row: Place) -> Sequence[tuple[str, str]]:
        """The why above, as deep as it stands."""
        return [("-plain" if row.above else "-mark", f" {row.text}")]


class WhyMove(Dialog[str]):
    """Type a part of an answer; enter lets the why explain the first that matches."""

    purpose: ClassVar[str] = N_(
        "The why goes below the answer that is chosen, with everything that explains it. What is below the why itself "
        "is not offered: nothing explains itself."
    )
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, whys: Whys, moved: Why) -> None:
        super().__init__(_("What does “{text}” explain?").format(text=_short(moved.text)))
        self._places = [Place("", _("nothing: it begins a chain of its own"))]
        barred = {moved.id, *whys.below(moved.id)}
        seen: set[str] = set()
        for chain in whys.chains():
            for level, why in enumerate(chain):
                if why.id not in barred and why.id not in seen:
                    seen.add(why.id)
                    indent = "  " * min(level, _DEEPEST)
                    text = one_line(why.text) or _("(no answer yet)")
                    self._places.append(Place(why.id, f"{indent}{level + 1} {text}"))

    def compose_dialog(self) -> ComposeResult:
        """What to look for, and the places."""
        yield Input(placeholder=_("type a part of an answer"), compact=True)
        yield PlaceList(id="places")

    def on_mount(self) -> None:
        """Show all, ready to type."""
        self.query_one(PlaceList).nothing = _(NOTHING_MATCHES)
        self._filter()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        words = self.query_one(Input).value.casefold().split()
        found = [place for place in self._places if all(word in place.text.casefold() for word in words)]
        self.query_one(PlaceList).show(found, 0)

    def key_down(self) -> None:
        """The next place."""
        self.query_one(PlaceList).action_cursor_down()

    def key_up(self) -> None:
        """The place before."""
        self.query_one(PlaceList).action_cursor_up()

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self) -> None:
        place = self.query_one(PlaceList).current
        self.dismiss(place.above if place else None)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
