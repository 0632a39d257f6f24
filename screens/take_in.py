"""Taking in evidence: a file, a folder, a zip or a paste is read beside the screen, and shown before it comes in."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar

from pydantic import ValidationError
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label, Static, TextArea
from textual.worker import Worker, get_current_worker

from data import formats
from data.importers import importer_of
from data.importers.clock_times import DayNeeded, TwiceShown
from data.importers.evidence import Evidence, Setting
from data.importers.opening import opened, opened_bytes
from data.language import _, ngettext, say
from data.trouble import Trouble
from model.evidence import Candidate, Proposal, proposals, taken
from model.instant import zone_of
from model.message import N_, Message, Refused
from model.refusal import first_refusal
from screens.dialog import Dialog
from screens.key_words import keys_named
from screens.keys import bound
from screens.preview import Chosen, Preview
from screens.session import Session
from screens.widgets.choice import Choice
from screens.widgets.field_input import FieldInput
from screens.widgets.line_list import LineList
from screens.widgets.path_list import PathList, full_path

__all__ = ["TakeIn"]

_LOOK_UP = 1_000
"""Entries between two looks at whether to go on, and two words about how far it is."""


class PathInput(FieldInput):
    """The path of a file. Several lines that are pasted here are no path: they are the evidence."""

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.strip().splitlines()) > 1 and isinstance(self.screen, TakeIn):
            event.stop()
            event.prevent_default()
            self.screen.paste(event.text)


class TakeIn(Dialog[str]):
    """Asks what to read; for a day or a zone only where the evidence names none."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "Type or choose a file, a folder or a zip: a Slack export, answers of PagerDuty, Opsgenie, Alertmanager or "
        "GitHub, a CSV, a post-mortem in Markdown. Or paste lines, each with its time. What is in it is shown first."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("take_in.read", "take_in.paste", "dialog.close")

    def __init__(self, session: Session, pasted: str = "") -> None:
        super().__init__(_("Take in evidence"))
        self._session = session
        self._pasted = pasted
        self._reading: Worker[None] | None = None

    def compose_dialog(self) -> ComposeResult:
        """The file and what there is of that name, or the paste; the day and the zone; how far it is."""
        yield PathInput(placeholder=_("a file, a folder or a zip; or paste lines here"), id="file")
        yield PathList(id="paths")
        yield TextArea(id="pasted", tab_behavior="focus", show_line_numbers=False)
        with Horizontal(id="ask"):
            yield Label(_("Day"), markup=False)
            yield FieldInput(id="day", placeholder="2026-11-22")
            yield Label(_("Zone"), markup=False)
            yield FieldInput(self._session.incident.summary.zone, id="zone")
        yield Choice([("0", _("the first time")), ("1", _("the second time"))], id="twice")
        yield Static(id="state", markup=False)

    def on_mount(self) -> None:
        """Begin with the folder that one is in, or read what was pasted already."""
        self.query_one("#ask").display = False
        self.query_one("#twice").display = False
        self._show_paste(bool(self._pasted))
        if self._pasted:
            self.call_after_refresh(self.paste, self._pasted)
        else:
            self.query_one(PathList).complete("")
            self.query_one("#file").focus()

    def paste(self, text: str) -> None:
        """Read that text."""
        self._show_paste(True)
        self.query_one(TextArea).text = text
        self.action_read()

    def _show_paste(self, shown: bool) -> None:
        area = self.query_one(TextArea)
        area.display = shown
        self.query_one("#file").display = self.query_one(PathList).display = not shown
        (area if shown else self.query_one(PathInput)).focus()

    def action_paste(self) -> None:
        """Lines instead of a file, or a file instead of lines."""
        self._show_paste(not self.query_one(TextArea).display)
        self._say(
            self._hint(_("Paste or type lines, then {read} reads them.")) if self.query_one(TextArea).display else ""
        )

    @on(Input.Changed, "#file")
    def _complete(self, event: Input.Changed) -> None:
        self.query_one(PathList).complete(event.value)

    def key_down(self) -> None:
        """From the name to the files."""
        if self.query_one("#file").has_focus:
            self.query_one(PathList).focus()

    @on(LineList.Chosen)
    def _choose(self) -> None:
        row = self.query_one(PathList).current
        if row is None:
            return
        field = self.query_one(PathInput)
        field.value = f"{row.path}/" if row.is_folder and str(row.path) != "/" else str(row.path)
        field.cursor_position = len(field.value)
        if not row.is_folder:
            self.action_read()

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Read it, beside the screen."""
        try:
            setting = self._setting()
        except Refused as refused:
            self._say("✗ " + say(refused.message))
            return
        area, typed = self.query_one(TextArea), self.query_one(PathInput).value
        if not area.display and not typed.strip():
            self._say(self._hint(_("Type or choose a file, or press {paste} and paste lines.")))
            return
        if area.display and not area.text.strip():
            self._say(_("Paste or type lines first, each with its time."))
            return
        self._say(_("Reading …"))
        self._reading = self._read(area.text if area.display else None, full_path(typed), setting)

    def _setting(self) -> Setting:
        """Raises `Refused` where the day or the zone is none."""
        typed, zone = (
            self.query_one("#day", FieldInput).value.strip(),
            self.query_one("#zone", FieldInput).value.strip(),
        )
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            text = Message("“{text}” is not a day: write it like 2026-11-22", text=typed[:40])
            raise Refused(text) from None
        zone_of(zone)
        twice = self.query_one(Choice).value
        return Setting(zone, self._session.now, day, minor=True, fold=int(twice) if twice else None)

    @work(thread=True, exclusive=True, group="reading")
    def _read(self, text: str | None, path: Path, setting: Setting) -> None:
        worker, tell = get_current_worker(), self.app.call_from_thread
        try:
            name = _("what was pasted") if text is not None else str(path)
            evidence = opened_bytes(text.encode("utf-8", "replace"), name) if text is not None else opened(path)
            found = list(self._counted(evidence, setting, worker))
            if worker.is_cancelled:
                return
            ready = proposals(self._session.incident, found)
        except (Refused, Trouble) as trouble:
            if not worker.is_cancelled:
                tell(self._ask, trouble)
            return
        tell(self._preview, evidence.name, ready, setting.notes)

    def _counted(self, evidence: Evidence, setting: Setting, worker: Worker[None]) -> Iterator[Candidate]:
        for count, candidate in enumerate(importer_of(evidence).read(evidence, setting), 1):
            if count % _LOOK_UP == 0:
                if worker.is_cancelled:
                    return
                text = _("{n} read … escape stops it").format(n=formats.number(count))
                self.app.call_from_thread(self._say, text)
            yield candidate

    def _ask(self, trouble: Refused | Trouble) -> None:
        """Say why it was not read, and ask for what it needs."""
        self._reading = None
        folder = full_path(self.query_one(PathInput).value).parent
        self._say("✗ " + say(trouble.message).replace(f"{folder}{os.sep}", ""))  # it stands above already
        if isinstance(trouble, DayNeeded):
            self.query_one("#ask").display = True
            field = self.query_one("#day", FieldInput)
            field.value = self._session.local(self._session.incident.summary.started_at).date().isoformat()
            field.focus()
            self._say(_("These times have no day: is this the day of the first, and its zone? Enter reads on."))
        elif isinstance(trouble, TwiceShown):
            self.query_one("#ask").display = True
            self.query_one("#twice").display = True
            self.query_one(Choice).focus()

    def _preview(self, name: str, found: list[Proposal], notes: list[Message]) -> None:
        self._reading = None
        if not found:
            self._say(_("Nothing is in it that has a time and words."))
            return
        self._say("")
        self.query_one("#ask").display = True
        self.app.push_screen(Preview(self._session, name, found, notes), self._chosen)

    def _chosen(self, chosen: Chosen | None) -> None:
        if chosen is not None:
            self._say(_("Taking in …"))
            self._take(chosen)

    @work(thread=True, exclusive=True, group="reading")
    def _take(self, chosen: Chosen) -> None:
        """Take it in as one step; beside the screen, since a hundred thousand lines take a while."""
        session, tell = self._session, self.app.call_from_thread
        try:
            change = taken(session.incident, chosen, session.now)
            if change is not None:
                session.notebook.do(change)
        except (Refused, ValidationError) as error:
            tell(self._say, "✗ " + say(first_refusal(error)[1]))
            return
        tell(self._done, len(chosen) if change is not None else 0)

    def _done(self, count: int) -> None:
        said = ngettext("{n} entry came in; {undo} takes it back", "{n} entries came in; {undo} takes them back", count)
        self.notify(self._hint(said, n=formats.number(count)) if count else _("Nothing came in."), markup=False)
        self.dismiss("timeline" if count else None)

    def _hint(self, text: str, **values: str) -> str:
        """The text with its keys as they are set."""
        named = {"read": "take_in.read", "paste": "take_in.paste", "undo": "app.undo-letter"}
        return text.format(**keys_named(self.app, self._session, named), **values)

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(text)

    def action_close(self) -> None:
        """Stop the reading, or else close without taking anything in."""
        if self._reading is not None and self._reading.is_running:
            self._reading.cancel()
            self._reading = None
            self._say(_("Stopped: nothing was taken in."))
        else:
            self.dismiss(None)
