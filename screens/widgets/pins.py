"""The entries that stay in sight above the timeline, whatever is scrolled."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message as Event

from data import formats
from data.clock_words import met_text
from data.language import _, ngettext
from model.incident import Incident
from model.text import one_line
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry
from screens.columns import shortened
from screens.session import Session
from screens.widgets.steady import Steady

__all__ = ["PIN", "Pins"]

PIN = "⚑"
"""Stands before an entry that is pinned."""
_WIDE = 72
"""Columns from which on the date has a place, where it is another day."""
_HIGH, _TALL = 16, 34
"""Lines of the terminal from which on three pins have a place, and five; below it is one."""


class Pins(Steady):
    """A line a pinned entry, in the order in which they happened; of too many the latest, and how many more."""

    DEFAULT_CSS = """
    Pins { height: auto; background: $surface; display: none; }
    """

    @dataclass
    class Chosen(Event):
        """A pinned entry was clicked."""

        entry: str
        """Its id."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="pins")
        self._session = session
        self._pinned: tuple[Entry, ...] = ()
        self._seen: tuple[Entry, ...] = ()

    def show_incident(self, incident: Incident) -> None:
        """Show what is pinned now; without any there is no such area."""
        self._pinned = incident.timeline.pinned
        self._paint()

    def on_resize(self) -> None:
        """Give the texts the room that there is."""
        self._paint()

    def _paint(self) -> None:
        self.display = bool(self._pinned)
        height, width = self.screen.size.height, self.screen.size.width
        if not self._pinned or not width:
            return
        room = 1 if height < _HIGH else 3 if height < _TALL else 5
        fits = len(self._pinned) <= room
        self._seen = self._pinned[-room:] if fits or room == 1 else self._pinned[1 - room :]
        more = len(self._pinned) - len(self._seen)
        counted = f"  +{formats.number(more)}" if more and room == 1 else ""
        lines = [self._line(entry, width - cell_len(counted)).append(counted) for entry in self._seen]
        if more and not counted:
            text = ngettext("and {n} more pinned", "and {n} more pinned", more).format(n=formats.number(more))
            lines.append(Content.styled(f" {text}", "$foreground-muted"))
        self.show(Content("\n").join(lines))

    def _line(self, entry: Entry, width: int) -> Content:
        local = self._session.local(entry.at)
        today = local.date() == self._session.local(self._session.now).date()
        moment = formats.clock(local) if today or width < _WIDE else formats.moment(local)
        room = width - cell_len(moment) - 3
        return Content.assemble((PIN, "bold $text-accent"), f"{moment}  ", shortened(self._words(entry), max(1, room)))

    def _words(self, entry: Entry) -> str:
        if entry.text:
            return one_line(entry.text)
        if entry.milestone:
            return _(MILESTONE_LABELS[entry.milestone])
        if entry.trigger:
            return _(TRIGGER_LABELS[entry.trigger])
        return met_text(entry.met, self._session.rules) if entry.met else _("(stamped, no words yet)")

    def on_click(self, event: events.Click) -> None:
        """Go to the entry in the list."""
        if event.y < len(self._seen):
            self.post_message(self.Chosen(self._seen[event.y].id))
