"""Writing the document to a file, in the format that the file's name asks for."""

import os
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data.documents import write_document
from data.language import _, ngettext, say
from data.trouble import Trouble
from model.message import N_
from model.readiness import findings
from screens.dialog import Dialog
from screens.keys import bound
from screens.redaction import Redaction
from screens.session import Session
from screens.widgets.field_input import FieldInput

__all__ = ["Export"]


class Export(Dialog[None]):
    """Asks for the file; what still blocks publishing is said, and hinders nothing."""

    purpose: ClassVar[str] = N_(
        "The ending of the name decides the format: .md is Markdown, .json is JSON."
        " With pseudonyms, people, hosts, addresses and secrets stand in no part of it;"
        " the list says what becomes what, and space leaves one as it is."
    )
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = bound("export.redact", "dialog.close")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Export the document"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """The file, and what is still missing."""
        incident = self._session.incident
        yield FieldInput(str(Path.cwd() / f"{incident.id}.md"), id="file")
        yield Redaction(self._session)
        found = findings(incident, self._session.now, self._session.rules)
        blocking = sum(finding.blocks for finding in found)
        text = ngettext("{n} thing is still missing (c)", "{n} things are still missing (c)", blocking)
        yield Static(text.format(n=blocking) if blocking else _("Nothing is missing."), id="state", markup=False)
        yield Static(_("Enter writes it. A file of that name is replaced."), id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the name."""
        field = self.query_one(FieldInput)
        field.focus()
        field.cursor_position = len(field.value)

    def action_redact(self) -> None:
        """Pseudonyms, or none."""
        self.query_one(Redaction).toggle()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._write(Path(os.path.expandvars(self.query_one(FieldInput).value.strip())).expanduser())

    @work(thread=True, exclusive=True)
    def _write(self, path: Path) -> None:
        session = self._session
        try:
            write_document(self.query_one(Redaction).incident(), session.now, session.rules, path)
        except Trouble as trouble:
            self.app.call_from_thread(self._say, say(trouble.message))
            return
        self.app.call_from_thread(self._written, path)

    def _say(self, text: str) -> None:
        self.query_one("#hint", Static).update(f"✗ {text}")

    def _written(self, path: Path) -> None:
        self.notify(_("Written to {file}").format(file=path), markup=False)
        self.dismiss(None)
