"""The capture line: typing takes its time at the first key, and enter files it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pydantic import ValidationError
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from data import formats
from data.language import _, say
from data.trouble import Trouble
from data.typed import when_context
from model.message import Message, Refused
from model.refusal import first_refusal
from model.stamping import NewEntry
from model.text import PARAGRAPH_LIMIT
from model.timeline import Milestone, Trigger
from model.todos import proposals
from model.when import When, read_when
from screens.keymap import key_shown
from screens.keys import bound
from screens.session import Session
from screens.widgets.marked_input import MarkedInput
from screens.widgets.steady import Steady
from screens.zones import named

__all__ = ["SOURCE", "TIME_IN_FRONT", "Capture"]

SOURCE = "screen"
"""Where entries come from that are typed or stamped here."""

BLINKS = 10
"""Seconds without a key after which the cursor no longer blinks."""
BREAK = " ⏎ "
"""How a line break that was pasted stands in the one line; the entry gets it back."""
TIME_IN_FRONT = re.compile(
    r"""^(?P<when>
        -\d+\s?[smhd]\w*                                # -5m
        | \d+\s?(?:s|m|h|d|min|sec|hours?|minutes?)\s+ago   # 5m ago
        | T[+-]\d+\w*                                   # T+3m
        | (?:(?:yesterday|today|mon|tue|wed|thu|fri|sat|sun)\w*\s+|\d{4}-\d{2}-\d{2}[T\s])?
          \d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?   # 10:42, yesterday 23:10, 2026-11-22 23:10
    )\s+(?P<text>\S.*)$""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is in the line: the words, and the time if one was typed in front."""

    text: str
    when: When | None


class CaptureInput(MarkedInput):
    """The line itself. It notes the moment of the first key, before anything else happens."""

    BINDINGS: ClassVar[list[BindingType]] = bound("capture.file")
    virtual_size = Reactive(Size(0, 0))
    """Textual's own, without laying out the whole screen anew at each key: the line keeps its place."""

    def __init__(self, session: Session, submit: Callable[[], object]) -> None:
        super().__init__(
            placeholder=_("what happens now – enter files it"),
            id="capture",
            compact=True,
            select_on_focus=False,
        )
        self._session = session
        self._submit = submit
        self._unused = 0
        """Seconds since the last key."""
        self._rests = False
        self.began: datetime | None = None
        """When the first key of the present text was struck."""

    async def action_submit(self) -> None:
        """File what is in the line before the next key can change it."""
        self._submit()

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.value:
            self.began = self._session.now
        self._unused = 0
        if self._rests:
            self._rests, self.cursor_blink = False, True
        await super()._on_key(event)

    def rest(self) -> None:
        """A second has passed: after a while without a key the cursor stays lit, for each blink is a painting."""
        self._unused += 1
        if self._unused == BLINKS and self.cursor_blink:
            self._rests, self.cursor_blink = True, False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.value and len(event.text.strip().splitlines()) > 1 and self._is_evidence(event.text):
            self._take_in(event.text)
            return
        if len(self.value) + len(event.text) > PARAGRAPH_LIMIT:
            self.notify(
                say(
                    Message(
                        "{length} characters are too many for one entry, {limit} fit: nothing was pasted",
                        length=len(event.text),
                        limit=PARAGRAPH_LIMIT,
                    )
                ),
                severity="error",
            )
            return
        if not self.value:
            self.began = self._session.now
        self.insert_text_at_cursor(BREAK.join(line.strip() for line in event.text.splitlines() if line.strip()))

    def _is_evidence(self, text: str) -> bool:
        """Whether it is a chat, a timeline, or another form of evidence, with times of its own."""
        from data.importers import importer_of
        from data.importers.opening import opened_bytes

        try:
            return importer_of(opened_bytes(text.encode("utf-8", "replace"), "")) is not None
        except (Trouble, Refused):
            return False

    def _take_in(self, text: str) -> None:
        from screens.take_in import TakeIn

        self.app.push_screen(TakeIn(self._session, text))

    def prose_of(self, content: str) -> str:
        """The words without the time in front; breaks are breaks."""
        match = TIME_IN_FRONT.match(content)
        start = match.start("text") if match else 0
        return " " * start + content[start:].replace(BREAK, " \n ")


