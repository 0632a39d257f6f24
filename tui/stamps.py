"""Stamping from anywhere: this moment, or a milestone with the words that are typed already."""

from datetime import datetime
from typing import Any

from textual.app import App

from data.language import _
from model.stamping import NewEntry
from model.timeline import Milestone
from screens.session import Session
from screens.widgets.capture import SOURCE, Capture

__all__ = ["stamp", "stamp_milestone"]


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
