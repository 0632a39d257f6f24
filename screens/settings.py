"""The settings: what is set, what it means, and changing it. What is accepted is in the file, and holds at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data.language import _, say
from data.places import settings_path
from data.setting_fields import SETTINGS, Typing, as_text, in_file
from data.settings_file import changed
from data.trouble import Trouble
from model.message import N_, Refused
from screens.columns import cut, left, shortened
from screens.dialog import Dialog
from screens.keymap import check_key, problems_of
from screens.keys import KEYS, bound
from screens.session import Session
from screens.taste import use
from screens.widgets.field_input import FieldInput
from screens.widgets.line_list import LineList

__all__ = ["Settings"]

_NAME = 26


@dataclass(frozen=True, slots=True)
class Row:
    """One setting, or the keys of one action."""

    name: str
    value: str
    is_set: bool
    meaning: str
    """In the reader's language."""
    fixed: bool = False
    """Whether it can be changed in the file alone."""
    switch: bool = False
    problem: str = ""
    """Why it cannot be used, if it cannot."""


class SettingList(LineList[Row]):
    """A line a setting."""

    def paint(self, row: Row) -> Sequence[tuple[str, str]]:
        """Its name, its value, what it means."""
        width = self.scrollable_content_region.width
        value = max(12, min(30, width // 4))
        wide = min(_NAME, width // 2)
        name = left(shortened(row.name, wide), wide)
        if row.problem:
            return [("-alarm", f" ✗ {name} {cut(row.value or '–', value)} "), ("-muted", row.meaning)]
        style = "-mark" if row.is_set else "-plain"
        return [
            (style, f" {'●' if row.is_set else ' '} {name} {cut(row.value or '–', value)} "),
            ("-muted", row.meaning),
        ]


class Settings(Dialog[str]):
    """Every setting and every action's keys; enter changes one."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "● is set in your file, the others are the defaults. Enter changes the chosen one, an empty line takes it out "
        "of the file; what is accepted holds at once. Behind the settings stand the keys of every action."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "list.choose", "home.filter", "settings.unset")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Settings"))
        self._session = session
        self._edited: Row | None = None

    def compose_dialog(self) -> ComposeResult:
        """A filter, the settings, what the chosen one means, and a line to change it."""
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        yield SettingList(id="settings")
        yield Static(id="whole", markup=False)
        yield FieldInput(id="value")

    def on_mount(self) -> None:
        """Show them, with what of the file cannot be used."""
        self.query_one("#value").display = False
        self._show()
        self.query_one(SettingList).focus()

    @on(Input.Changed, "#filter")
    def _show(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        rows = [
            row for row in self._rows() if all(w in f"{row.name} {row.value} {row.meaning}".casefold() for w in words)
        ]
        known = self.query_one(SettingList)
        chosen = known.current.name if known.current else None
        known.show(rows, next((i for i, row in enumerate(rows) if row.name == chosen), None))
        self._show_whole()

    def _rows(self) -> list[Row]:
        settings = self._session.settings
        rows = []
        for field in (field for name, field in SETTINGS.items() if name != "keys"):
            is_set = getattr(settings, field.name) != type(settings).model_fields[field.name].get_default(
                call_default_factory=True
            )
            fixed, switch = field.typing is Typing.TABLE, field.typing is Typing.SWITCH
            rows.append(Row(field.name, as_text(settings, field.name), is_set, _(field.meaning), fixed, switch))
        for action in KEYS.values():
            own = settings.keys.get(action.id)
            rows.append(
                Row(f"keys.{action.id}", own or action.keys, own is not None, f"{_(action.name)}: {_(action.help)}")
            )
        return self._marked(rows)

    def _marked(self, rows: list[Row]) -> list[Row]:
        """The rows, those first that are wrong in the file; also what is no setting, to be taken out."""
        wrong: dict[str, str] = {}
        reasons: dict[str, str] = {}
        for problem in problems_of(self._session.settings):
            name = ".".join(problem.place[:2] if problem.place[:1] == ("keys",) else problem.place[:1])
            told = say(problem.message)
            wrong[name] = f"{wrong[name]}\n{told}" if name in wrong else told
            reasons.setdefault(name, say(problem.reason))
        known = {row.name for row in rows}
        strange = [
            Row(name or settings_path().name, "", bool(name), reasons[name], True, problem=told)
            for name, told in wrong.items()
            if name not in known
        ]
        marked = [
            replace(row, is_set=True, meaning=reasons[row.name], problem=wrong[row.name])
            for row in rows
            if row.name in wrong
        ]
        return [*strange, *marked, *(row for row in rows if row.name not in wrong)]

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        row = self.query_one(SettingList).current
        text = _("Nothing matches: esc shows all again.")
        if row is not None:
            how = _("enter accepts, an empty line is the default, esc leaves it") if self._edited else row.value or "–"
            text = f"{row.name} = {how}\n{row.problem or row.meaning}"
        self.query_one("#whole", Static).update(text)

    def action_filter(self) -> None:
        """Show only what matches."""
        self.query_one("#filter", Input).focus()

    @on(Input.Submitted, "#filter")
    def _filtered(self) -> None:
        self.query_one(SettingList).focus()

    @on(LineList.Chosen)
    def _edit(self) -> None:
        row = self.query_one(SettingList).current
        if row is None:
            return
        if row.fixed:
            self.notify(_("It takes more than a line: write it in {file}").format(file=settings_path()), markup=False)
        elif row.switch:
            self._put(row, "no" if row.value == "yes" else "yes")
        else:
            self._edited = row
            field = self.query_one("#value", FieldInput)
            field.display = True
            field.store(row.value)
            field.focus()
            field.cursor_position = len(row.value)
            self._show_whole()

    @on(Input.Submitted, "#value")
    def _submitted(self) -> None:
        if self._edited is not None:
            self._put(self._edited, self.query_one("#value", FieldInput).value)

    def action_unset(self) -> None:
        """Take the chosen one out of the file: its default holds again."""
        row = self.query_one(SettingList).current
        if row is not None and row.is_set and (not row.fixed or row.name not in SETTINGS):
            self._put(row, "")

    def _put(self, row: Row, text: str) -> None:
        try:
            settings = changed(settings_path(), row.name, self._in_file(row, text.strip()))
        except (Refused, Trouble) as error:
            self.notify(say(error.message), severity="error", timeout=12, markup=False)
            return
        use(self.app, self._session, settings)
        self._leave_field()
        self._show()

    def _in_file(self, row: Row, text: str) -> object:
        if not text:
            return None
        if not row.name.startswith("keys."):
            return in_file(SETTINGS[row.name], text)
        check_key(self._session.settings.keys, row.name.removeprefix("keys."), text)
        return text

    def _leave_field(self) -> None:
        self._edited = None
        self.query_one("#value").display = False
        self.query_one(SettingList).focus()
        self._show_whole()

    def action_close(self) -> None:
        """Leave the field, or the filter, or the settings."""
        filtered = self.query_one("#filter", Input)
        if self._edited is not None:
            self._leave_field()
        elif filtered.value:
            filtered.value = ""
            self.query_one(SettingList).focus()
        else:
            self.dismiss(None)