class Capture(Horizontal):
    """A clock, the line, and what a typed time was understood as."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="capture-line")
        self._session = session
        self._notice = ""
        """What to say of what was filed last, until something is typed."""

    def compose(self) -> ComposeResult:
        """Clock, line, note."""
        yield Steady(id="at")
        yield CaptureInput(self._session, self._submitted)
        yield Steady(id="said")

    def on_mount(self) -> None:
        """Run the clock while nothing is typed."""
        self._session.tick.subscribe(self, self._on_tick)
        self._show_clock()

    def _on_tick(self, _now: datetime) -> None:
        self._show_clock()
        self.line.rest()

    @property
    def line(self) -> CaptureInput:
        """The line itself."""
        return self.query_one(CaptureInput)

    def take(self, text: str, began: datetime | None, cursor: int | None = None) -> None:
        """Put that text into the line, begun at that moment; the cursor behind it or where it is said."""
        self.line.value = text
        self.line.began = began if text else None
        self.line.cursor_position = len(text) if cursor is None else cursor

    def _show_clock(self) -> None:
        began = self.line.began if self.line.value else None
        local = self._session.local(began or self._session.now)
        self.query_one("#at", Steady).show(f"{named(f'{local:%H:%M:%S}', local, self._session)} ›")

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        if self.line.value:
            self._notice = ""
        else:
            self.line.began = None
        self._show_clock()
        try:
            when = self._draft().when
            self._say(self._notice if when is None else self._understood(when))
        except Refused as refused:
            self._say("✗ " + say(refused.message))

    def _understood(self, when: When) -> str:
        local = self._session.local(when.at)
        notes = "".join(f"; {say(note)}" for note in when.notes)
        return f"= {formats.moment(local)} {formats.offset(local)}{notes}"

    def _say(self, text: str) -> None:
        self.query_one("#said", Steady).show(text)

    def _draft(self) -> Draft:
        """What is in the line. Raises `Refused` where a time in front is none."""
        typed = self.line.value.strip()
        match = TIME_IN_FRONT.match(typed)
        if match is None:
            return Draft(typed.replace(BREAK, "\n"), None)
        when = read_when(match["when"], when_context(self._session.incident, self._session.now))
        return Draft(match["text"].replace(BREAK, "\n"), when)

    def _offer(self) -> str:
        """How an action is made of what the entry leaves to be done."""
        keys = self._session.settings.keys
        leave, open_ = (key_shown(self.app, keys, action) for action in ("screen.back", "app.todos"))
        return _("TODO: {leave}, then {key} makes an action").format(leave=leave, key=open_)

    def forget_notice(self) -> None:
        """Say no more of what was filed last: it is seen to."""
        if self._notice:
            self._notice = ""
            self._say("")

    def _submitted(self) -> None:
        self.file(None, self._session.now)

    def file(self, milestone: Milestone | None, at: datetime, trigger: Trigger | None = None) -> bool:
        """File what is in the line; false where nothing is, or it is refused and stays."""
        try:
            draft = self._draft()
            if not draft.text:
                return False
            moment = draft.when.at if draft.when else self.line.began or at
            new = NewEntry(
                at=moment,
                text=draft.text,
                milestone=milestone,
                trigger=trigger,
                zone=draft.when.zone if draft.when else None,
                typed=draft.when.typed if draft.when else "",
                source=SOURCE,
                author=self._session.notebook.author,
            )
            self._session.notebook.stamp(new)
        except (Refused, ValidationError) as error:
            self._say("✗ " + say(first_refusal(error)[1]))
            return False
        self._notice = self._offer() if proposals(draft.text) else ""
        self.line.value = ""
        self.line.began = None
        return True
