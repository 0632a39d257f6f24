"""The legal clocks of the incident: what is due until when, how that was reckoned, and where it is written."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from data.clock_words import due_text, left_text, state_text, working_text
from data.language import _
from data.notebook import Changed
from model.clocks import FOCUS, REQUIREMENT, Clock, State
from model.legal import legal_clocks
from model.message import N_
from model.stamping import NewEntry
from model.summary import INDUSTRY_LABELS
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.capture import SOURCE
from screens.widgets.line_list import LineList

__all__ = ["Clocks"]

_TITLE, _STATE = 24, 18
_MARKS = {State.OVERDUE: "■", State.RUNNING: "▸", State.MET: "✓", State.NOT_STARTED: "·"}


class ClockList(LineList[Clock]):
    """A line a clock."""

    now: datetime

    def paint(self, row: Clock) -> Sequence[tuple[str, str]]:
        """Its title, how it stands, how long is left."""
        state = left_text(row, self.now) or state_text(row)
        style = "-alarm" if row.state is State.OVERDUE else "-plain" if row.state is State.RUNNING else "-muted"
        room = self.scrollable_content_region.width - _STATE - 5
        title = set_cell_size(_(row.regime.title), max(8, min(_TITLE, room)))
        return [(style, f" {_MARKS[row.state]} {title} {set_cell_size(state, _STATE)} ")]


class Clocks(Dialog[str]):
    """Every clock of the incident's industry; one key records that a notification was made."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "What the law asks for in the incident’s industry, as far as Bridgelog knows: help, and no legal advice. A "
        "legal stamp (L) starts a clock; n records that the notification was made. Clocks of your own are settings."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "clocks.notified", "clocks.stamp")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Legal clocks"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """What matters in the industry, the clocks, and how the chosen one was reckoned."""
        yield Static(id="industry", markup=False)
        yield ClockList(id="clocks")
        yield Static(id="working")

    def on_mount(self) -> None:
        """Show them, now, after each change and each second."""
        self._session.changed.subscribe(self, self._show)
        self._session.tick.subscribe(self, lambda _now: self._show(None))
        self._show(None)
        self.query_one(ClockList).focus()

    def _show(self, _changed: Changed | None) -> None:
        incident, now = self._session.incident, self._session.now
        clocks = self.query_one(ClockList)
        clocks.now = now
        clocks.show(legal_clocks(incident, now, self._session.rules))
        industry = incident.summary.industry
        if industry is None:
            text = _("No industry is set: it is a field of the summary (1).")
        else:
            text = _("{industry}: {focus}. {requirement}.").format(
                industry=_(INDUSTRY_LABELS[industry]), focus=_(FOCUS[industry]), requirement=_(REQUIREMENT[industry])
            )
        self.query_one("#industry", Static).update(text)

    @on(LineList.Highlighted)
    def _show_working(self) -> None:
        clock = self.query_one(ClockList).current
        self.query_one("#working", Static).update(self._working(clock) if clock else "")

    def _working(self, clock: Clock) -> Content:
        regime = clock.regime
        lines = [Content(f"{_(regime.duty)} {_(regime.note) if regime.note else ''}".strip())]
        if clock.due is not None:
            due = _("due: {due}").format(due=due_text(clock, self._session.incident.summary.zone))
            lines.append(Content.styled(due, "bold"))
        if regime.has_clock:
            lines.append(Content(_("reckoned: {working}").format(working=working_text(clock))))
        lines.append(Content.styled(_("source: {source}").format(source=regime.source), "$foreground-muted"))
        return Content("\n").join(lines)

    def action_notified(self) -> None:
        """Record that the notification of the chosen clock was made, now."""
        clock = self.query_one(ClockList).current
        if clock is None or not clock.regime.has_clock:
            return
        text = _("notified: {regime}").format(regime=_(clock.regime.title))
        new = NewEntry(at=self._session.now, text=text, met=clock.regime.id, source=SOURCE)
        self._session.notebook.stamp(new)

    def action_legal(self) -> None:
        """Stamp what starts a clock."""
        from screens.legal_stamp import LegalStamp

        self.app.push_screen(LegalStamp(self._session))
