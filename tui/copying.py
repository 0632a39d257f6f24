"""Short texts to the clipboard, by one key from any screen."""

from typing import Any

from textual.app import App

from data.documents import FORMATS, document
from data.language import _, say
from data.trouble import Trouble
from screens.session import Session

__all__ = ["copy"]


def copy(app: App[Any], session: Session, format: str) -> None:
    """Put the open incident's document of that format on the clipboard, through the terminal (OSC 52)."""
    try:
        made = document(session.incident, session.now, session.rules, format)
    except Trouble as trouble:
        app.notify(say(trouble.message), severity="error", markup=False)
        return
    app.copy_to_clipboard(made if isinstance(made, str) else made.decode("utf-8", "replace"))
    app.notify(_("On the clipboard: {what}.").format(what=_(FORMATS[format].label)), markup=False)
