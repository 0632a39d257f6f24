"""Going somewhere by name: a section of the open incident, or another incident."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.fuzzy import Matcher
from textual.widgets import Input

from data.language import _
from model.incident import SECTIONS
from model.message import N_
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["GoTo"]


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go."""

    name: str
    where: str | Path


class PlaceList(LineList[Place]):
    """A line a place."""

    def paint(self, row: Place) -> Sequence[tuple[str, str]]:
        """Its name."""
        return [("-muted" if isinstance(row.where, Path) else "-mark", f" {row.name}")]


class GoTo(Dialog[str | Path]):
    """Type a part of the name; enter goes to the first that matches."""

    purpose: ClassVar[str] = N_("Type a part of a name; enter goes there, down chooses another.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Go to"))
        self._places = [
            Place(_("Home: all incidents"), "home"),
            Place(_("Review: the quarter across all incidents"), "review"),
        ]
        if session.opened is not None:
            self._places += [Place(_(kind.heading), word) for word, kind in SECTIONS.items()]
            self._places.append(Place(_("Review meeting"), "facilitation"))
        for found in session.workspace.incidents():
            if found.incident is not None:
                self._places.append(Place(f"{found.id}  {found.incident.summary.title}", found.path))

    def compose_dialog(self) -> ComposeResult:
        """What to look for, and what matches."""
        yield Input(placeholder=_("type a part of the name"), compact=True)
        yield PlaceList(id="places")

    def on_mount(self) -> None:
        """Show all, ready to type."""
        self.query_one(PlaceList).nothing = _(NOTHING_MATCHES)
        self._filter()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        typed = self.query_one(Input).value.strip()
        if not typed:
            self.query_one(PlaceList).show(self._places, 0)
            return
        matcher = Matcher(typed)
        scored = [(matcher.match(place.name), place) for place in self._places]
        best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        self.query_one(PlaceList).show([place for _, place in best], 0)

    def key_down(self) -> None:
        """From the line to the places."""
        self.query_one(PlaceList).focus()

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _go(self) -> None:
        place = self.query_one(PlaceList).current
        self.dismiss(place.where if place else None)
