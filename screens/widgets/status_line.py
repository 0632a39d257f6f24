"""The first line of every screen: which incident, how bad, how long, what it costs, when last saved."""

from datetime import datetime

from textual.content import Content
from textual.widget import Widget

from data import formats
from data.language import _, ngettext, say
from data.notebook import Changed
from model.summary import Severity
from screens.session import Session

__all__ = ["StatusLine"]

_TITLE_FROM = 100
"""Columns from which there is room for the title."""


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
            return Content.assemble(("Bridgelog", "bold"), "  ", str(self._session.workspace.folder))
        left, right = self._left(), self._saved()
        blank = self.size.width - left.cell_length - right.cell_length
        if blank < 1:
            return Content.assemble(left.truncate(max(0, self.size.width - right.cell_length - 1)), " ", right)
        return Content.assemble(left, " " * blank, right)

    def _left(self) -> Content:
        incident = self._session.incident
        summary = incident.summary
        style = "bold $text-error" if summary.severity is Severity.SEV_1 else "bold"
        parts: list[str | Content | tuple[str, str]] = [
            incident.id,
            "  ",
            (summary.severity.value, style),
            "  ",
        ]
        parts += [("● " + _("live"), "bold $text-error") if summary.live else "○ " + _("ended"), " "]
        duration = self._session.duration
        parts += ["–" if duration is None else formats.running(duration), "  "]
        bill = incident.bill(self._session.now)
        if bill.total is None:
            parts.append((_("cost –"), "$foreground-muted"))
        else:
            parts.append(formats.money(bill.total))
            if bill.per_minute is not None:
                rate = _("{money}/min").format(money=formats.money(bill.per_minute))
                parts += [" · ", (rate, "$foreground-muted")]
        if self.size.width >= _TITLE_FROM:
            parts += ["  ", (summary.title, "bold")]
        return Content.assemble(*parts)

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


def trouble_text(session: Session) -> str:
    """Why something is not saved, where it is not."""
    notebook = session.opened
    return say(notebook.trouble) if notebook and notebook.trouble else ""
