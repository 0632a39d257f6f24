"""A new incident: a title is all it needs; the rest has defaults that are in sight."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from data.language import _, say
from data.trouble import Trouble
from data.typed import Reader
from model.incident import Incident
from model.message import Refused
from model.refusal import first_refusal
from model.summary import Severity, Summary
from screens.dialog import Dialog
from screens.session import Session
from screens.widgets.field_input import FieldInput
from screens.widgets.field_row import FieldRow

__all__ = ["NewIncident"]

_ASKED = ("title", "severity", "started_at", "zone", "service")
_FIELDS = {field.name: field for field in Summary.FIELDS}


class NewIncident(Dialog[Path]):
    """Asks for the title and offers the rest; enter in any field creates the incident."""

    word: ClassVar[str] = Summary.word
    begins: ClassVar[bool] = True
    """Its texts belong to an incident that is not there yet, whichever is open below."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("New incident"))
        self._session = session
        self._zone = session.settings.home_zone
        self._values: dict[str, Any] = {**session.settings.beginning, "severity": Severity.SEV_2.value}

    def compose_dialog(self) -> ComposeResult:
        """A row a field, and what enter does."""
        shown: Mapping[str, str] = MappingProxyType({"zone": self._zone})
        for name in _ASKED:
            chosen = Severity.SEV_2.value if name == "severity" else None
            yield FieldRow(_FIELDS[name], self._reader, shown.get(name, ""), chosen)
        yield Static(_("Enter creates it. Without a start, it starts now."), id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin with the title."""
        self._session.marking.unborn.clear()
        started = self.query_one("#field-started_at FieldInput", FieldInput)
        started.placeholder = _("now; or 10:42, -5m, yesterday 23:10")
        self.query_one("#field-title FieldInput", FieldInput).focus()

    def _reader(self) -> Reader:
        """Reads times and zones as of an incident that starts now in the chosen zone."""
        now = self._session.now
        zone = self.query_one("#field-zone FieldInput", FieldInput).value.strip() or self._zone
        summary = {"title": "–", "started_at": now, "zone": zone}
        try:
            draft = Incident.model_validate({"id": "", "created_at": now, "summary": summary})
        except ValidationError:
            draft = Incident.model_validate({"id": "", "created_at": now, "summary": {**summary, "zone": self._zone}})
        return Reader(draft, now)

    @on(FieldRow.Typed)
    def _take(self, event: FieldRow.Typed) -> None:
        event.stop()
        self._values[event.row.field.name] = event.value

    @on(FieldRow.Entered)
    def _create(self) -> None:
        values = dict(self._values)
        for row in self.query(FieldRow):
            for field in row.query(FieldInput):
                if not field.value.strip() and row.field.name != "title":
                    continue
                understood = row.understood()
                if understood is None:
                    field.focus()
                    return
                values[row.field.name] = understood.value
        self._keep({name: value for name, value in values.items() if value not in (None, "")})

    def _keep(self, values: dict[str, Any]) -> None:
        zone = values.get("zone", self._zone)
        self.query_one("#field-title FieldInput", FieldInput).keep_ignored()
        values["ignored_sentences"] = sorted(self._session.marking.unborn)
        try:
            path = self._session.workspace.create(values, zone=zone, currency=self._session.settings.currency)
        except (Refused, ValidationError) as error:
            where, message = first_refusal(error)
            name = where.rpartition(".")[2]
            rows = self.query(f"#field-{name}") if name in _ASKED else ()
            for row in rows:
                if isinstance(row, FieldRow):
                    row.note("✗ " + say(message), wrong=True)
                    return
            self.notify(say(message), severity="error")
        except Trouble as trouble:
            self.notify(say(trouble.message), severity="error", timeout=20)
        else:
            self.dismiss(path)
