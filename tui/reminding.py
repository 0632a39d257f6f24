"""Reminding of what is due, beside the screen: it takes no focus, and is not said again before the time has passed."""

from datetime import datetime
from typing import Any

from textual.app import App

from data.language import _
from model.incident import SECTIONS
from model.updates import next_update
from screens.key_words import keys_named
from screens.session import Session

__all__ = ["Reminder"]

_SECONDS = 12
"""How long the reminder stays in sight."""


class Reminder:
    """Says once that the open incident's status update is due, and again each time that another one would be."""

    def __init__(self, app: App[Any], session: Session) -> None:
        self._app = app
        self._session = session
        self._said: tuple[str, datetime, int] | None = None

    def begin(self) -> None:
        """Look at each tick of the clock."""
        self._session.tick.subscribe(self._app, self._look)

    def _look(self, now: datetime) -> None:
        if self._session.opened is None:
            return
        incident = self._session.incident
        due = next_update(incident, self._session.rules)
        late = due.late(now) if due else None
        if due is None or late is None:
            return
        this = (incident.id, due.at, late // due.every)
        if this != self._said:
            self._said = this
            text = _("{id}: a status update is due.").format(id=incident.id)
            if self._app.current_mode in SECTIONS:
                text = _("A status update is due: {copy} copies five lines, {typing} while you type.")
                named = {"copy": "copy.status", "typing": "copy.status-anywhere"}
                text = text.format(**keys_named(self._app, self._session, named))
            self._app.notify(text, severity="warning", timeout=_SECONDS, markup=False)
