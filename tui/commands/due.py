"""`bridgelog due`: the open actions of all incidents by deadline, fit for a mail each morning."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType

from data import formats
from data.language import _, say
from model.actions import Action
from model.day import read_day
from model.deadlines import Standing, due_at, standing
from model.instant import in_zone, stored
from model.message import N_
from model.rules import Rules
from tui.desk import Desk, as_json, complain, table

__all__ = ["configure", "run"]

_NOTHING = 1
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        Standing.OVERDUE: N_("Overdue: {n}"),
        Standing.DUE_SOON: N_("Due soon: {n}"),
        Standing.LATER: N_("Later: {n}"),
        Standing.NO_DEADLINE: N_("Without a deadline: {n}"),
    }
)


@dataclass(frozen=True, slots=True)
class Due:
    """An action that still has to be done."""

    incident: str
    title: str
    action: Action
    at: datetime | None
    standing: Standing

    @property
    def order(self) -> tuple[int, str, str, str, int]:
        """By deadline, those without one last; then the more urgent priority."""
        place = list(Standing).index(self.standing)
        return place, stored(self.at) if self.at else "", self.action.priority, self.incident, self.action.number


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--overdue", action="store_true", help=_("only what is overdue"))
    parser.add_argument("--until", metavar="DAY", help=_("only what is due by that day: 2026-11-27, friday, +7d"))
    parser.add_argument("--owner", metavar="NAME", help=_("only what that person owns"))
    parser.add_argument(
        "--updates", action="store_true", help=_("the status updates of live incidents, in place of the actions")
    )
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """List them; 1 where a filter leaves nothing."""
    if arguments.updates:
        from tui.due_updates import list_updates

        return list_updates(desk, overdue=arguments.overdue, json=arguments.json)
    rules, now = desk.rules, desk.now
    until = None
    if arguments.until is not None:
        until = read_day(arguments.until, in_zone(now, rules.calendar.zone).date())
    due = sorted(
        (item for item in _unfinished(desk, rules, now) if _wanted(item, arguments, until)), key=lambda item: item.order
    )
    if arguments.json:
        desk.say(as_json([_json(item) for item in due]))
    elif due:
        groups = [_group(place, list(items), now) for place, items in groupby(due, lambda x: x.standing)]
        zone = _("Deadlines are days in {zone}.").format(zone=rules.calendar.zone)
        desk.say("\n\n".join([*groups, zone]))
    filtered = arguments.overdue or until is not None or arguments.owner is not None
    if not due and not arguments.json:
        complain(_("nothing matches") if filtered else _("no open actions"))
    return _NOTHING if filtered and not due else 0


def _unfinished(desk: Desk, rules: Rules, now: datetime) -> Iterator[Due]:
    """All unfinished actions; a file that cannot be read is named and hinders no other."""
    for found in desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        for action in found.incident.actions.unfinished() if found.incident else ():
            stands = standing(action, rules.calendar, now)
            if found.incident and stands:
                title = found.incident.summary.title
                yield Due(found.id, title, action, due_at(action, rules.calendar), stands)


def _wanted(item: Due, arguments: argparse.Namespace, until: date | None) -> bool:
    action = item.action
    if arguments.overdue and item.standing is not Standing.OVERDUE:
        return False
    if until is not None and (action.deadline is None or action.deadline > until):
        return False
    return arguments.owner is None or arguments.owner.strip().casefold() == action.owner.strip().casefold()


def _json(item: Due) -> dict[str, object]:
    action = item.action
    return {
        "incident": item.incident,
        "title": item.title,
        "number": action.number,
        "text": action.text,
        "owner": action.owner or None,
        "deadline": action.deadline.isoformat() if action.deadline else None,
        "due_at": stored(item.at) if item.at else None,
        "priority": action.priority.value,
        "status": action.status.value,
        "state": item.standing.value,
        "overdue": item.standing is Standing.OVERDUE,
    }


def _group(place: Standing, items: Sequence[Due], now: datetime) -> str:
    rows = table([_row(item, now) for item in items], shrink=len(_row(items[0], now)) - 1)
    heading = _(_HEADINGS[place]).format(n=formats.number(len(items)))
    return "\n".join([heading, *(f"  {line}" for line in rows.splitlines())])


def _row(item: Due, now: datetime) -> list[str]:
    action = item.action
    left = ""
    if item.at is not None:
        text = _("overdue by {time}") if now >= item.at else _("in {time}")
        left = text.format(time=formats.duration(abs(item.at - now)))
    when = [formats.weekday(action.deadline), left] if action.deadline else []
    owner = action.owner or _("no owner")
    return [*when, action.priority.value, f"{item.incident} #{action.number}", owner, action.text]
