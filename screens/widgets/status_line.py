"""The first line of every screen: which incident, how bad, how long, what it costs, when last saved."""

from datetime import datetime, timedelta

from textual.content import Content
from textual.widget import Widget

from data import formats
from data.language import _, ngettext
from data.notebook import Changed
from model.summary import Severity
from screens.session import Session

__all__ = ["StatusLine"]

_A_DAY, _NONE_LEFT = timedelta(hours=24), timedelta(0)
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
        lefts, right = self._candidates(), self._saved()
        for legal in self._legal():
            right = Content.assemble(legal, self._saved())
            room = self.size.width - right.cell_length - 1
            if lefts[-2].cell_length <= room:  # the incident keeps its name
                break
        room = self.size.width - right.cell_length - 1
        left = next((parts for parts in lefts if parts.cell_length <= room), None) or lefts[-1].truncate(max(0, room))
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

    def _legal(self) -> list[Content]:
        """The legal clock that runs out next, once less than a day is left, or is overdue; then the same, shorter."""
        if self._session.incident.summary.industry is None and not self._session.rules.own_clocks:
            return [Content("")]
        from model.clocks import most_urgent
        from model.legal import legal_clocks

        now = self._session.now
        clock = most_urgent(legal_clocks(self._session.incident, now, self._session.rules))
        left = clock.left(now) if clock else None
        if clock is None or left is None or left >= _A_DAY:
            return [Content("")]
        late = left <= _NONE_LEFT
        time = _("OVERDUE") if late else formats.running(left)
        style = "bold $text-error reverse" if late else "bold $text-warning"
        return [
            Content.assemble((f"§ {words} {time}".replace("  ", " "), style), "  ")
            for words in (_(clock.regime.title), "")
        ]

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
