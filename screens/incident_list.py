"""The incidents on home, a line each, in columns that fit the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from rich.cells import cell_len, set_cell_size

from data import formats
from data.glance import Glance
from data.language import _, ngettext, say
from data.workspace import Found
from model.instant import in_zone
from model.summary import Severity
from model.text import clean, one_line
from screens.columns import right
from screens.widgets.line_list import LineList

__all__ = ["IncidentList", "Listed", "columns"]


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
        return columns(
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


def columns(width: int, *texts: tuple[str, str]) -> list[tuple[str, str]]:
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


def _compact(value: timedelta) -> str:
    hours, rest = divmod(int(value.total_seconds()), 3600)
    return f"{hours // 24}d {hours % 24:02}h" if hours >= 100 else f"{hours}:{rest // 60:02}"
