"""The review meeting: one section at a time in large type, an agenda with a clock, notes and actions by one key."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Digits, Input, Static, TextArea

from data.blocks import Subject
from data.notebook import Changed
from model.actions import Actions
from model.agenda import PAGES, Meeting, minutes_for
from model.incident import NUMBERED
from model.message import N_
from model.notes import Notes
from screens.agreeing import Agreeing, Asked
from screens.facilitation_page import big, page, question, title
from screens.keys import bound
from screens.session import Session
from screens.widgets.edit_line import EditLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.meeting_line import MeetingLine, clock_text
from screens.widgets.stage import Stage
from screens.widgets.status_line import StatusLine

__all__ = ["FacilitationScreen"]

_WIDEST = 70
"""Cells of a line: more are hard to read from across a room."""
_EDGES = 5
"""Cells beside the text: two blanks on each side, and the scroll bar."""


class FacilitationScreen(Screen[None]):
    """Space and arrows turn the pages. The clock stands still in a pause, and begins anew after one has left."""

    CSS_PATH = "facilitation.tcss"
    AUTO_FOCUS: ClassVar[str | None] = "#stage"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-high"), (34, "-tall")]
    purpose: ClassVar[str] = N_(
        "The review meeting, one section at a time. Space and the arrows turn the pages, a digit goes to a section, "
        "enter opens it to be edited, {meeting} comes back. {note} takes a note, {action} adds an action with owner "
        "and deadline, {pause} stops the clock, {longer} and {shorter} give the page a minute more or less. Escape "
        "leaves; {meeting} begins the clock anew."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {
        "meeting": "facilitation.begin",
        "note": "facilitation.note",
        "action": "facilitation.action",
        "pause": "facilitation.pause",
        "longer": "facilitation.longer",
        "shorter": "facilitation.shorter",
    }
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "facilitation.next",
        "facilitation.previous",
        "facilitation.note",
        "facilitation.action",
        "facilitation.pause",
        "facilitation.longer",
        "facilitation.shorter",
        "facilitation.open",
        "screen.back",
        "screen.back-letter",
        *(f"missing.section-{number}" for number in range(1, len(NUMBERED) + 1)),
        "section.notes",
        "timeline.stamp-letter",
        "timeline.milestone-letter",
        "app.missing",
        "app.export",
        "app.publish",
        "app.history",
        "app.unsaved",
        "app.undo-letter",
        "app.home",
        "app.help-letter",
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._meeting: Meeting | None = None
        self._page = PAGES[0]
        """Where the meeting was left."""
        self._agreeing: Agreeing | None = None
        """What is being typed, if anything is."""

    def compose(self) -> ComposeResult:
        """The status, the agenda, the stage, the line to type into, the keys."""
        yield StatusLine(self.session)
        yield MeetingLine(id="meeting")
        with Stage(id="stage"):
            yield Digits(id="clock")
            yield Static(id="title", markup=False)
            yield Static(id="question", markup=False)
            yield Static(id="body", markup=False)
        yield Static(id="label", markup=False)
        yield EditLine(id="line")
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the incident and the clock."""
        self.session.changed.subscribe(self, self._on_change)
        self.session.tick.subscribe(self, self._on_tick)
        self._show_line()

    def on_screen_resume(self) -> None:
        """Begin the meeting, or go on with it."""
        self._show()

    def on_resize(self) -> None:
        """Wrap anew."""
        self._show()

    @property
    def word(self) -> str:
        """The section that a text typed here is for."""
        is_note = self._agreeing is None or self._agreeing.asked is Asked.NOTE
        return Notes.word if is_note else Actions.word

    @property
    def meeting(self) -> Meeting:
        """The meeting that goes on; a new one where none does."""
        if self._meeting is None:
            self._meeting = Meeting(self.session.now, minutes_for(self.session.settings.review_minutes), self._page)
        return self._meeting

    # --- showing -----------------------------------------------------------------------------------

    def _on_change(self, _changed: Changed) -> None:
        if self.is_current:
            self._show()

    def _on_tick(self, _now: datetime) -> None:
        if self.is_current:
            self._show_clock()

    def _show(self) -> None:
        self._show_clock()
        width = max(8, min(_WIDEST, self.size.width - _EDGES))
        shown = self.meeting.page
        subject = Subject(self.session.incident, self.session.now, self.session.rules)
        gap = "\n" if self.size.height < 16 else "\n\n"
        self.query_one("#title", Static).update(big(title(shown), width))
        self.query_one("#question", Static).update(question(shown))
        self.query_one("#body", Static).update(Content(gap).join(page(shown, subject, width)))

    def _show_clock(self) -> None:
        meeting, now = self.meeting, self.session.now
        self.query_one(MeetingLine).show(meeting, title(meeting.page), now)
        left = meeting.left(now)
        clock = self.query_one(Digits)
        clock.update(clock_text(left))
        clock.set_class(left.total_seconds() <= 0, "-over")

    def _turned(self) -> None:
        self._page = self.meeting.page
        self.query_one(Stage).scroll_home(animate=False)
        self._show()

    # --- going on ----------------------------------------------------------------------------------

    def turn(self, by: int) -> None:
        """Go so many pages on, or back."""
        self.meeting.step(by, self.session.now)
        self._turned()

    def action_next_page(self) -> None:
        """Show what is left of a long page, then go on."""
        stage = self.query_one(Stage)
        if stage.at_end:
            self.turn(1)
        else:
            stage.scroll_page_down(animate=False)

    def action_previous_page(self) -> None:
        """Go back."""
        self.turn(-1)

    def action_to_section(self, number: int) -> None:
        """Go to the page of that section."""
        self.meeting.turn(list(NUMBERED)[number - 1], self.session.now)
        self._turned()

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.meeting.pause(self.session.now)
        self._show_clock()

    def action_adjust(self, by: int) -> None:
        """Give the page more minutes, or fewer."""
        self.meeting.adjust(by)
        self._show_clock()

    def action_open(self) -> None:
        """Open the section to edit it; the meeting goes on."""
        self.app.switch_mode(self._section())

    def action_back(self) -> None:
        """Leave the line; outside of it, leave the meeting."""
        if isinstance(self.focused, Input | TextArea):
            self._leave_line()
        else:
            section = self._section()
            self._meeting = None
            self.app.switch_mode(section)

    def _section(self) -> str:
        return self.meeting.page if self.meeting.page in NUMBERED else "summary"

    # --- notes and actions -------------------------------------------------------------------------

    def action_note(self) -> None:
        """Take a note."""
        self._ask(Asked.NOTE)

    def action_agree(self) -> None:
        """Add an action with its owner and its deadline."""
        self._ask(Asked.ACTION)

    def _ask(self, asked: Asked) -> None:
        if self._agreeing is None:
            about = self.meeting.page if self.meeting.page in NUMBERED else ""
            self._agreeing = Agreeing(self.session, asked, about)
            self.query_one(EditLine).store("")
        self._show_line()
        self.query_one(EditLine).focus()

    @on(EditLine.Accepted)
    def _accepted(self) -> None:
        line = self.query_one(EditLine)
        if self._agreeing is None or self._agreeing.accept(line.text):
            self._done()
        else:
            if not self._agreeing.problem:
                line.store("")
            self._show_line()

    def _leave_line(self) -> None:
        if self._agreeing is None or self._agreeing.leave(self.query_one(EditLine).text):
            self._done()
        else:
            self._show_line()

    def _done(self) -> None:
        self._agreeing = None
        self.query_one(EditLine).store("")
        self._show_line()
        self.query_one(Stage).focus()
        self._show()

    def _show_line(self) -> None:
        """The line is there only while something is typed."""
        asked = self._agreeing
        self.query_one(EditLine).prose = asked is not None and asked.is_prose
        self.query_one("#label", Static).update(asked.label() if asked else "")
        self.set_class(asked is not None, "-typing")

    @on(events.DescendantBlur)
    def _line_left(self, event: events.DescendantBlur) -> None:
        if isinstance(event.widget, EditLine) and self.app.app_focus:
            self.call_later(self._file_or_return)

    def _file_or_return(self) -> None:
        line = self.query_one(EditLine)
        if self._agreeing is None or line.has_focus or self.app.screen is not self:
            return
        if self._agreeing.leave(line.text):
            self._done()
        else:
            self._show_line()
            line.focus()
