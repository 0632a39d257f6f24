"""What the screens with a line at the bottom have in common: nothing that was typed there is lost in silence."""

from abc import abstractmethod

from pydantic import ValidationError
from textual import events, on

from data.language import _, say
from model.change import Change
from model.message import Message, Refused
from model.record import Document
from model.refusal import first_refusal
from screens.section_screen import SectionScreen
from screens.session import Session
from screens.widgets.edit_line import EditLine
from screens.widgets.field_input import FieldInput

__all__ = ["LineScreen"]


class LineScreen(SectionScreen):
    """A section whose items are edited in one line at the bottom.

    However the line is left, by escape, tab or the mouse, what it holds is accepted where it is right. Else it
    stays, and the user is told; escape once more drops it.
    """

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._refused: str | None = None
        """The text that was refused when the line was last left."""

    @property
    @abstractmethod
    def line(self) -> EditLine | FieldInput:
        """The line at the bottom."""

    @abstractmethod
    def accept(self) -> bool:
        """Store what the line holds; false where it is refused, which is said."""

    @abstractmethod
    def to_list(self) -> None:
        """Put the keyboard on the list, and let the line show what the cursor is on."""

    @property
    def typed(self) -> str:
        """What the line holds."""
        return self.line.text if isinstance(self.line, EditLine) else self.line.value

    def leave_field(self) -> None:
        """From the line to the list; what is right is kept."""
        if self.line.dirty and self.typed == self._refused:
            self.line.store(self.line.stored)
        if self._kept():
            self.to_list()

    @on(events.DescendantBlur)
    def _line_left(self, event: events.DescendantBlur) -> None:
        # Another window of the desktop in front is no leaving; and a new focus is only there after this event.
        if event.widget is self.line and self.app.app_focus:
            self.call_later(self._keep_or_return)

    def _keep_or_return(self) -> None:
        if self.line.has_focus or not self.line.dirty or self.app.screen is not self:
            return
        if self._kept():
            self.show_incident()
        else:
            self.line.focus()

    def _kept(self) -> bool:
        """Whether nothing is left in the line that is not stored."""
        if not self.line.dirty or self.accept():
            self._refused = None
            return True
        self._refused = self.typed
        self.notify(_("It is kept in the line. Correct it, or drop it with escape once more."), severity="warning")
        return False

    def do(self, change: Change | None) -> bool:
        """Make the change; false where the rules refuse it, which is said."""
        try:
            if change is not None:
                self.session.notebook.do(change)
        except (Refused, ValidationError) as error:
            self.complain(error)
            return False
        return True

    def put(self, name: Message, section: str, record: str, values: Document) -> bool:
        """Set fields of a record; false where the rules refuse it, which is said."""
        try:
            self.session.notebook.put(name, section, record, values)
        except (Refused, ValidationError) as error:
            self.complain(error)
            return False
        return True

    def complain(self, error: Refused | ValidationError) -> None:
        """Say what is wrong."""
        self.notify(say(first_refusal(error)[1]), severity="error", timeout=12, markup=False)
