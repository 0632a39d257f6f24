"""The deadlines of the actions as iCalendar (RFC 5545), for a calendar of any make."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from data.language import _
from model.actions import Action
from model.incident import Incident
from model.rules import Rules

__all__ = ["document"]

_PRIORITIES = {"P0": 1, "P1": 5, "P2": 9}


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """A day for each deadline that is not met yet. Importing it again replaces the same days."""
    calendar = Calendar()
    calendar.add("prodid", "-//Bridgelog//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Deadlines of {id}").format(id=incident.id))
    calendar.add("x-wr-timezone", rules.calendar.zone)
    for action in incident.actions.unfinished():
        if action.deadline is not None:
            calendar.add_component(_event(incident, action, now, rules.calendar.zone))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _event(incident: Incident, action: Action, now: datetime, zone: str) -> Event:
    event = Event()
    event.add("uid", f"{action.id}@{incident.id}.bridgelog")
    event.add("dtstamp", now)
    deadline = action.deadline
    if deadline is not None:
        event.add("dtstart", deadline)
        event.add("dtend", deadline + timedelta(days=1))
    text = _("{priority}: {text} ({owner})")
    owner = action.owner or _("no owner")
    event.add("summary", text.format(priority=action.priority.value, text=action.text, owner=owner))
    about = _("Action {number} of the post-mortem {id}: {title}")
    described = about.format(number=action.number, id=incident.id, title=incident.summary.title)
    event.add("description", f"{described}\n{_('Deadlines are days in {zone}.').format(zone=zone)}")
    event.add("priority", _PRIORITIES[action.priority.value])
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["post-mortem"])
    return event
