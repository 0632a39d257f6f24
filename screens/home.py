"""Home: the incidents of the workspace, live first, filtered as one types."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from data import formats
from data.glance import Glance
from data.language import _, ngettext, say
from data.trouble import Trouble
from data.workspace import Found
from model.message import N_
from screens.beginning import Beginning
from screens.guided import Guided
from screens.incident_list import IncidentList, Listed, columns
from screens.keys import bound
from screens.missing import Missing
from screens.new_incident import NewIncident
from screens.session import OpenIncident, Session
from screens.widgets.key_bar import KeyBar
from screens.widgets.line_list import NOTHING_MATCHES, LineList
from screens.widgets.status_line import StatusLine

__all__ = ["HomeScreen"]

_BATCH = 50
"""Incidents read between two looks at the screen."""


def _due(read: Iterable[Listed]) -> Iterator[str]:
    """What is overdue and due soon in all of them together."""
    seen = [row.glance for row in read if row.glance is not None]
    late = sum(glance.overdue_actions for glance in seen)
    soon = sum(glance.due_soon_actions for glance in seen)
    if late:
        yield ngettext("{n} action overdue", "{n} actions overdue", late).format(n=formats.number(late))
    if soon:
        yield ngettext("{n} action due soon", "{n} actions due soon", soon).format(n=formats.number(soon))


def _zones(read: Iterable[Listed]) -> Iterator[str]:
    """On whose calendar the days are."""
    zones = {row.glance.incident.summary.zone for row in read if row.glance is not None}
    if len(zones) == 1:
        yield _("days in {zone}").format(zone=zones.pop())
    elif zones:
        yield _("each day in its incident’s zone")


class HomeScreen(Guided):
    """All incidents of the workspace."""

    CSS_PATH = "home.tcss"
    purpose: ClassVar[str] = N_(
        "All incidents of this workspace: live ones first, then the newest. Enter opens one, {new} begins a new one."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {"new": "home.new"}
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "home.new",
        "home.filter",
        "home.missing",
        "app.review",
        "app.settings",
        "app.help-letter",
        "screen.back",
        "list.choose",
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._all: list[Listed] = []

    def compose(self) -> ComposeResult:
        """The status, the filter, the list, what to do where it is empty, the keys."""
        yield StatusLine(self.session)
        yield Static(id="count")
        yield Input(placeholder=_("type to filter: title, severity, day, ID"), id="filter", compact=True)
        yield Static(id="columns", markup=False)
        yield Beginning(self.session)
        yield IncidentList(id="incidents")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the list; in an empty workspace, with the line that begins the first incident."""
        self.query_one(IncidentList).focus()
        self._invite(not self.session.workspace.files())

    def on_screen_resume(self) -> None:
        """Read the workspace again: something may have changed since."""
        self.read_workspace()

    @work(thread=True, exclusive=True)
    def read_workspace(self) -> None:
        """Read the incidents file by file, and show them as they come."""
        worker = get_current_worker()
        read: list[Listed] = []
        try:
            for number, found in enumerate(self.session.workspace.incidents(), 1):
                if worker.is_cancelled:
                    return
                read.append(self._listed(found))
                if number % _BATCH == 0 and len(read) > len(self._all):
                    self.app.call_from_thread(self._show, list(read), False)
        except Trouble as trouble:
            self.app.call_from_thread(self.notify, say(trouble.message), severity="error", timeout=20)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, read, True)

    def _listed(self, found: Found) -> Listed:
        incident = found.incident
        return Listed(found, Glance.at(incident, self.session.now, self.session.rules) if incident else None)

    def _show(self, read: list[Listed], complete: bool) -> None:
        self._all = sorted(read, key=lambda row: row.order)
        self._filter()
        count = len(read)
        text = ngettext("{n} incident", "{n} incidents", count).format(n=formats.number(count))
        self.query_one("#count", Static).update(
            " · ".join([text, *_due(read), *_zones(read)]) if complete else f"{text} …"
        )
        if complete:
            self._invite(not read)

    def _invite(self, empty: bool) -> None:
        """Offer to begin the first incident, or the list of those that there are."""
        if empty != self.has_class("-empty"):
            self.set_class(empty, "-empty")
            (self.query_one(Beginning).line if empty else self.query_one(IncidentList)).focus()

    def on_resize(self) -> None:
        """Put the columns' names above them."""
        names = ("", _("sev"), _("start"), _("title"), _("took"), _("cost"), _("actions"), _("missing"))
        parts = columns(self.size.width - 1, *(("", name) for name in names))
        self.query_one("#columns", Static).update("".join(text for _style, text in parts))

    def _filter(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        rows = [row for row in self._all if all(word in row.searched for word in words)]
        lines = self.query_one(IncidentList)
        lines.nothing = _(NOTHING_MATCHES) if words else ""
        lines.show(rows)

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self._filter()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.query_one(IncidentList).focus()

    @on(LineList.Chosen)
    def _open(self) -> None:
        row = self.query_one(IncidentList).current
        if row is not None:
            self.post_message(OpenIncident(row.found.path))

    def action_filter(self) -> None:
        """Type what to look for."""
        self.query_one("#filter", Input).focus()

    def action_back(self) -> None:
        """Leave the filter; outside of it, empty it. Never quits."""
        field = self.query_one("#filter", Input)
        if not field.has_focus:
            field.value = ""
        self.query_one(IncidentList).focus()

    def action_missing(self) -> None:
        """Show what the chosen incident still needs; from there it is opened at the very place."""
        row = self.query_one(IncidentList).current
        if row is None or row.glance is None:
            return

        def go(section: str | None) -> None:
            if section is not None:
                self.post_message(OpenIncident(row.found.path, section))

        self.app.push_screen(Missing(self.session, row.glance.incident), go)

    def action_new(self) -> None:
        """Ask for what a new incident needs, and open it."""
        self.app.push_screen(NewIncident(self.session), self._created)

    def _created(self, path: Path | None) -> None:
        if path is not None:
            self.post_message(OpenIncident(path))
