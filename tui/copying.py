"""Short texts to the clipboard, by one key from any screen."""

from typing import Any

from textual.app import App

from data import formats
from data.documents import FORMATS, document
from data.language import _, say
from data.trouble import Trouble
from model.stamping import NewEntry
from model.updates import next_update, sent
from screens.key_words import keys_named
from screens.session import Session
from screens.widgets.capture import SOURCE

__all__ = ["copy"]

_UPDATE = "status"
"""The format that is sent to people outside of the bridge."""


def copy(app: App[Any], session: Session, format: str) -> None:
    """Put the open incident's document of that format on the clipboard, through the terminal (OSC 52).

    A status update of a live incident is taken down too: the time to the next begins.
    """
    try:
        made = document(session.incident, session.now, session.rules, format)
    except Trouble as trouble:
        app.notify(say(trouble.message), severity="error", markup=False)
        return
    app.copy_to_clipboard(made if isinstance(made, str) else made.decode("utf-8", "replace"))
    text = _("On the clipboard: {what}.").format(what=_(FORMATS[format].label))
    if format == _UPDATE and _recorded(session):
        text += " " + _("The timeline says that it is sent; {undo} takes that back.").format(
            **keys_named(app, session, {"undo": "app.undo-letter"})
        )
        due = next_update(session.incident, session.rules)
        if due is not None:
            clock = formats.clock(session.local(due.at))
            text += " " + _("The next is due at {time}.").format(time=clock)
    app.notify(text, markup=False)


def _recorded(session: Session) -> bool:
    """Whether the update was taken down; it is not where the incident is over, or the same was sent just before."""
    notebook, now = session.notebook, session.now
    change = sent(session.incident, NewEntry(at=now, source=SOURCE, author=notebook.author), now, say)
    if change is not None:
        notebook.do(change)
    return change is not None
