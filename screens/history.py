"""The history: every change with who, when, what, before and after; newest first, and filtered as one types."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from data import formats
from data.history import Line
from data.history_words import NOTHING, Wording
from data.language import _, ngettext, say
from data.notebook import Changed
from data.trouble import Trouble
from model.message import N_
from model.text import one_line
from screens.columns import shortened
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import NOTHING_MATCHES, LineList

__all__ = ["History"]

_WHO = 9
_WIDE_FROM = 60
"""Columns from which it is said who made a change; the lines below the list say it always."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a day, or one field that was changed."""

    at: datetime
    line: Line | None = None
    first: bool = True
    """Whether it is the first line of its change."""


class HistoryList(LineList[Row]):
    """A line for each field that was changed."""

    words: Wording
    of_record = False
    """Whether it is the history of one record, which need not be named on every line."""

    def choosable(self, row: Row) -> bool:
        """Days cannot be chosen."""
        return row.line is not None

    def _see_cursor(self) -> None:
        """With the first line the day above it is in sight, too."""
        super()._see_cursor()
        if self.cursor <= 1:
            self.scroll_to(y=0, animate=False, force=True)

    def paint(self, row: Row) -> Sequence[tuple[str, str]]:
        """When, who, what, before and after."""
        line = row.line
        if line is None:
            return [("-heading", f" {formats.weekday(row.at.date())} · {formats.offset(row.at)}")]
        parts = [("-plain", f" {row.at:%H:%M:%S} " if row.first else " " * 10)]
        if self.size.width >= _WIDE_FROM:
            who = set_cell_size(one_line(line.change.by), _WHO) if row.first else " " * _WHO
            parts.append(("-muted", f"{who} "))
        if not line.saved:
            parts.append(("-alarm", _("not saved") + " "))
        if line.change.undoes or line.change.redoes:
            parts.append(("-mark", "↶ " if line.change.undoes else "↷ "))
        named = "" if self.of_record else shortened(self.words.record(line), self.size.width // 4)
        about = "" if self.of_record and line.field else named or self.words.section(line)
        where = " · ".join(part for part in (about, self.words.field(line)) if part)
        before, after = one_line(self.words.before(line)), one_line(self.words.after(line))
        if line.field:
            before = shortened(before, self.size.width // 4)
            return [*parts, ("-mark", where), ("-muted", f"  {before} → "), ("-plain", after)]
        if line.before is None:
            return [*parts, ("-mark", f"+ {self.words.section(line)}"), ("-plain", f"  {after}")]
        return [*parts, ("-mark", f"− {self.words.section(line)}"), ("-muted", f"  {before}")]


class History(Dialog[str]):
    """The changes of the whole incident, or of one record of it."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "Every change, newest first: + a record that was made, − one that was removed, ↶ taken back, ↷ done again. "
        "Type to filter. Enter on a line shows the history of that record alone, and once more that of all."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "list.choose", "home.filter")

    def __init__(self, session: Session, record: tuple[str, str] | None = None) -> None:
        """With a section's word and a record's id, only its changes are shown at first."""
        super().__init__("")
        self._session = session
        self._record = record
        self._lines: list[Line] = []
        self._found: dict[tuple[str, str, str], str] = {}
        """What each line of the history can be found by, once it was looked for."""

    def compose_dialog(self) -> ComposeResult:
        """The filter, the changes, and the whole of the chosen one."""
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        yield HistoryList(id="changes")
        with VerticalScroll(id="whole", can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Show them, now and after each change."""
        self._session.changed.subscribe(self, self._on_change)
        changes = self.query_one(HistoryList)
        changes.words = Wording(self._session.incident)
        changes.focus()
        self.call_after_refresh(self._read)

    def _on_change(self, _changed: Changed) -> None:
        self._read()

    def _read(self) -> None:
        try:
            lines = self._session.notebook.history()
        except Trouble as trouble:
            lines = []
            self.notify(say(trouble.message), severity="error", timeout=12, markup=False)
        changes = [list(changed) for _id, changed in groupby(lines, key=lambda line: line.change.id)]
        self._lines = [line for changed in reversed(changes) for line in changed]
        self.query_one(HistoryList).words = Wording(self._session.incident)
        self._filter()

    @on(Input.Changed)
    def _filter(self) -> None:
        changes = self.query_one(HistoryList)
        words = self.query_one("#filter", Input).value.casefold().split()
        chosen = changes.current
        lines = self._of_record()
        if words:
            lines = [line for line in lines if all(word in self._text(line) for word in words)]
        rows = self._rows(lines)
        changes.of_record = self._record is not None
        changes.nothing = _(NOTHING_MATCHES) if words else _("Nothing was changed yet: all is as it was first written.")
        changes.show(rows, next((i for i, row in enumerate(rows) if chosen and _same(row, chosen)), 0))
        self._say_title(len({line.change.id for line in lines}))

    def _of_record(self) -> list[Line]:
        if self._record is None:
            return self._lines
        return [line for line in self._lines if (line.section, line.record) == self._record]

    def _rows(self, lines: Sequence[Line]) -> list[Row]:
        words = self.query_one(HistoryList).words
        rows: list[Row] = []
        for line in lines:
            at = words.at(line)
            last = rows[-1] if rows else None
            if last is None or last.at.date() != at.date():
                rows.append(Row(at))
            again = last is not None and last.line is not None and last.line.change is line.change
            rows.append(Row(at, line, not again))
        return rows

    def _text(self, line: Line) -> str:
        """What a line is found by: the texts that it shows."""
        key = line.change.id, line.record, line.field
        text = self._found.get(key)
        if text is None:
            words = self.query_one(HistoryList).words
            shown = (line.change.by, words.name(line), words.where(line), words.before(line), words.after(line))
            text = self._found[key] = f"{words.at(line):%Y-%m-%d %H:%M:%S} {' '.join(shown)}".casefold()
        return text

    def _say_title(self, changes: int) -> None:
        count = ngettext("{n} change", "{n} changes", changes).format(n=formats.number(changes))
        title = _("History of the incident")
        if self._record is not None:
            lines = self._of_record()
            words = self.query_one(HistoryList).words
            title = _("History of {record}").format(record=words.record(lines[0]) if lines else NOTHING)
        self.query_one("#title", Static).update(f"{title} · {count}")

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        row = self.query_one(HistoryList).current
        self.query_one("#whole Static", Static).update(self._whole(row.line) if row and row.line else "")

    def _whole(self, line: Line) -> str:
        words = self.query_one(HistoryList).words
        at = words.at(line)
        who = line.change.by or NOTHING
        head = [words.name(line), who, f"{formats.day(at.date())} {at:%H:%M:%S} {formats.offset(at)}"]
        if not line.saved:
            head.append(_("not saved yet"))
        sides = [(_("before"), words.before(line)), (_("after"), words.after(line))]
        return "\n".join([" · ".join(head), words.where(line), *(f"{name}: {text}" for name, text in sides)])

    @on(LineList.Chosen)
    def _narrow(self) -> None:
        """The history of the chosen line's record alone, or of all again."""
        row = self.query_one(HistoryList).current
        if row and row.line:
            self._record = None if self._record else (row.line.section, row.line.record)
            self._filter()

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one(HistoryList).focus()

    def key_down(self) -> None:
        """From the filter to the changes."""
        self.query_one(HistoryList).focus()

    def action_filter(self) -> None:
        """Type what to look for."""
        self.query_one("#filter", Input).focus()


def _same(row: Row, other: Row) -> bool:
    mine, theirs = row.line, other.line
    if mine is None or theirs is None:
        return False
    return (mine.change.id, mine.record, mine.field) == (theirs.change.id, theirs.record, theirs.field)
