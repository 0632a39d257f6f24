"""What the actions still need: an owner and a deadline each, within what the priority allows."""

from collections.abc import Iterator
from datetime import datetime

from model.actions import Action, Actions
from model.deadlines import due_at, is_overdue, latest_deadline
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.rules import Rules

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """No actions, and for each one what it lacks."""
    if not incident.actions.root:
        text = Message("no action items: what will prevent the next one?")
        yield Finding("actions.empty", Actions.word, text, blocks=True)
    for action in incident.actions.root:
        yield from _about(action, now, rules)


def _about(action: Action, now: datetime, rules: Rules) -> Iterator[Finding]:
    word, number = Actions.word, action.number
    if not action.text:
        text = Message("action {number} says nothing: what will be done?", number=number)
        yield Finding("actions.text", word, text, blocks=True, record=action.id)
    if not action.unfinished:
        return
    if not action.owner:
        text = Message("action {number} has no owner", number=number)
        yield Finding("actions.owner", word, text, blocks=True, record=action.id)
    if action.deadline is None:
        text = Message("action {number} has no deadline", number=number)
        yield Finding("actions.deadline", word, text, blocks=True, record=action.id)
        return
    limit = latest_deadline(action.priority, action.created_at, rules.calendar)
    if action.deadline > limit:
        text = Message(
            "action {number}: {priority} allows {limit} at the latest",
            number=number,
            priority=action.priority.value,
            limit=limit,
        )
        yield Finding("actions.too-late", word, text, record=action.id)
    due = due_at(action, rules.calendar)
    if due is not None and is_overdue(action, rules.calendar, now):
        text = Message("action {number} is overdue by {time}", number=number, time=now - due)
        yield Finding("actions.overdue", word, text, record=action.id)
