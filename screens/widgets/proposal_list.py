"""What evidence has brought, a line each: taken or left, there already, perhaps a milestone, perhaps the cause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import set_cell_size
from textual import events
from textual.binding import BindingType
from textual.message import Message as Event

from data import formats
from data.language import _
from model.evidence import Proposal
from model.instant import in_zone
from model.text import one_line
from screens.keys import bound
from screens.timeline_list import SHORT_MILESTONES
from screens.widgets.line_list import LineList

__all__ = ["ProposalList"]

_BOX = {True: " [x] ", False: " [ ] "}
_NARROW_BELOW, _WIDE_FROM = 60, 100
_AUTHOR = 14


class ProposalList(LineList[Proposal]):
    """Space takes a line or leaves it, m accepts the milestone that it may be."""

    BINDINGS: ClassVar[list[BindingType]] = bound("proposal.accept", "proposal.toggle", "proposal.milestone")

    @dataclass
    class Toggled(Event):
        """A line was taken or left, or a milestone accepted or not."""

    @dataclass
    class Accepted(Event):
        """What is taken is to come in."""

    def __init__(self, zone: str, day: date, *, id: str) -> None:
        super().__init__(id=id)
        self._zone, self._day = zone, day
        self.taken: set[tuple[str, str]] = set()
        """What is taken, by source and id, in sight or not."""
        self.accepted: set[tuple[str, str]] = set()
        """Of which of them the milestone is accepted."""

    def take(self, rows: Iterable[Proposal], *, taken: bool) -> None:
        """Take or leave those; what is there already cannot be taken."""
        keys = {key_of(row) for row in rows if not row.known}
        self.taken = self.taken | keys if taken else self.taken - keys
        self.accepted &= self.taken
        self.refresh()
        self.post_message(self.Toggled())

    def paint(self, row: Proposal) -> Sequence[tuple[str, str]]:
        """The box, the time, what is special about it, what happened."""
        candidate, key = row.candidate, key_of(row)
        local = in_zone(candidate.at, self._zone)
        at = formats.clock(local) if local.date() == self._day else f"{local:%m-%d %H:%M}"
        name = "-muted" if row.known or key not in self.taken else "-plain"
        parts = [
            ("-muted", "  =  ") if row.known else ("-mark" if key in self.taken else "-muted", _BOX[key in self.taken])
        ]
        parts.append((name, f"{at} "))
        if row.known:
            parts.append(("-muted", f"{_('there already')} · "))
        if candidate.pinned:
            parts.append(("-heading", f"{_('pinned')} · "))
        if row.suspect:
            narrow = self.scrollable_content_region.width < _NARROW_BELOW
            said = _("last change") if narrow else _("last change before the start")
            parts.append(("-alarm", f"{said} · "))
        if row.milestone:
            label = _(SHORT_MILESTONES[row.milestone])
            parts.append(("-mark", f"◆ {label} · ") if key in self.accepted else ("-heading", f"◇ {label}? · "))
        if candidate.place:
            parts.append(("-muted", f"{one_line(candidate.place)} "))
        if self.scrollable_content_region.width >= _WIDE_FROM:
            parts.append(("-muted", f"{set_cell_size(one_line(candidate.author), _AUTHOR)} "))
        elif candidate.author:
            parts.append(("-muted", f"{one_line(candidate.author)[:_AUTHOR]}: "))
        return [*parts, (name, one_line(candidate.text[:2_000]))]

    def on_click(self, event: events.Click) -> None:
        """Take the line that was clicked, or leave it."""
        event.prevent_default()
        index = event.y + self.scroll_offset.y
        if index < len(self.rows):
            self.cursor = index
            self.action_switch()

    def action_switch(self) -> None:
        """Take the line under the cursor, or leave it."""
        if self.current is not None:
            self.take([self.current], taken=key_of(self.current) not in self.taken)

    def action_milestone(self) -> None:
        """Accept that the line is the proposed milestone, or not; what is accepted is taken."""
        row = self.current
        if row is None or row.milestone is None:
            return
        self.accepted ^= {key_of(row)}
        if key_of(row) in self.accepted:
            self.taken |= {key_of(row)}
        self.refresh()
        self.post_message(self.Toggled())

    def action_accept(self) -> None:
        """Take in what is taken."""
        self.post_message(self.Accepted())


def key_of(row: Proposal) -> tuple[str, str]:
    """What it is known by."""
    return row.candidate.source, row.candidate.origin
