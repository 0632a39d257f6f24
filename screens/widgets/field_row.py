"""One field of a form: its label, its value, and beside it what was understood or what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.message import Message as Event
from textual.widgets import Input, Label, Static

from data.language import _, say
from data.typed import Ambiguous, Reader, Understood, hint_of
from model.field import Field, Kind
from model.message import Refused
from model.refusal import first_refusal
from model.texts import PROSE
from screens.widgets.choice import Choice
from screens.widgets.field_input import FieldInput

__all__ = ["FieldRow"]


class FieldRow(HorizontalGroup):
    """Reads what is typed as it is typed. Enter, or leaving the field, offers it as `Typed`."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > Label { width: 22; color: $text-muted; padding: 0 1; }
        & > FieldInput { width: 1fr; }
        &.-noted > FieldInput { width: 28; }
        & > Choice { width: 1fr; }
        & > .note { width: 1fr; height: auto; padding: 0 1; color: $text-muted; display: none; }
        &.-noted > .note { display: block; }
        & > .note.-wrong { color: $text-error; text-style: bold; }
        &.-choice > .note { width: auto; }
        &.-text > FieldInput, &.-text.-noted > FieldInput { width: 1fr; }
        &.-text > .note { width: auto; max-width: 50%; }
    }
    """

    @dataclass
    class Typed(Event):
        """A value that was typed or chosen, to be stored by whoever holds the row."""

        row: "FieldRow"
        value: Any

        @property
        def control(self) -> "FieldRow":
            """The row."""
            return self.row

    @dataclass
    class Entered(Event):
        """Enter was struck in the field, whether or not anything was typed that differs."""

        row: "FieldRow"

        @property
        def control(self) -> "FieldRow":
            """The row."""
            return self.row

    @dataclass
    class Tried(Event):
        """What is typed means something else now, or nothing; it is not accepted yet."""

        row: "FieldRow"

        @property
        def control(self) -> "FieldRow":
            """The row."""
            return self.row

    def __init__(self, field: Field, reader: Callable[[], Reader], shown: str, value: str | None = None) -> None:
        """`shown` is the stored value as text; a choice takes its `value` as it stands in the file."""
        super().__init__(id=f"field-{field.name}", classes=f"-{field.kind.value}")
        self.field = field
        self._reader = reader
        self._shown = shown
        self._value = value
        self._refused: Refused | ValidationError | None = None
        """Why what was typed last was not accepted."""
        self._noted = "", False
        """What is said beside it, and whether that is an error."""
        self.tried: Any = None
        """The value that is typed and not accepted yet; nothing where none is, or it is wrong."""

    def compose(self) -> ComposeResult:
        """Label, value, note."""
        yield Label(_(self.field.label))
        if self.field.kind is Kind.CHOICE:
            options = [(str(value), _(label)) for value, label in self.field.choices.items()]
            yield Choice(options, self._value, required=self.field.required)
        else:
            prose = self.field.kind is Kind.TEXT and self.field.name in PROSE
            yield FieldInput(self._shown, placeholder=hint_of(self.field), prose=prose)
        yield Static(classes="note", markup=False)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not stored."""
        field = self.query(FieldInput)
        return bool(field) and field.first().dirty

    def store(self, shown: str, value: str | None = None) -> None:
        """Show the value that is stored now."""
        for choice in self.query(Choice):
            choice.set_reactive(Choice.value, value)
            choice.refresh()
        for field in self.query(FieldInput):
            field.store(shown)
        self.note("")

    def note(self, text: str, *, wrong: bool = False) -> None:
        """Say something beside the field, which has all the room while nothing is said."""
        if (text, wrong) == self._noted:
            return  # else each key that is typed would lay the form out anew
        self._noted = text, wrong
        self.set_class(bool(text), "-noted")
        note = self.query_one(".note", Static)
        note.update(text)
        note.set_class(wrong, "-wrong")

    def refuse(self, error: Refused | ValidationError) -> None:
        """Say beside the field what is wrong; what is stored stays."""
        self._refused = error
        self.note("✗ " + say(first_refusal(error)[1]), wrong=True)

    def understood(self) -> Understood | None:
        """What the typed text means, said beside the field; nothing where it cannot be understood."""
        typed = self.query_one(FieldInput).value
        self._refused = None
        try:
            understood = self._reader().read(self.field, typed)
        except (Refused, ValidationError) as error:
            self.refuse(error)
            return None
        notes = [say(note) for note in understood.notes]
        telling = understood.shown and typed and self.field.kind is not Kind.TEXT
        self.note("; ".join([f"= {understood.shown}", *notes]) if telling else "")
        return understood

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        understood = self.understood() if self.dirty else None
        self.tried = understood.value if understood else None
        if not self.dirty:
            self.note("")
        self.post_message(self.Tried(self))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._offer()
        self.post_message(self.Entered(self))

    def on_descendant_blur(self) -> None:
        """Leaving a field accepts what is right in it."""
        self._offer()

    def _offer(self) -> None:
        if self.dirty:
            understood = self.understood()
            if understood is not None:
                self.post_message(self.Typed(self, understood.value))
            elif isinstance(self._refused, Ambiguous):
                self.call_later(self._ask, self._refused)

    def _ask(self, doubt: Ambiguous) -> None:
        """Ask which number is meant, unless one has left the screen."""
        from screens.which_number import WhichNumber

        def take(understood: Understood | None) -> None:
            if understood is not None:
                self.post_message(self.Typed(self, understood.value))
            else:
                self.query_one(FieldInput).focus()

        if self.screen.is_current and self.app.app_focus and self._refused is doubt:
            self.app.push_screen(WhichNumber(doubt), take)

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.value))
