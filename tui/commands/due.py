"""`bridgelog due`: the open actions of all incidents by deadline, fit for a mail each morning."""

import argparse
from dataclasses import dataclass
from datetime import datetime

from data import formats
from data.language import _, say
from model.actions import Action
from model.deadlines import due_at, is_overdue
from model.instant import stored
from tui.desk import Desk, as_json, complain, table

__all__ = ["configure", "run"]


@dataclass(frozen=True, slots=True)
class Due:
    """An action that still has to be done."""

    incident: str
    action: Action
    at: datetime | None
    overdue: bool


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """List them, those without a deadline last."""
    rules, now = desk.rules, desk.now
    due = []
    for found in desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        for action in found.incident.actions.unfinished() if found.incident else ():
            at = due_at(action, rules.calendar)
            due.append(Due(found.id, action, at, is_overdue(action, rules.calendar, now)))
    due.sort(key=lambda item: (item.at is None, item.at or now, item.incident, item.action.number))
    if arguments.json:
        desk.say(as_json([_json(item) for item in due]))
    elif due:
        head = [_("deadline"), _("priority"), _("incident"), _("number"), _("owner"), _("action")]
        desk.say(table([head, *(_row(item, now) for item in due)], shrink=len(head) - 1))
    else:
        complain(_("no open actions"))
    return 0


def _json(item: Due) -> dict[str, object]:
    action = item.action
    return {
        "incident": item.incident,
        "number": action.number,
        "text": action.text,
        "owner": action.owner or None,
        "deadline": action.deadline.isoformat() if action.deadline else None,
        "due_at": stored(item.at) if item.at else None,
        "priority": action.priority.value,
        "status": action.status.value,
        "overdue": item.overdue,
    }


def _row(item: Due, now: datetime) -> list[str]:
    action = item.action
    when = formats.day(action.deadline) if action.deadline else _("no deadline")
    if item.overdue and item.at:
        when = _("{day}, overdue {time}").format(day=when, time=formats.duration(now - item.at))
    owner = action.owner or _("no owner")
    return [when, action.priority.value, item.incident, f"#{action.number}", owner, action.text]
