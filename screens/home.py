"""Home: the incidents of the workspace, live first, filtered as one types."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
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
from model.instant import in_zone
from model.message import N_
from model.summary import Severity
from model.text import clean, one_line
from screens.columns import right
from screens.guided import Guided
from screens.keys import bound
from screens.missing import Missing
from screens.new_incident import NewIncident
from screens.session import OpenIncident, Session
from screens.widgets.key_bar import KeyBar
from screens.widgets.line_list import LineList
from screens.widgets.status_line import StatusLine

__all__ = ["HomeScreen"]

_BATCH = 50
"""Incidents read between two looks at the screen."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: a file, and the incident in it at a glance where it can be read."""

    found: Found
    glance: Glance | None

    @property
    def title(self) -> str:
        """The incident's title, or what to do where it cannot be read, and why."""
        if self.glance is not None:
            return self.glance.incident.summary.title
        if self.found.trouble is None:
            return ""
        text = _("bridgelog doctor {id} – {reason}")
        return one_line(clean(text.format(id=self.found.id, reason=say(self.found.trouble))))

    @property
    def day(self) -> str:
        """The day on which it started, on its own wall clock."""
        if self.glance is None:
            return ""
        summary = self.glance.incident.summary
        return f"{in_zone(summary.started_at, summary.zone):%Y-%m-%d}"

    @property
    def searched(self) -> str:
        """What the filter looks through."""
        severity = self.glance.incident.summary.severity if self.glance else ""
        return f"{self.found.id} {severity} {self.title} {self.day}".casefold()

    @property
    def order(self) -> tuple[bool, float]:
        """Live first, then the newest, and what cannot be read last."""
        return self.glance.order if self.glance else (True, float("inf"))


class IncidentList(LineList[Listed]):
    """The incidents, a line each, in columns that fit the width."""

    def paint(self, row: Listed) -> Sequence[tuple[str, str]]:
        """The columns of one incident."""
        glance = row.glance
        if glance is None:
            return [("-alarm", f" ✗ {row.found.id}  "), ("-plain", row.title)]
        severity, cost = glance.incident.summary.severity, glance.total_cost
        return _columns(
            self.scrollable_content_region.width,
            ("-alarm" if glance.live else "-muted", "●" if glance.live else "○"),
            ("-alarm" if severity is Severity.SEV_1 else "-plain", severity.value),
            ("-muted", row.day),
            ("-plain", row.title),
            ("-plain", "–" if glance.duration is None else _compact(glance.duration)),
            ("-plain", "–" if cost is None else formats.money_within(cost, _WIDTHS[5])),
            ("-alarm" if glance.overdue_actions else "-plain", _actions(glance)),
            ("-muted", _missing(glance)),
        )


_WIDTHS = (1, 5, 10, 0, 7, 9, 11, 7)
"""Cells of the columns; the one of 0 takes what is left."""
_FEW = frozenset({0, 1, 3, 6})
"""The columns of a narrow terminal."""
_NARROW = 64
_LEFT = 4
"""How many of them are aligned to the left."""


def _columns(width: int, *texts: tuple[str, str]) -> list[tuple[str, str]]:
    """The texts of one line at their places, each with its style."""
    shown = _FEW if width < _NARROW else range(len(_WIDTHS))
    room = max(8, width - sum(_WIDTHS[place] for place in shown) - len(shown) - 1)
    parts = []
    for place, ((style, text), wanted) in enumerate(zip(texts, _WIDTHS, strict=True)):
        if place not in shown:
            continue
        cells = wanted or room
        padded = set_cell_size(text, cells) if place < _LEFT or cell_len(text) > cells else right(text, cells)
        parts.append((style, f" {padded}"))
    return parts


def _actions(glance: Glance) -> str:
    """How many are overdue, else due soon, else open: the most urgent alone, in words."""
    if glance.overdue_actions:
        return ngettext("{n} overdue", "{n} overdue", glance.overdue_actions).format(n=glance.overdue_actions)
    if glance.due_soon_actions:
        return ngettext("{n} due soon", "{n} due soon", glance.due_soon_actions).format(n=glance.due_soon_actions)
    return (
        ngettext("{n} open", "{n} open", glance.open_actions).format(n=glance.open_actions)
        if glance.open_actions
        else "–"
    )


def _missing(glance: Glance) -> str:
    """How much blocks publishing; nothing is asked for while it is live, or where no post-mortem is owed."""
    if glance.blocking:
        return str(len(glance.blocking))
    return "–" if glance.live or not glance.owed else "✓"


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


def _compact(value: timedelta) -> str:
    hours, rest = divmod(int(value.total_seconds()), 3600)
    return f"{hours // 24}d {hours % 24:02}h" if hours >= 100 else f"{hours}:{rest // 60:02}"


class HomeScreen(Guided):
    """All incidents of the workspace."""

    CSS_PATH = "home.tcss"
    purpose: ClassVar[str] = N_(
        "All incidents of this workspace: live ones first, then the newest. Enter opens one, n begins a new one."
    )
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
        yield Static(id="empty", markup=False)
        yield IncidentList(id="incidents")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the list."""
        self.query_one(IncidentList).focus()

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
        self.query_one("#count", Static).update(" · ".join([text, *_due(read), *_zones(read)]) if complete else f"{text} …")
        empty = complete and not read
        self.query_one("#empty", Static).display = empty
        self.query_one("#empty", Static).update(
            _("No incidents yet.\n\nn begins a new one: a title is all it needs.\nbridgelog demo shows a real one.")
        )

    def on_resize(self) -> None:
        """Put the columns' names above them."""
        names = ("", _("sev"), _("start"), _("title"), _("took"), _("cost"), _("actions"), _("missing"))
        parts = _columns(self.size.width - 1, *(("", name) for name in names))
        self.query_one("#columns", Static).update("".join(text for _style, text in parts))

    def _filter(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        rows = [row for row in self._all if all(word in row.searched for word in words)]
        self.query_one(IncidentList).show(rows)

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
