"""What is typed in the review meeting: a note, or an action with its owner and its deadline, one after the other."""

from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from data import formats
from data.language import _, say
from model.action_changes import agreed_action
from model.actions import Priority
from model.day import read_day
from model.deadlines import latest_deadline
from model.instant import in_zone
from model.message import Refused
from model.refusal import first_refusal
from screens.notes import take_note
from screens.session import Session

__all__ = ["Agreeing", "Asked"]


class Asked(StrEnum):
    """What the line asks for."""

    NOTE = "note"
    ACTION = "action"
    OWNER = "owner"
    DEADLINE = "deadline"


class Agreeing:
    """One note or action on its way. What was typed so far is filed however it ends."""

    def __init__(self, session: Session, asked: Asked, about: str) -> None:
        self._session = session
        self.asked = asked
        self._about = about
        self._text = ""
        self._owner = ""
        self.problem = ""
        """What is wrong with what was typed last."""

    @property
    def is_prose(self) -> bool:
        """Whether a sentence is asked for, and not a name or a day."""
        return self.asked in (Asked.NOTE, Asked.ACTION)

    def label(self) -> str:
        """What the line asks for now."""
        if self.problem:
            return f"✗ {self.problem}"
        match self.asked:
            case Asked.NOTE:
                return _("note: what was said?")
            case Asked.ACTION:
                return _("action: what will be done, so that one can see when it is done?")
            case Asked.OWNER:
                return _("who owns it? enter leaves that open")
            case Asked.DEADLINE:
                proposed = latest_deadline(Priority.P1, self._session.now, self._session.rules.calendar)
                return _("until when? enter takes {day}").format(day=formats.weekday(proposed))

    def accept(self, typed: str) -> bool:
        """Take what was typed; true once nothing more is asked."""
        typed = typed.strip()
        self.problem = ""
        try:
            return self._taken(typed)
        except (Refused, ValidationError) as error:
            self.problem = say(first_refusal(error)[1])
            return False

    def _taken(self, typed: str) -> bool:
        match self.asked:
            case Asked.NOTE:
                if typed:
                    take_note(self._session, typed, self._about)
                return True
            case Asked.ACTION:
                self._text, self.asked = typed, Asked.OWNER
                return not typed
            case Asked.OWNER:
                self._owner, self.asked = typed, Asked.DEADLINE
                return False
            case Asked.DEADLINE:
                self._file(self._day(typed) if typed else None)
                return True

    def leave(self, typed: str) -> bool:
        """End here: what is known is filed. False where what was typed last is refused, once."""
        if self.asked is Asked.DEADLINE and self.problem:
            typed = ""
        while not self.accept(typed):
            if self.problem:
                return False
            typed = ""
        return True

    def _day(self, typed: str) -> date:
        zone = self._session.rules.calendar.zone
        return read_day(typed, in_zone(self._session.now, zone).date())

    def _file(self, deadline: date | None) -> None:
        session = self._session
        change = agreed_action(session.incident, self._text, self._owner, deadline, session.now, session.rules.calendar)
        session.notebook.do(change)
