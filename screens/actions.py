"""The action items: a table edited in place, the deadline proposed by the priority."""

from typing import Any, ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.coordinate import Coordinate
from textual.widgets import DataTable, Input, Static

from data import formats
from data.language import _, ngettext, say
from model.action_changes import correction, new_action
from model.actions import PRIORITY_LABELS, STATUS_LABELS, Action, Actions, Priority, Status
from model.coverage import cover_label
from model.day import read_day
from model.deadlines import Standing, standing
from model.instant import in_zone
from model.message import N_, Message, Refused
from model.refusal import first_refusal
from model.texts import PROSE
from screens.action_cells import COLUMNS, cells
from screens.covers import Covers
from screens.keys import bound
from screens.section_screen import SectionScreen
from screens.session import Session
from screens.widgets.field_input import FieldInput

__all__ = ["ActionsScreen"]


class ActionTable(DataTable[Any]):
    """The table; the cursor is on a cell."""

    BINDINGS: ClassVar[list[BindingType]] = bound(
        "list.down", "list.up", "list.top", "list.bottom", "cell.left", "cell.right"
    )

    def action_cursor_top(self) -> None:
        """To the first action."""
        self.move_cursor(row=0)

    def action_cursor_bottom(self) -> None:
        """To the last action."""
        self.move_cursor(row=self.row_count - 1)


