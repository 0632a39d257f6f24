"""Correcting an entry: its time, its text, its milestone, its legal stamp. When it was recorded stays."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label, Static

from data import formats
from data.language import _
from data.typed import Reader
from model.field import Field, Kind
from model.legal import legal_clocks, regime_called
from model.message import N_
from model.timeline import MILESTONE_LABELS, ROLE_LABELS, TRIGGER_LABELS, Entry
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.edit_line import EditLine
from screens.widgets.field_input import FieldInput
from screens.widgets.field_row import FieldRow

__all__ = ["EntryEditor"]

_AT = Field("at", N_("Happened"), Kind.WHEN, N_("10:42, -5m, T+3m, yesterday 23:10"), required=True)
_TRIGGER = Field("trigger", N_("Legal stamp"), Kind.CHOICE, choices=TRIGGER_LABELS)
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
        self._trigger = entry.trigger.value if entry.trigger else None
        self._met = entry.met or None

    def compose_dialog(self) -> ComposeResult:
        """Text, time, milestone, and what is known of its origin."""
        yield Label(_("What happened"))
        yield EditLine(self._entry.text, placeholder=_("what happened, not who did it"), id="text")
        yield FieldRow(_AT, self._reader, self._shown())
        if self._entry.role:
            person = Field("person", ROLE_LABELS[self._entry.role], Kind.TEXT)
            yield FieldRow(person, self._reader, self._entry.person)
        yield FieldRow(_MILESTONE, self._reader, "", self._milestone)
        yield FieldRow(_TRIGGER, self._reader, "", self._trigger)
        if self._entry.met:
            yield FieldRow(self._notified(), self._reader, "", self._met)
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

    @on(FieldRow.Typed, "#field-trigger")
    def _choose_trigger(self, event: FieldRow.Typed) -> None:
        event.stop()
        self._trigger = event.value

    @on(FieldRow.Typed, "#field-met")
    def _choose_met(self, event: FieldRow.Typed) -> None:
        event.stop()
        self._met = event.value

    def _notified(self) -> Field:
        """Whose notification it records: a choice of the incident's regimes, and of the one it has."""
        session = self._session
        found = legal_clocks(session.incident, session.now, session.rules)
        titles = {clock.regime.id: clock.regime.title for clock in found if clock.regime.has_clock}
        known = regime_called(self._entry.met, session.rules)
        own = {self._entry.met: known.title if known else self._entry.met}
        return Field("met", N_("Notified"), Kind.CHOICE, choices={**own, **titles})

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
        for row in self.query("#field-person").results(FieldRow):
            if row.query_one(FieldInput).dirty and (person := row.query_one(FieldInput).value.strip()):
                values["person"] = person
        text = self.query_one(EditLine).text.strip()
        if text != self._entry.text:
            values["text"] = text
        if self._milestone != (self._entry.milestone.value if self._entry.milestone else None):
            values["milestone"] = self._milestone
        if self._trigger != (self._entry.trigger.value if self._entry.trigger else None):
            values["trigger"] = self._trigger
        if self._met != (self._entry.met or None):
            values["met"] = self._met
        self.dismiss(values)
