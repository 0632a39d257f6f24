"""Changes of action items, with what follows from them: numbers, proposed deadlines, when one was done."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from model.actions import STATUS_LABELS, Action, Actions, Priority, Status
from model.change import Change, Step, create, edit
from model.coverage import factor_name
from model.deadlines import WorkingCalendar, latest_deadline
from model.ids import new_record_id
from model.incident import Incident
from model.instant import stored
from model.message import N_, Message
from model.recurrence import TASKS, Recurrence
from model.text import one_line
from model.todos import Proposal

__all__ = ["action_of_factor", "action_of_question", "action_of_todo", "agreed_action", "correction", "new_action"]

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "text": N_("action {number}: “{value}”"),
        "owner": N_("owner of action {number}: {value}"),
        "deadline": N_("deadline of action {number}: {value}"),
        "priority": N_("priority of action {number}: {value}"),
        "status": N_("status of action {number}: {value}"),
    }
)
"""What the correction of each field is called."""


def new_action(incident: Incident, text: str, now: datetime, calendar: WorkingCalendar) -> Change:
    """A new action: P1, with the latest deadline that allows."""
    step = _creation(incident, text, now, calendar)
    return Change(Message("action: “{text}”", text=one_line(text)[:40]), (step,))


def agreed_action(
    incident: Incident, text: str, owner: str, deadline: date | None, now: datetime, calendar: WorkingCalendar
) -> Change:
    """A new action as it was agreed: with its owner, and with the deadline where one was named."""
    agreed = {"owner": owner, **({"deadline": deadline.isoformat()} if deadline else {})}
    step = _creation(incident, text, now, calendar, agreed)
    return Change(Message("action: “{text}”", text=one_line(text)[:40]), (step,))


def action_of_question(
    incident: Incident, question: str, text: str, now: datetime, calendar: WorkingCalendar
) -> Change:
    """A new action made of an open question of recurrence, and linked to it."""
    text = text or TASKS[question]
    step = _creation(incident, text, now, calendar)
    linked = edit(incident, Recurrence.word, question, {"action": step.record})
    name = Message("action: “{text}”", text=one_line(text)[:40])
    return Change(name, (step, linked) if linked else (step,))


def action_of_factor(incident: Incident, factor: str, text: str, now: datetime, calendar: WorkingCalendar) -> Change:
    """A new action that covers a contributing factor."""
    step = _creation(incident, text, now, calendar, {"covers": [factor_name(factor)]})
    return Change(Message("action: “{text}”", text=one_line(text)[:40]), (step,))


def action_of_todo(
    incident: Incident, proposal: Proposal, text: str, now: datetime, calendar: WorkingCalendar
) -> Change:
    """A new action made of what an entry leaves to be done, which answers it."""
    owner = {"owner": proposal.owner} if proposal.owner else {}
    step = _creation(incident, text, now, calendar, {"todo": proposal.sign, **owner})
    return Change(Message("action: “{text}”", text=one_line(text)[:40]), (step,))


def _creation(
    incident: Incident, text: str, now: datetime, calendar: WorkingCalendar, more: Mapping[str, Any] | None = None
) -> Step:
    deadline = latest_deadline(Priority.P1, now, calendar)
    values = {
        "number": incident.actions.next_number(),
        "text": text,
        "priority": Priority.P1.value,
        "status": Status.OPEN.value,
        "deadline": deadline.isoformat(),
        "created_at": stored(now),
        **(more or {}),
    }
    return create(Actions.word, new_record_id(now), values)


def correction(
    incident: Incident, action: Action, values: dict[str, Any], now: datetime, calendar: WorkingCalendar
) -> Change | None:
    """The change of one of an action's fields, with what follows from it; none where nothing differs.

    Another priority proposes its deadline, unless one was set by hand. Finishing notes when.
    """
    name = _name(action, *next(iter(values.items())))
    values = dict(values)
    if "priority" in values and "deadline" not in values:
        proposed = latest_deadline(action.priority, action.created_at, calendar)
        if action.deadline in (None, proposed):
            fresh = latest_deadline(Priority(values["priority"]), action.created_at, calendar)
            values["deadline"] = fresh.isoformat()
    if "status" in values:
        is_done = Status(values["status"]) is Status.DONE
        values["done_at"] = stored(action.done_at or now) if is_done else None
    step = edit(incident, Actions.word, action.id, values)
    return Change(name, (step,)) if step else None


def _name(action: Action, field: str, value: str | None) -> Message:
    shown: object = one_line(value)[:40] if value else "–"
    if field == "deadline" and value:
        shown = date.fromisoformat(value)
    elif field == "status" and value:
        shown = Message(STATUS_LABELS[value])
    return Message(_NAMES[field], number=action.number, value=shown)