class ActionsScreen(SectionScreen):
    """What will be done, by whom, until when."""

    CSS_PATH = "actions.tcss"
    word: ClassVar[str] = Actions.word
    purpose: ClassVar[str] = N_(
        "Each action needs an owner and a deadline. The deadline proposed is the latest that the priority allows. "
        "Enter edits the cell under the cursor, space changes priority and status, {add} adds an action, {delete} "
        "takes one away. {covers} says which factors and questions it is the answer to."
    )
    purpose_keys: ClassVar = {"add": "item.add", "delete": "item.delete", "covers": "action.covers"}
    BINDINGS: ClassVar[list[BindingType]] = bound("item.add", "cell.edit", "cell.next", "action.covers", "item.delete")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._adding = False
        self._known: list[str] = []
        self._made: str | None = None
        """The id of an action that was just added, until the cursor is on it."""

    def compose_section(self) -> ComposeResult:
        """How things stand, the table, the line that edits a cell."""
        yield Static(id="head", markup=False)
        yield ActionTable(cursor_type="cell", zebra_stripes=False, id="actions")
        with Horizontal(id="cell"):
            yield Static(id="cell-name", markup=False)
            yield FieldInput(id="cell-line")
            yield Static(id="cell-said", markup=False)

    def on_mount(self) -> None:
        """Begin with the table."""
        table = self.query_one(ActionTable)
        for name, label in COLUMNS.items():
            table.add_column(_(label), key=name)
        table.focus()

    def on_resize(self) -> None:
        """Give the texts the room that there is."""
        self.show_incident()

    def show_incident(self) -> None:
        """Show the actions: changed cells where the rows are the same, else all of them."""
        table = self.query_one(ActionTable)
        actions = self.incident.actions.root
        if not table.columns:
            self.call_after_refresh(self.show_incident)
            return
        calendar, now, width = self.session.rules.calendar, self.session.now, self.size.width
        rows = {action.id: cells(action, calendar, now, width) for action in actions}
        if list(rows) == self._known:
            for id, row in rows.items():
                for name, cell in zip(COLUMNS, row, strict=True):
                    if table.get_cell(id, name) != cell:
                        table.update_cell(id, name, cell, update_width=True)
        else:
            place = table.cursor_coordinate
            table.clear()
            for id, filled in rows.items():
                table.add_row(*filled, key=id)
            made = list(rows).index(self._made) if self._made in rows else min(place.row, max(0, len(rows) - 1))
            table.move_cursor(row=made, column=place.column)
            self._made = None
        self._known = list(rows)
        self.query_one("#head", Static).update(self._head())
        self._show_cell()

    def _head(self) -> str:
        actions = self.incident.actions.unfinished()
        if not self.incident.actions.root:
            return _("No actions yet. {add} adds one: what will prevent the next failure?").format(**self.keys)
        calendar, now = self.session.rules.calendar, self.session.now
        stands = [standing(action, calendar, now) for action in actions]
        late, soon = stands.count(Standing.OVERDUE), stands.count(Standing.DUE_SOON)
        lacking = sum(not action.owner or action.deadline is None for action in actions)
        parts = [ngettext("{n} open", "{n} open", len(actions)).format(n=len(actions))]
        if late:
            parts.append(ngettext("{n} overdue", "{n} overdue", late).format(n=late))
        if soon:
            parts.append(ngettext("{n} due soon", "{n} due soon", soon).format(n=soon))
        if lacking:
            parts.append(
                ngettext("{n} without owner or deadline", "{n} without owner or deadline", lacking).format(n=lacking)
            )
        return " · ".join(parts)

    @property
    def action(self) -> Action | None:
        """The action that the cursor is on."""
        table = self.query_one(ActionTable)
        row = table.cursor_row
        return self.incident.actions.find(self._known[row]) if 0 <= row < len(self._known) else None

    @property
    def column(self) -> str:
        """The name of the column that the cursor is in."""
        return list(COLUMNS)[self.query_one(ActionTable).cursor_column]

    @on(DataTable.CellHighlighted)
    def _show_cell(self) -> None:
        """Name the cell in the line, and show its text there."""
        line = self.query_one("#cell-line", FieldInput)
        if line.has_focus or self._adding:
            return
        action = self.action
        name = "" if action is None else f"#{action.number} {_(COLUMNS[self.column])}"
        self.query_one("#cell-name", Static).update(name)
        self.query_one("#cell-said", Static).update(self._covered(action))
        line.store("" if action is None else self._text(action))

    def _covered(self, action: Action | None) -> str:
        """What the action is the answer to, where that is said."""
        names = action.covers if action else ()
        return "→ " + ", ".join(_(cover_label(self.incident, name)) for name in names) if names else ""

    def _text(self, action: Action) -> str:
        if self.column == "deadline":
            return action.deadline.isoformat() if action.deadline else ""
        value = getattr(action, self.column)
        return value.value if isinstance(value, Priority | Status) else str(value)

    # --- changing ----------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Type a new action."""
        self._adding = True
        self.query_one("#cell-name", Static).update(_("new action"))
        line = self.query_one("#cell-line", FieldInput)
        line.prose = True
        line.store("")
        line.placeholder = _("what will be done, so that one can see when it is done")
        line.focus()

    @on(DataTable.CellSelected)
    def action_edit(self) -> None:
        """Edit the cell under the cursor."""
        if self.action is None:
            self.action_add()
        elif self.column in ("priority", "status"):
            self.action_next_value()
        elif self.column == "number":
            self._go_to("text")
            self.action_edit()
        else:
            line = self.query_one("#cell-line", FieldInput)
            line.placeholder = ""
            line.prose = self.column in PROSE
            line.focus()
            line.cursor_position = len(line.value)

    def _go_to(self, column: str) -> None:
        table = self.query_one(ActionTable)
        table.cursor_coordinate = Coordinate(table.cursor_row, list(COLUMNS).index(column))
        self._show_cell()

    def action_next_value(self) -> None:
        """The next priority or status."""
        action, column = self.action, self.column
        if action is None or column not in ("priority", "status"):
            return
        values = list(PRIORITY_LABELS) if column == "priority" else list(STATUS_LABELS)
        current = values.index(getattr(action, column))
        self._change(action, {column: str(values[(current + 1) % len(values)])})

    def action_covers(self) -> None:
        """Choose what the action is the answer to."""
        action = self.action
        if action is None:
            return

        def cover(names: tuple[str, ...] | None) -> None:
            if names is not None and names != action.covers:
                self.session.notebook.put(
                    Message("what action {number} covers", number=action.number),
                    Actions.word,
                    action.id,
                    {"covers": list(names)},
                )

        self.app.push_screen(Covers(self.incident, action), cover)

    def action_delete(self) -> None:
        """Take the action away; undo brings it back."""
        if self.action is not None:
            name = Message("delete action {number}", number=self.action.number)
            self.session.notebook.remove(name, Actions.word, self.action.id)

    def _change(self, action: Action, values: dict[str, Any]) -> None:
        calendar = self.session.rules.calendar
        change = correction(self.incident, action, values, self.session.now, calendar)
        if change:
            self.session.notebook.do(change)

    @on(Input.Changed, "#cell-line")
    def _typing(self, event: Input.Changed) -> None:
        """Say what a typed deadline is understood as."""
        if not self.query_one(FieldInput).has_focus:
            return
        said = ""
        if self.column == "deadline" and not self._adding and event.value and self.query_one(FieldInput).dirty:
            try:
                said = f"= {formats.weekday(self._day(event.value))}"
            except Refused as refused:
                said = f"✗ {say(refused.message)}"
        self.query_one("#cell-said", Static).update(said)

    def _day(self, typed: str) -> Any:
        calendar = self.session.rules.calendar
        return read_day(typed, in_zone(self.session.now, calendar.zone).date())

    @on(Input.Submitted, "#cell-line")
    def _submitted(self) -> None:
        if self._accept():
            self._leave()

    def seek(self, record: str, field: str | None = None) -> None:
        """Put the cursor on that action, in the column of the field."""
        table = self.query_one(ActionTable)
        table.focus()
        if record in self._known:
            column = field if field and field in COLUMNS else "text"
            table.move_cursor(row=self._known.index(record), column=list(COLUMNS).index(column))

    def leave_field(self) -> None:
        """From the line to the table; what is right is kept."""
        if self._adding or self._accept():
            self._leave()

    def _leave(self) -> None:
        self._adding = False
        self.query_one(ActionTable).focus()
        self._show_cell()

    def _accept(self) -> bool:
        """Store what the line holds; false where it is wrong, which is said beside it."""
        line = self.query_one("#cell-line", FieldInput)
        typed = line.value.strip()
        try:
            if self._adding:
                if typed:
                    change = new_action(self.incident, typed, self.session.now, self.session.rules.calendar)
                    self._made = change.steps[0].record
                    self.session.notebook.do(change)
                return True
            if self.action is not None and line.dirty:
                value = self._day(typed).isoformat() if self.column == "deadline" and typed else typed or None
                self._change(self.action, {self.column: value or ("" if self.column != "deadline" else None)})
        except (Refused, ValidationError) as error:
            self.query_one("#cell-said", Static).update(f"✗ {say(first_refusal(error)[1])}")
            return False
        return True
