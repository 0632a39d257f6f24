"""Choosing one service of the workspace by its name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from data import formats
from data.language import _, ngettext
from model.message import N_
from model.review import Facts
from model.text import one_line
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["Services"]


@dataclass(frozen=True, slots=True)
class Service:
    """A service, and how many incidents it had."""

    name: str
    incidents: int


class ServiceList(LineList[Service]):
    """A line a service."""

    def paint(self, row: Service) -> Sequence[tuple[str, str]]:
        """Its name, and how many incidents it had."""
        text = ngettext("{n} incident", "{n} incidents", row.incidents).format(n=formats.number(row.incidents))
        return [("-plain", f" {one_line(row.name) or _('all services')}"), ("-muted", f"  {text}")]


class Services(Dialog[str]):
    """Type a part of the name; enter takes the first that matches."""

    purpose: ClassVar[str] = N_("Type a part of a name; enter takes it, down chooses another.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close")

    def __init__(self, _session: Session, facts: Sequence[Facts]) -> None:
        super().__init__(_("Which service?"))
        names: dict[str, str] = {}
        for one in facts:
            names.setdefault(one.service.casefold(), one.service)
        counts = Counter(one.service.casefold() for one in facts if one.service)
        found = [Service(names[name], count) for name, count in counts.items()]
        self._all = [
            Service("", len(facts)),
            *sorted(found, key=lambda row: (-row.incidents, row.name.casefold())),
        ]

    def compose_dialog(self) -> ComposeResult:
        """What to look for, and what matches."""
        yield Input(placeholder=_("type a part of the name"), compact=True)
        yield ServiceList(id="services")

    def on_mount(self) -> None:
        """Show all, ready to type."""
        self.query_one(ServiceList).nothing = _(NOTHING_MATCHES)
        self._filter()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _filter(self) -> None:
        typed = self.query_one(Input).value.strip().casefold()
        rows = [row for row in self._all if typed in row.name.casefold()]
        self.query_one(ServiceList).show(rows, 0)

    def key_down(self) -> None:
        """From the line to the services."""
        self.query_one(ServiceList).focus()

    @on(Input.Submitted)
    @on(LineList.Chosen)
    def _take(self) -> None:
        row = self.query_one(ServiceList).current
        self.dismiss(row.name if row else None)
