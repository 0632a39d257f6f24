"""The timeline's lines: days, quarters of an hour, gaps and entries, painted only where they are in sight."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from data import formats
from data.clock_words import met_text
from data.language import _
from model.blocks import Row, RowKind, all_lines, lines
from model.incident import Incident
from model.message import N_
from model.text import one_line
from model.timeline import TRIGGER_LABELS, Entry, Milestone
from screens.session import Session
from screens.widgets.line_list import LineList
from screens.widgets.pins import PIN
from screens.zones import ZoneColumns

__all__ = ["TimelineList"]

SHORT_MILESTONES = {
    Milestone.FIRST_ALERT: N_("first alert"),
    Milestone.TEAM_NOTIFIED: N_("team notified"),
    Milestone.INVESTIGATION_STARTED: N_("investigating"),
    Milestone.ROOT_CAUSE_IDENTIFIED: N_("root cause"),
    Milestone.FIX_DEPLOYED: N_("fix deployed"),
    Milestone.RESOLVED: N_("resolved"),
}
_MARK_WIDTH = 14
_WIDE_FROM = 90
"""Columns from which the author and the source have a place."""
_PAINTED = 1_000
"""Painted lines that are kept: more than any terminal shows."""
_NARROW_BELOW = 60
"""Columns below which, beside the times of several zones, a mark has a place but not its name."""


class TimelineList(LineList[Row]):
    """All entries. A new last entry adds its own lines and touches no others."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="entries")
        self._session = session
        self._lines: list[Row] = []
        self._shown: Incident | None = None
        self._painted: dict[int, tuple[Row, tuple[object, ...], Strip]] = {}
        """Lines as they were painted last, by their index: of which row, and for which looks."""
        self.zones: ZoneColumns | None = None
        """The zones to show the times in, where it is not the incident's alone."""

    def choosable(self, row: Row) -> bool:
        """Only entries can be chosen."""
        return row.kind is RowKind.ENTRY

    @property
    def entry(self) -> Entry | None:
        """The entry that the cursor is on."""
        return self.current.entry if self.current else None

    @property
    def room(self) -> int:
        """Cells that a text has at least, beside the time and a milestone."""
        times = sum(self.zones.widths) + len(self.zones.widths) if self.zones else len("10:42 ")
        return self.size.width - times - _MARK_WIDTH - len(" ◆  ") - 1

    def show_incident(self, incident: Incident) -> None:
        """Show the entries as they are now; the cursor follows its entry, or the newest one from the end."""
        if not incident.timeline.root:
            self.nothing = self._invitation()
        before = self._shown
        at_end = self.cursor >= len(self._lines) - 1
        chosen = self.entry
        self._rebuild(before, incident)
        self._shown = incident
        if at_end or chosen is None:
            cursor = len(self._lines) - 1
        else:
            cursor = next(
                (i for i, row in enumerate(self._lines) if row.entry and row.entry.id == chosen.id),
                self.cursor,
            )
        self.show(self._lines, cursor)

    def _invitation(self) -> str:
        from screens.keymap import key_shown

        text = _(
            "Nothing is taken down yet.\n\nType what happens into the line below, or press {stamp} to keep this moment "
            "and find words for it later.\n\n{leave}, then {take_in}, takes in a chat, alerts, deploys or a paste."
        )
        actions = {"stamp": "timeline.stamp", "leave": "screen.back", "take_in": "app.take_in"}
        keys = self._session.settings.keys
        return text.format(**{name: key_shown(self.app, keys, action) for name, action in actions.items()})

    def _rebuild(self, before: Incident | None, incident: Incident) -> None:
        entries = incident.timeline.root
        known = before.timeline.root if before else ()
        same = before is not None and before.summary == incident.summary
        if same and entries == known:
            return
        if same and len(entries) == len(known) + 1 and entries[:-1] == known:
            self._lines.extend(lines(known[-1] if known else None, entries[-1], incident.summary))
            return
        self._lines = list(all_lines(entries, incident.summary))

    def go_to(self, entry: str) -> None:
        """Put the cursor on the entry with that id."""
        for index, row in enumerate(self._lines):
            if row.entry and row.entry.id == entry:
                self.cursor = index

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight; one that only moves up is not painted anew."""
        index = y + self.scroll_offset.y
        if index >= len(self.rows):
            return super().render_line(y)
        row, cursor = self.rows[index], index == self.cursor
        session = self._session
        looks = (
            self.scrollable_content_region.width,
            cursor,
            self.has_focus,
            self.zones,
            session.settings,
            session.rules,
        )
        painted = self._painted.get(index)
        if painted is None or painted[0] is not row or painted[1] != looks:
            if len(self._painted) > _PAINTED:
                self._painted.clear()
            painted = self._painted[index] = (row, looks, super().render_line(y))
        return painted[2]

    def notify_style_update(self) -> None:
        """Paint everything anew in other colours."""
        self._painted.clear()
        super().notify_style_update()

    def paint(self, row: Row) -> Sequence[tuple[str, str]]:
        """The columns of one line."""
        if row.kind is RowKind.DAY:
            zone = self._session.incident.summary.zone
            day = formats.weekday(row.at.date())
            offset = formats.offset(row.at)
            return [("-heading", f" {day} · {zone}" + ("" if offset == zone else f" {offset}"))]
        if row.kind is RowKind.BLOCK:
            return [("-muted", f" {formats.clock(row.at)} " + "─" * 3)]
        if row.kind is RowKind.SHIFT:
            text = _("(the clocks change: from here on {offset})").format(offset=formats.offset(row.at))
            return [("-heading", f" {text}")]
        if row.kind is RowKind.GAP and row.gap:
            length = formats.duration(row.gap.length)
            return [("-muted", "       ┄ " + _("{time} without an entry").format(time=length))]
        return self._entry_line(row)

    def _entry_line(self, row: Row) -> Sequence[tuple[str, str]]:
        entry = row.entry
        if entry is None:
            return []
        width = self.scrollable_content_region.width
        text = one_line(entry.text.replace("\n", " ⏎ "))
        times = self.zones.times(row.at) if self.zones else formats.clock(row.at)
        parts = [("-mark", PIN) if entry.pinned else ("-plain", " "), ("-plain", f"{times} ")]
        if self.zones and width < _NARROW_BELOW and text:
            marked = "◆" if entry.milestone else "§" if entry.trigger else "✓" if entry.met else ""
            return [*parts, ("-mark", f"{marked} " if marked else ""), ("-plain", text)]
        if entry.milestone:
            label = _(SHORT_MILESTONES[entry.milestone])
            parts.append(("-mark", f"◆ {set_cell_size(label, _MARK_WIDTH)} "))
        elif entry.trigger:
            parts.append(("-mark", f"§ {_(TRIGGER_LABELS[entry.trigger])}  "))
        elif entry.met:
            parts.append(("-mark", f"✓ {met_text(entry.met, self._session.rules)}  "))
        else:
            parts.append(("-plain", "  "))
        labelled = text or entry.milestone or entry.trigger or entry.met
        parts.append(("-plain", text) if labelled else ("-muted", _("(stamped, no words yet)")))
        origin = one_line(f"{entry.author} {entry.source}".strip())
        if width >= _WIDE_FROM and origin:
            room = width - sum(cell_len(part) for _, part in parts[:-1]) - cell_len(origin) - 2
            name, words = parts[-1]
            parts[-1] = (name, set_cell_size(words, max(10, room)))
            parts.append(("-muted", f" {origin}"))
        return parts
