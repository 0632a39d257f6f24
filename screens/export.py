"""Writing the document to a file, in the format that the file's name asks for."""

import os
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data.documents import FORMATS, document, format_of, write_document
from data.language import _, ngettext, say
from data.trouble import Trouble
from model.message import N_, Refused
from model.readiness import findings
from screens.dialog import Dialog
from screens.handing_over import hand_over
from screens.key_words import keys_named
from screens.keys import bound
from screens.redaction import Redaction
from screens.session import Session
from screens.widgets.choice import Choice, Option
from screens.widgets.field_input import FieldInput

__all__ = ["Export"]


class Export(Dialog[None]):
    """Asks for the file; what still blocks publishing is said, and hinders nothing."""

    purpose: ClassVar[str] = N_(
        "The arrows choose the format, and so does the ending of the name: .md is Markdown, .html a page to print."
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
        formats: list[Option] = [(name, _(kind.label)) for name, kind in FORMATS.items()]
        yield Choice(formats, "markdown", required=True, id="format")
        folder = Path() if self.app.is_web else Path.cwd()
        yield FieldInput(str(folder / f"{incident.id}.md"), id="file")
        yield Redaction(self._session)
        found = findings(incident, self._session.now, self._session.rules)
        blocking = sum(finding.blocks for finding in found)
        keys = keys_named(self.app, self._session, {"key": "app.missing"})
        text = ngettext("{n} thing is still missing ({key})", "{n} things are still missing ({key})", blocking)
        yield Static(
            text.format(n=blocking, **keys) if blocking else _("Nothing is missing."), id="state", markup=False
        )
        hint = _("Enter writes it. A file of that name is replaced.")
        yield Static(_("Enter hands it to your browser.") if self.app.is_web else hint, id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of the name."""
        field = self.query_one(FieldInput)
        field.focus()
        field.cursor_position = len(field.value)

    @on(Choice.Changed, "#format")
    def _named_after(self, event: Choice.Changed) -> None:
        """Let the file's name end as the format's files do."""
        field = self.query_one(FieldInput)
        path = Path(field.value.strip() or self._session.incident.id)
        known = {kind.ending for kind in FORMATS.values()}
        stem = path.with_suffix("") if path.suffix.lower() in known else path
        field.value = f"{stem}{FORMATS[event.value or 'markdown'].ending}"

    @property
    def _format(self) -> str | None:
        """The format that was chosen, where the file's name does not ask for another one."""
        chosen = self.query_one(Choice).value
        ending = Path(self.query_one(FieldInput).value.strip()).suffix.lower()
        return chosen if chosen and FORMATS[chosen].ending == ending else None

    @on(Input.Changed, "#file")
    def _show_format(self) -> None:
        """Show the format that the ending asks for, where that is another one than was chosen."""
        if self._format is None:
            ending = Path(self.query_one(FieldInput).value.strip()).suffix.lower()
            asked = next((name for name, kind in FORMATS.items() if kind.ending == ending), None)
            if asked is not None:
                self.query_one(Choice).value = asked

    def action_redact(self) -> None:
        """Pseudonyms, or none."""
        self.query_one(Redaction).toggle()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._write(Path(os.path.expandvars(self.query_one(FieldInput).value.strip())).expanduser(), self._format)

    @work(thread=True, exclusive=True)
    def _write(self, path: Path, format: str | None) -> None:
        session = self._session
        incident = self.query_one(Redaction).incident()
        try:
            if self.app.is_web:
                made = document(incident, session.now, session.rules, format or format_of(path))
                self.app.call_from_thread(self._hand_over, made, path)
                return
            write_document(incident, session.now, session.rules, path, format)
        except (Trouble, Refused) as trouble:
            self.app.call_from_thread(self._say, say(trouble.message))
            return
        self.app.call_from_thread(self._written, path)

    def _say(self, text: str) -> None:
        self.query_one("#hint", Static).update(f"✗ {text}")

    def _hand_over(self, made: str | bytes, path: Path) -> None:
        name = hand_over(self.app, made, path)
        self.notify(_("Handed to your browser: {file}").format(file=name), markup=False)
        self.dismiss(None)

    def _written(self, path: Path) -> None:
        self.notify(_("Written to {file}").format(file=path), markup=False)
        self.dismiss(None)
