"""Choosing a root-cause category: one of the ten factors, one of the team's, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from data.language import _
from model.message import N_
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Categories"]


@dataclass(frozen=True, slots=True)
class Category:
    """A category to choose."""

    id: str
    label: str


class CategoryList(LineList[Category]):
    """A line a category."""

    def paint(self, row: Category) -> Sequence[tuple[str, str]]:
        """Its name."""
        return [("-plain", f" {row.label}")]


class Categories(Dialog[str]):
    """Type a part of a name, or a new one; enter chooses. An empty name takes the category away."""

    purpose: ClassVar[str] = N_("Type a part of a name and choose with enter; a name that is new becomes a category.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, session: Session, chosen: str | None = None) -> None:
        super().__init__(_("Root-cause category"))
        known = [Category(factor.id, _(factor.name)) for factor in session.incident.factors.root.values()]
        used = {why.category for why in session.incident.whys.root if why.category}
        names = {category.id for category in known}
        self._known = known + [Category(name, name) for name in sorted(used - names)]
        if chosen:
            self._known.append(Category("", _("no category")))
        self._chosen = chosen

    def compose_dialog(self) -> ComposeResult:
        """The line, and the categories."""
        yield Input(placeholder=_("type a part of its name, or a new one"), compact=True)
        yield CategoryList(id="categories")

    def on_mount(self) -> None:
        """Show all, ready to type."""
        self._filter()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        typed = self.query_one(Input).value.strip()
        found = [category for category in self._known if typed.casefold() in category.label.casefold()]
        if typed and not any(category.label.casefold() == typed.casefold() for category in found):
            found.append(Category(typed, _("new: {name}").format(name=typed)))
        place = next((n for n, category in enumerate(found) if not typed and category.id == self._chosen), 0)
        self.query_one(CategoryList).show(found, place)

    def key_down(self) -> None:
        """The next category."""
        self.query_one(CategoryList).action_cursor_down()

    def key_up(self) -> None:
        """The category before."""
        self.query_one(CategoryList).action_cursor_up()

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _choose(self) -> None:
        category = self.query_one(CategoryList).current
        self.dismiss(category.id if category else None)
