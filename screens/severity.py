"""Setting the severity from the screen: one change, which a live incident's timeline tells of."""

from typing import Any

from textual.app import App

from data.language import _, say
from model.change import Change, edit
from model.severity import higher, told, with_entry
from model.summary import Severity, Summary
from screens.keymap import key_shown
from screens.session import Session
from screens.widgets.capture import SOURCE

__all__ = ["raise_severity", "set_severity"]


def set_severity(session: Session, severity: Severity) -> None:
    """Make it that one."""
    incident, notebook = session.incident, session.notebook
    step = edit(incident, Summary.word, Summary.word, {"severity": severity.value})
    if step:
        steps = with_entry(incident, [step], session.now, say, SOURCE, notebook.author)
        notebook.do(Change(told(incident.summary.severity, severity), steps))


def raise_severity(app: App[Any], session: Session) -> str:
    """Make it one step higher; returns what to say of that."""
    severity = higher(session.incident.summary.severity)
    if severity is None:
        return _("{severity} is the highest severity.").format(severity=session.incident.summary.severity)
    set_severity(session, severity)
    undo = key_shown(app, session.settings.keys, "app.undo-letter")
    if session.incident.summary.live:
        return _("Now {severity}; the timeline says so. {undo} takes it back.").format(severity=severity, undo=undo)
    return _("Now {severity}. {undo} takes it back.").format(severity=severity, undo=undo)
