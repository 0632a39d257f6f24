"""From the first frame to the program: what was typed before an incident was open is filed in it."""

from typing import Any

from textual.app import App

from data.language import _
from screens.opening import Noted, Opening
from screens.session import Session

__all__ = ["take_over"]


def take_over(app: App[Any], session: Session, opening: Opening) -> None:
    """File what was entered, and put what was being typed where it can go on."""
    from screens.widgets.capture import Capture

    captures = app.screen.query(Capture)
    text, cursor, began = opening.line
    if captures:
        capture = captures.first()
        for noted in opening.noted:
            capture.take(noted.text, noted.at)
            if not capture.file(None, noted.at):
                _stamp(session, noted)
        capture.take(text, began, cursor)
    elif opening.noted or text:
        kept = "\n".join([*(noted.text for noted in opening.noted), text]).strip()
        app.copy_to_clipboard(kept)
        app.notify(_("On the clipboard, as no incident is open: {what}").format(what=kept), timeout=60, markup=False)


def _stamp(session: Session, noted: Noted) -> None:
    """File it word for word: a bare stamp, or a line whose time in front cannot be read."""
    from model.stamping import NewEntry
    from screens.widgets.capture import SOURCE

    session.notebook.stamp(NewEntry(at=noted.at, text=noted.text.strip(), source=SOURCE))
