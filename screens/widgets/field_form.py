"""All fields of a section, each stored as soon as it is accepted."""

from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup

from data import formats
from data.typed import Reader
from model.currency import currency_change
from model.field import Field, Kind
from model.message import Message, Refused
from model.money import Money, Quantity
from model.summary import Severity, Summary
from screens.session import Session
from screens.severity import set_severity
from screens.widgets.field_row import FieldRow

__all__ = ["FieldForm"]


class FieldForm(VerticalGroup):
    """The fields of a section that is one record."""

    def __init__(self, session: Session, word: str, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._session = session
        self._word = word
        self._fields = fields

    def compose(self) -> ComposeResult:
        """A row a field."""
        for field in self._fields:
            value = self._value(field)
            chosen = str(value) if field.kind is Kind.CHOICE and value is not None else None
            yield FieldRow(field, self._reader, self._shown(field, value), chosen)

    def show_incident(self) -> None:
        """Show what is stored now, except where something else is being typed."""
        for row in self.query(FieldRow):
            if not row.dirty:
                value = self._value(row.field)
                chosen = str(value) if row.field.kind is Kind.CHOICE and value is not None else None
                row.store(self._shown(row.field, value), chosen)

    def seek(self, field: str) -> None:
        """Put the keyboard on the field of that name."""
        for row in self.query(FieldRow):
            if row.field.name == field:
                row.query("FieldInput, Choice").first().focus()

    def _reader(self) -> Reader:
        return Reader(self._session.incident, self._session.now)

    def _value(self, field: Field) -> Any:
        return getattr(self._session.incident.section(self._word), field.name)

    def _shown(self, field: Field, value: Any) -> str:
        """The stored value as one would type it."""
        match value:
            case None:
                return ""
            case Money():
                return formats.typed_money(value)
            case Quantity() if field.kind is Kind.SHARE:
                return formats.typed_share(value)
            case Quantity():
                return formats.typed_quantity(value)
            case Decimal() | int():
                return formats.typed_number(Decimal(value))
        if field.kind is Kind.WHEN:
            local = self._session.local(value)
            return f"{local:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
        return str(value)

    @on(FieldRow.Typed)
    def _store(self, event: FieldRow.Typed) -> None:
        event.stop()
        row, field = event.row, event.row.field
        notebook = self._session.notebook
        try:
            if field.kind is Kind.CURRENCY:
                change = currency_change(self._session.incident, event.value)
                if change.steps:
                    notebook.do(change)
            elif (self._word, field.name) == (Summary.word, "severity"):
                set_severity(self._session, Severity(event.value))
            else:
                notebook.put(Message(field.label), self._word, self._word, {field.name: event.value})
        except (Refused, ValidationError) as error:
            row.refuse(error)
            return
        value = self._value(field)
        row.store(self._shown(field, value), None if value is None else str(value))
