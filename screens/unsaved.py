"""What is not saved, why, and how to keep it: try again, save a copy elsewhere, copy it out."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data import formats
from data.history import Line
from data.history_words import Wording
from data.language import _, ngettext, say
from data.notebook import Changed
from data.rescue import as_text, save_copy
from data.trouble import Trouble
from model.message import N_
from model.text import one_line
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.field_input import FieldInput
from screens.widgets.line_list import LineList

__all__ = ["LEAVE", "Unsaved"]

LEAVE = "leave"
"""What the dialog closes with where the user leaves the program."""


class WaitingList(LineList[Line]):
    """A line for each field that waits."""

    words: Wording

    def paint(self, row: Line) -> Sequence[tuple[str, str]]:
        """When, what, and what it is to be."""
        clock = f" {self.words.at(row):%H:%M:%S} "
        where = self.words.where(row) if row.field else self.words.section(row)
        after = one_line(self.words.after(row))
        return [("-muted", clock), ("-mark", where), ("-plain", f" → {after}")]


class Unsaved(Dialog[str]):
    """Shows what waits to be written. On leaving, it waits until all is saved, or the user decides otherwise."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "What cannot be written is kept here and tried again every half second. Save a whole copy elsewhere, or copy "
        "the changes out as text; the incident's own file gets them as soon as it can be written."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "unsaved.elsewhere", "unsaved.copy", "unsaved.again", "unsaved.leave", "dialog.close"
    )

    def __init__(self, session: Session, *, leaving: bool = False) -> None:
        super().__init__(_("Not saved yet"))
        self._session = session
        self.leaving = leaving
        """Whether the program ends when all is saved, or the user says so."""
        self.copy: Path | None = None
        """Where a copy with everything was saved."""

    def compose_dialog(self) -> ComposeResult:
        """Why, what, and a file for a copy."""
        yield Static(id="state", markup=False)
        yield WaitingList(id="waiting")
        yield Static(_("Save a copy to"), id="label", markup=False)
        yield FieldInput(str(Path.home() / self._session.notebook.path.name), id="file")
        yield Static(id="hint", markup=False)

    def on_mount(self) -> None:
        """Show it, now and after each change."""
        self._session.changed.subscribe(self, self._show)
        self._show(None)
        self.app.clear_notifications()  # what they say stands here
        self.query_one(WaitingList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaving is offered to those who want to leave."""
        return self.leaving or action != "leave"

    def _show(self, _changed: Changed | None) -> None:
        notebook = self._session.notebook
        waiting = self.query_one(WaitingList)
        waiting.words = Wording(notebook.incident)
        waiting.show(notebook.waiting)
        if self.leaving and not notebook.unsaved:
            self.dismiss(LEAVE)
        self.query_one("#state", Static).update(self._state())

    def _state(self) -> str:
        notebook = self._session.notebook
        count = notebook.unsaved
        if not count:
            return _("All is saved, in {file}").format(file=notebook.path)
        told = ngettext("{n} change is not saved.", "{n} changes are not saved.", count)
        parts = [told.format(n=formats.number(count))]
        if notebook.trouble:
            parts.append(say(notebook.trouble))
        if self.leaving:
            parts.append(_("It is tried again: when it succeeds, the program ends. Q ends it now, without them."))
        return "\n".join(parts)

    def action_elsewhere(self) -> None:
        """Choose the file of a copy."""
        field = self.query_one(FieldInput)
        field.focus()
        field.cursor_position = len(field.value)
        self._say(_("Enter saves everything to that file; none is replaced."))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._save(Path(os.path.expandvars(self.query_one(FieldInput).value.strip())).expanduser())

    @work(thread=True, exclusive=True)
    def _save(self, path: Path) -> None:
        try:
            saved = save_copy(self._session.notebook, path)
        except Trouble as trouble:
            self.app.call_from_thread(self._say, f"✗ {say(trouble.message)}")
            return
        self.app.call_from_thread(self._saved, saved)

    def _saved(self, path: Path) -> None:
        self.copy = path
        self._say(_("A copy with everything is in {file}").format(file=path))
        if self.leaving:
            self.dismiss(LEAVE)
        else:
            self.query_one(WaitingList).focus()

    def action_copy(self) -> None:
        """Put the changes on the clipboard, as text."""
        self.app.copy_to_clipboard(as_text(self._session.notebook))
        self._say(_("Copied, if this terminal lets programs copy: paste it where it is safe."))

    def action_again(self) -> None:
        """Try again to save."""
        self._say(_("Tried again …"))
        self._try()

    @work(thread=True, exclusive=True, group="again")
    def _try(self) -> None:
        try:
            self._session.notebook.flush()
        except Trouble as trouble:
            self.app.call_from_thread(self._say, f"✗ {say(trouble.message)}")

    def action_leave(self) -> None:
        """End the program without saving."""
        self.dismiss(LEAVE)

    def _say(self, text: str) -> None:
        self.query_one("#hint", Static).update(text)
