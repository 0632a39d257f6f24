"""What the actions still need: an owner and a deadline each, within what the priority allows, and an end to be seen."""

from collections.abc import Iterator
from datetime import datetime

from model.actions import Action, Actions, Priority
from model.deadlines import due_at, is_overdue, latest_deadline
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.rules import Rules
from model.vague import vague

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """No actions, and for each one what it lacks. What is done or cancelled lacks neither owner nor deadline."""
    if not incident.actions.kept():
        text = Message("no action items: what will prevent the next one?")
        yield Finding("actions.empty", Actions.word, text, blocks=True)
    for action in incident.actions.kept():
        if not action.text:
            text = Message("action {number} says nothing: what will be done?", number=action.number)
            yield Finding("actions.text", Actions.word, text, blocks=True, record=action.id, field="text")
        if action.unfinished:
            yield from _lacking(action)
            yield from _late(action, now, rules)
            yield from _vague(action)


def _lacking(action: Action) -> Iterator[Finding]:
    if not action.owner:
        text = Message("action {number} has no owner", number=action.number)
        yield Finding("actions.owner", Actions.word, text, blocks=True, record=action.id, field="owner")
    if action.deadline is None:
        text = Message("action {number} has no deadline", number=action.number)
        yield Finding("actions.deadline", Actions.word, text, blocks=True, record=action.id, field="deadline")


def _late(action: Action, now: datetime, rules: Rules) -> Iterator[Finding]:
    if action.deadline is None:
        return
    limit = latest_deadline(action.priority, action.created_at, rules.calendar)
    if action.deadline > limit:
        text = Message(
            "action {number}: {priority} allows {limit} at the latest",
            number=action.number,
            priority=action.priority.value,
            limit=limit,
        )
        yield Finding("actions.too-late", Actions.word, text, record=action.id, field="deadline")
    due = due_at(action, rules.calendar)
    if due is not None and is_overdue(action, rules.calendar, now):
        text = Message("action {number} is overdue by {time}", number=action.number, time=now - due)
        yield Finding("actions.overdue", Actions.word, text, record=action.id, field="status")


def _vague(action: Action) -> Iterator[Finding]:
    words = vague(action.text)
    if not words:
        return
    if action.priority is Priority.P0:
        text = Message(
            "action {number} is a P0, and “{words}” has no measure: what will be different tomorrow?",
            number=action.number,
            words=words,
        )
        yield Finding("actions.vague-p0", Actions.word, text, record=action.id, field="text")
        return
    text = Message(
        "action {number}: “{words}” has no measure: how will one see that it is done?",
        number=action.number,
        words=words,
    )
    yield Finding("actions.vague", Actions.word, text, record=action.id, field="text")
