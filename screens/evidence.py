"""Choosing the entries of the timeline that show why."""

from collections.abc import Sequence
from typing import ClassVar

from data import formats
from data.language import _
from model.message import N_
from model.text import one_line
from screens.session import Session
from screens.several import Several
from screens.widgets.check_list import Choice

__all__ = ["Evidence"]


class Evidence(Several):
    """The entries, in the order in which they happened."""

    purpose: ClassVar[str] = N_(
        "Space takes an entry or leaves it, a slash filters, enter accepts all that were taken. The answer shows their "
        "times, and so does the document."
    )
    nothing: ClassVar[str] = N_("The timeline has no entries yet: t stamps one, 2 goes there.")

    def __init__(self, session: Session, chosen: tuple[str, ...]) -> None:
        super().__init__(_("Which entries show it?"), chosen)
        self._session = session

    def choices(self) -> Sequence[Choice]:
        """A line an entry; the day is said where it is another than that of the start."""
        day = self._session.local(self._session.incident.summary.started_at).date()
        found = []
        for entry in self._session.incident.timeline.root:
            local = self._session.local(entry.at)
            moment = formats.clock(local) if local.date() == day else formats.moment(local)
            found.append(Choice(entry.id, moment, one_line(entry.text)))
        return found
