"""Beside the timeline: who leads, and when the next status update is due."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from rich.cells import cell_len
from textual.content import Content

from data import formats
from data.language import _
from model.roles import commander
from model.updates import next_update
from screens.columns import right, shortened
from screens.session import Session
from screens.widgets.steady import Steady

__all__ = ["Bridge"]

_WIDTH = 24
"""Cells of a line."""
_MINUTE = timedelta(minutes=1)


class Bridge(Steady):
    """A line each, as far as there is something to say."""

    DEFAULT_CSS = """
    Bridge { height: auto; margin-top: 1; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(id="bridge")
        self._session = session

    def on_mount(self) -> None:
        """Follow the clock."""
        self._session.tick.subscribe(self, self._on_tick)

    def _on_tick(self, _now: datetime) -> None:
        if self.screen.is_current and self._session.incident.summary.live:
            self.show_incident()

    def show_incident(self) -> None:
        """Show what holds now; nothing, and no blank line, where there is nothing."""
        lines = [*self._leads(), *self._update()]
        self.display = bool(lines)
        self.show(Content("\n").join(lines))

    def _leads(self) -> Iterator[Content]:
        held = commander(self._session.incident)
        if held is not None:
            yield _line(_("Commander"), held.person)

    def _update(self) -> Iterator[Content]:
        """When the update is due; from then on how late it is, and the key that copies it."""
        now = self._session.now
        due = next_update(self._session.incident, self._session.rules)
        if due is None:
            return
        late = due.late(now)
        clock = formats.clock(self._session.local(due.at))
        if late is None:
            yield _line(_("Update due"), clock)
        elif late < _MINUTE:
            yield _line("▲ " + _("Update due"), f"{clock}  U").stylize("$text-warning")
        else:
            time = formats.duration(late - late % _MINUTE)
            yield _line("▲ " + _("Update late"), f"{time}  U").stylize("$text-warning")


def _line(label: str, value: str) -> Content:
    """The label with the value at the right end; below it where both are too wide for one line."""
    beside = cell_len(label) + 1 + cell_len(value) <= _WIDTH
    if beside:
        return Content.assemble(label, (right(value, _WIDTH - cell_len(label)), "bold"))
    return Content.assemble(label, "\n", (right(shortened(value, _WIDTH), _WIDTH), "bold"))
