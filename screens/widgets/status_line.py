"""The first line of every screen: which incident, how bad, how long, what it costs, when last saved."""

from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from data import formats
from data.language import _, ngettext
from data.notebook import Changed
from model.summary import Severity
from screens.session import Session

__all__ = ["StatusLine"]

_COST_CELLS = 14
"""Cells for an amount; a longer one is shortened to thousands or millions."""


class StatusLine(Widget):
    """The clock and the cost of the open incident, running while it is live."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def on_mount(self) -> None:
        """Follow the incident and the clock."""
        self._session.changed.subscribe(self, self._on_change)
        self._session.tick.subscribe(self, self._on_tick)

    def _on_change(self, _changed: Changed) -> None:
        self.refresh()

    def _on_tick(self, _now: datetime) -> None:
        if self.screen.is_current:
            self.refresh()

    def render(self) -> Content:
        """The line, with what was saved at its right end."""
        if self._session.opened is None:
            return Content.assemble(("Bridgelog", "bold"), "  ", self._session.shown_folder)
        right = self._saved()
        room = self.size.width - right.cell_length - 1
        shorter = (parts for parts in self._candidates() if parts.cell_length <= room)
        left = next(shorter, None) or self._candidates()[-1].truncate(max(0, room))
        return Content.assemble(left, " " * max(1, room + 1 - left.cell_length), right)

    def _candidates(self) -> list[Content]:
        """What can stand on the left, from the fullest to the barest: a figure is left out, never cut."""
        incident = self._session.incident
        summary = incident.summary
        style = "bold $text-error" if summary.severity is Severity.SEV_1 else "bold"
        state = ("● " + _("live"), "bold $text-error") if summary.live else ("○ " + _("ended"), "")
        duration = self._session.duration
        running = "–" if duration is None else formats.running(duration)
        bare = Content.assemble((summary.severity.value, style), "  ", state, " ", running)
        named = Content.assemble(incident.id, "  ", bare)
        bill = incident.bill(self._session.now)
        if bill.total is None:
            costed = Content.assemble(named, "  ", (_("cost –"), "$foreground-muted"))
        else:
            costed = Content.assemble(named, "  ", formats.money_within(bill.total, _COST_CELLS))
        fullest = [costed, named, bare]
        if bill.per_minute is not None:
            rate = _("{money}/min").format(money=formats.money_within(bill.per_minute, _COST_CELLS))
            fullest.insert(0, Content.assemble(costed, " · ", (rate, "$foreground-muted")))
        return [Content.assemble(fullest[0], "  ", (summary.title, "bold")), *fullest]

    def _saved(self) -> Content:
        notebook = self._session.notebook
        if notebook.trouble:
            count = notebook.unsaved
            text = ngettext("{n} NOT SAVED", "{n} NOT SAVED", count).format(n=count)
            return Content.styled(text, "bold $text-error reverse")
        if notebook.unsaved:
            return Content.styled(_("saving …"), "$foreground-muted")
        clock = formats.clock(self._session.local(notebook.saved_at))
        return Content.styled(_("saved {time}").format(time=clock), "$foreground-muted")
