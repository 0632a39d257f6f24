"""The legal clocks of the incident: what is due until when, how that was reckoned, and where it is written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data.clock_words import due_text, industry_text, left_text, source_text, state_text, working_text
from data.language import _
from model.clocks import Clock, State
from model.legal import Standing, every_clock, switch
from model.message import N_
from model.stamping import NewEntry
from screens.dialog import Dialog
from screens.key_words import keys_named
from screens.keys import bound
from screens.session import Session
from screens.widgets.capture import SOURCE
from screens.widgets.line_list import LineList

__all__ = ["ClockList", "Clocks"]

_TITLE, _STATE, _SHORT_STATE = 24, 20, 14
_WIDE_FROM, _NARROW_BELOW = 70, 50
_MARKS = {State.OVERDUE: "■", State.RUNNING: "▸", State.MET: "✓", State.NOT_STARTED: "·"}


class ClockList(LineList[Standing]):
    """A line a clock."""

    now: datetime
    zone: str

    def paint(self, row: Standing) -> Sequence[tuple[str, str]]:
        """Its title, how it stands, how long is left, and until when."""
        clock, width = row.clock, self.scrollable_content_region.width
        room = _SHORT_STATE if width < _NARROW_BELOW else _STATE
        title = set_cell_size(_(clock.regime.title), max(8, min(_TITLE, width - room - 4)))
        if not row.applies:
            return [("-muted", f" – {title} {_('does not apply')}")]
        left = left_text(clock, self.now, short=width < _NARROW_BELOW)
        style = {State.OVERDUE: "-alarm", State.RUNNING: "-plain"}.get(clock.state, "-muted")
        parts = [(style, f" {_MARKS[clock.state]} {title} {set_cell_size(left or state_text(clock), room)}")]
        if left and width >= _WIDE_FROM:
            parts.append(("-muted", f" {due_text(clock, self.zone, offset=False)}"))
        return parts


class Clocks(Dialog[str]):
    """Every clock of the incident's industry; one key records that a notification was made."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "What the law asks for in the incident’s industry, as far as Bridgelog knows: help, and no legal advice. ■ is "
        "overdue, ▸ runs, · waits for its legal stamp ({stamp}), ✓ was notified, – does not apply. Clocks of your "
        "contracts are settings."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {"stamp": "clocks.stamp", "all": "clocks.all"}
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "dialog.close", "clocks.notified", "clocks.stamp", "clocks.applies", "clocks.all", "app.undo-letter", "app.undo"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(_("Legal clocks, in {zone}").format(zone=session.incident.summary.zone))
        self._session = session
        self._all = False

    def compose_dialog(self) -> ComposeResult:
        """What matters in the industry, the clocks, and how the chosen one was reckoned."""
        yield Static(id="industry", markup=False)
        yield ClockList(id="clocks")
        with VerticalScroll(id="working"):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Show them, now, after each change and each second."""
        self.query_one("#box", Vertical).border_subtitle = _("help, not legal advice")
        self._session.changed.subscribe(self, lambda _changed: self._show())
        self._session.tick.subscribe(self, self._on_tick)
        self._show()
        self.query_one(ClockList).focus()

    def _on_tick(self, _now: datetime) -> None:
        if self.is_current:
            self._show()

    def _show(self, chosen: str | None = None) -> None:
        session, clocks = self._session, self.query_one(ClockList)
        chosen = chosen or (clocks.current.clock.regime.id if clocks.current else None)
        clocks.now, clocks.zone = session.now, session.incident.summary.zone
        rows = every_clock(session.incident, session.now, session.rules, all_regimes=self._all)
        clocks.show(rows, next((i for i, row in enumerate(rows) if row.clock.regime.id == chosen), None))
        none_set = _("No industry is set: it is a field of the summary. {all} shows every clock.").format(
            **keys_named(self.app, session, self.purpose_keys)
        )
        text = industry_text(session.incident.summary.industry) or none_set
        self.query_one("#industry", Static).update(text)

    @on(LineList.Highlighted)
    def _show_working(self) -> None:
        row = self.query_one(ClockList).current
        self.query_one("#working Static", Static).update(self._working(row.clock) if row else "")

    def _working(self, clock: Clock) -> Content:
        regime = clock.regime
        lines = [Content(_(regime.duty))]
        if clock.due is not None:
            due = _("due: {due}").format(due=due_text(clock, self._session.incident.summary.zone))
            lines.insert(0, Content.styled(due, "bold"))
        if regime.has_clock:
            lines.append(Content(_("reckoned: {working}").format(working=working_text(clock))))
        else:
            lines.insert(0, Content.styled(state_text(clock), "bold"))
        lines.append(Content.styled(_("source: {source}").format(source=source_text(regime)), "$foreground-muted"))
        lines.append(Content(_(regime.note)))
        return Content("\n").join(line for line in lines if line)

    @on(LineList.Chosen)
    def _go(self) -> None:
        """To the stamp that started the chosen clock."""
        row = self.query_one(ClockList).current
        if row and row.clock.entry:
            self._session.sought = "timeline", row.clock.entry, None
            self.dismiss("timeline")

    def action_notified(self) -> None:
        """Record that the notification of the chosen clock was made, now."""
        row = self.query_one(ClockList).current
        if row is None or not row.applies:
            return
        if not row.clock.regime.has_clock:
            self.notify(_("There is no statutory clock: a clock of your contract is a setting."))
            return
        new = NewEntry(at=self._session.now, met=row.clock.regime.id, source=SOURCE)
        self._session.notebook.stamp(new)
        self.notify(_("Notified, now: the time can be corrected on the timeline."))

    def action_applies(self) -> None:
        """Say of this incident that the chosen regime does not apply, or does."""
        row = self.query_one(ClockList).current
        if row is not None:
            change = switch(self._session.incident, row.clock.regime, self._session.rules)
            self._session.notebook.do(change)
            self._show(row.clock.regime.id)

    def action_all(self) -> None:
        """Show every regime that is known, or those of the incident alone."""
        self._all = not self._all
        self._show()

    def action_stamp_legal(self) -> None:
        """Stamp what starts a clock."""
        from screens.legal_stamp import LegalStamp

        self.app.push_screen(LegalStamp(self._session))
