"""Stamping from anywhere: this moment, or a milestone with the words that are typed already."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from textual.app import App

from data.language import _, say
from data.trouble import Trouble
from model.message import Refused
from model.refusal import first_refusal
from model.stamping import NewEntry
from model.timeline import Milestone
from screens.beginning import Beginning, begin_incident
from screens.key_words import keys_named
from screens.session import Session
from screens.widgets.capture import SOURCE, Capture

__all__ = ["ready", "stamp", "stamp_milestone"]


async def ready(
    app: App[Any], session: Session, open_incident: Callable[[Path], Awaitable[None]], at: datetime
) -> bool:
    """Whether an incident is open. Where none is, the only live one is opened; the first one of all is begun."""
    if session.opened is None:
        found = session.workspace.files()
        live = session.workspace.live()
        if len(live) != 1 and found:
            text = _("No incident is open: {new} begins one, enter opens one.")
            app.notify(text.format(**keys_named(app, session, {"new": "home.new"})), severity="warning")
            return False
        path = live[0].path if live else _begun(app, session, at)
        if path is not None:
            await open_incident(path)
    return session.opened is not None


def _begun(app: App[Any], session: Session, at: datetime) -> Path | None:
    """The first incident, begun with what stands in its line; nothing where that cannot be."""
    lines = app.screen.query(Beginning)
    try:
        path = lines.first().take(at) if lines else begin_incident(session, "", at)
    except (Refused, ValidationError) as error:
        app.notify(say(first_refusal(error)[1]), severity="error")
        return None
    except Trouble as trouble:
        app.notify(say(trouble.message), severity="error", timeout=20, markup=False)
        return None
    app.notify(_("An incident has begun. Its title and severity are in its summary."))
    return path


def stamp(app: App[Any], session: Session, at: datetime, milestone: Milestone | None = None) -> None:
    """File a stamp of that moment; where the timeline is not in sight, say so."""
    notebook = session.notebook
    notebook.stamp(NewEntry(at=at, milestone=milestone, source=SOURCE, author=notebook.author))
    if app.current_mode != "timeline":
        clock = f"{session.local(at):%H:%M:%S}"
        app.notify(_("Stamped {time}: its words can be written on the timeline.").format(time=clock))


def stamp_milestone(app: App[Any], session: Session, at: datetime, milestone: Milestone | None) -> None:
    """File the milestone that was chosen, with what stands in the capture line."""
    if milestone is None:
        return
    captures = app.screen.query(Capture)
    if not (captures and captures.first().file(milestone, at)):
        stamp(app, session, at, milestone)
