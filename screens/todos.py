"""What the entries leave to be done: a line each, of which an action is made, or which is said not to be needed."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from data import formats
from data.language import _, ngettext, say
from data.notebook import Changed
from model.action_changes import action_of_todo
from model.message import N_, Refused
from model.refusal import first_refusal
from model.todos import Proposal, Todo, not_needed, todos
from screens.ask import Ask
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Todos"]


class TodoList(LineList[Todo]):
    """A line each, with the time of its entry."""

    BINDINGS: ClassVar[list[BindingType]] = bound("todos.action", "todos.not-needed")

    def __init__(self, session: Session) -> None:
        super().__init__(id="todos")
        self._session = session

    def paint(self, row: Todo) -> Sequence[tuple[str, str]]:
        """When it was said, by whom it is to be done where that is said, and what."""
        owner = [("-mark", f"{row.proposal.owner}  ")] if row.proposal.owner else []
        clock = formats.clock(self._session.local(row.entry.at))
        return [("-muted", f" {clock}  "), *owner, ("-plain", row.proposal.text)]

    def action_not_needed(self) -> None:
        """Say so of the one under the cursor."""
        if self.current is not None:
            change = not_needed(self._session.incident, self.current.proposal)
            if change:
                self._session.notebook.do(change)


class Todos(Dialog[str]):
    """What nobody has answered yet. An answer is one change, and undo takes it back."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "What stands behind “TODO:” in an entry, until an action is made of it or it is not needed. Enter makes an "
        "action, whose words can be changed first; its owner and deadline are given under Actions."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "app.undo-letter", "app.undo")

    def __init__(self, session: Session) -> None:
        super().__init__(_("What the entries leave to be done"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """How many there are, each of them, and the whole words of the chosen one."""
        yield Static(id="count", markup=False)
        yield TodoList(self._session)
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Show them, now and after each change."""
        self._session.changed.subscribe(self, self._show)
        self._show(None)
        self.query_one(TodoList).focus()

    def _show(self, _changed: Changed | None) -> None:
        found = todos(self._session.incident)
        count = _("None is open. What stands behind “TODO:” in an entry comes here, to be made an action.")
        if found:
            text = ngettext("{n} without an action", "{n} without an action", len(found))
            count = text.format(n=formats.number(len(found)))
        self.query_one("#count", Static).update(count)
        self.query_one(TodoList).show(found)

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        todo = self.query_one(TodoList).current
        self.query_one("#whole", Static).update(todo.proposal.text if todo else "")

    @on(LineList.Chosen)
    def _act(self) -> None:
        todo = self.query_one(TodoList).current
        if todo is not None:
            self._ask(todo.proposal, todo.proposal.text)

    def _ask(self, proposal: Proposal, words: str) -> None:
        def act(text: str | None) -> None:
            if text:
                self._make(proposal, text)

        hint = _("what will be done, so that one can see when it is done")
        self.app.push_screen(Ask(_("What will be done?"), hint, words, prose=True), act)

    def _make(self, proposal: Proposal, text: str) -> None:
        session = self._session
        try:
            change = action_of_todo(session.incident, proposal, text, session.now, session.rules.calendar)
            session.notebook.do(change)
        except (Refused, ValidationError) as error:
            self.notify(say(first_refusal(error)[1]), severity="error", timeout=12, markup=False)
            self._ask(proposal, text)
            return
        number = self._session.incident.actions.root[-1].number
        self.notify(_("It is action {number} now: give it an owner.").format(number=number), markup=False)
