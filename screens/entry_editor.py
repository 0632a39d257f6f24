"""Correcting an entry: its time, its text, its milestone. When it was recorded stays."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label, Static

from data import formats
from data.language import _
from data.typed import Reader
from model.field import Field, Kind
from model.message import N_
from model.timeline import MILESTONE_LABELS, Entry
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.edit_line import EditLine
from screens.widgets.field_input import FieldInput
from screens.widgets.field_row import FieldRow

__all__ = ["EntryEditor"]

_AT = Field("at", N_("Happened"), Kind.WHEN, N_("10:42, -5m, T+3m, yesterday 23:10"), required=True)
_MILESTONE = Field("milestone", N_("Milestone"), Kind.CHOICE, choices=MILESTONE_LABELS)


class EntryEditor(Dialog[dict[str, Any]]):
    """Returns the fields that differ, or nothing."""

    purpose: ClassVar[str] = N_("Enter accepts all fields. An entry keeps the time at which it was recorded.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.accept", "dialog.close")

    def __init__(self, session: Session, entry: Entry) -> None:
        super().__init__(_("Entry"))
        self._session = session
        self._entry = entry
        self._milestone = entry.milestone.value if entry.milestone else None

    def compose_dialog(self) -> ComposeResult:
        """Text, time, milestone, and what is known of its origin."""
        yield Label(_("What happened"))
        yield EditLine(self._entry.text, placeholder=_("what happened, not who did it"), id="text")
        yield FieldRow(_AT, self._reader, self._shown())
        yield FieldRow(_MILESTONE, self._reader, "", self._milestone)
        recorded = formats.moment(self._session.local(self._entry.recorded_at))
        parts = [_("recorded {time}").format(time=recorded), self._entry.author, self._entry.source]
        yield Static(" · ".join(part for part in parts if part), id="origin", markup=False)

    def on_mount(self) -> None:
        """Begin with the text."""
        text = self.query_one(EditLine)
        text.focus()
        text.move_cursor(text.document.end)

    def _shown(self) -> str:
        local = self._session.local(self._entry.at)
        return f"{local:%Y-%m-%d %H:%M:%S}".removesuffix(":00")

    def _reader(self) -> Reader:
        return Reader(self._session.incident, self._session.now)

    @on(FieldRow.Typed, "#field-milestone")
    def _choose(self, event: FieldRow.Typed) -> None:
        event.stop()
        self._milestone = event.value

    @on(FieldRow.Entered)
    @on(EditLine.Accepted)
    def action_accept(self) -> None:
        """Hand back what differs."""
        values: dict[str, Any] = {}
        row = self.query_one("#field-at", FieldRow)
        typed = row.query_one(FieldInput)
        if typed.dirty:
            understood = row.understood()
            if understood is None:
                typed.focus()
                return
            values |= {"at": understood.value, "typed": typed.value}
        text = self.query_one(EditLine).text.strip()
        if text != self._entry.text:
            values["text"] = text
        if self._milestone != (self._entry.milestone.value if self._entry.milestone else None):
            values["milestone"] = self._milestone
        self.dismiss(values)
