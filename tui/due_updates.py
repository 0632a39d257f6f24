"""The status updates that the live incidents ask for, on standard output."""

from collections.abc import Iterator
from datetime import datetime

from data import formats
from data.language import _, say
from model.incident import Incident
from model.instant import in_zone, stored
from model.roles import commander
from model.text import one_line
from model.updates import NextUpdate, next_update
from tui.desk import Desk, as_json, complain, table

__all__ = ["list_updates"]


def list_updates(desk: Desk, *, overdue: bool, json: bool) -> int:
    """List when the next update of each live incident is due, the first of all first; 1 where there is none."""
    now = desk.now
    found = [(one, due) for one, due in _found(desk) if not overdue or due.late(now) is not None]
    found.sort(key=lambda pair: (pair[1].at, pair[0].id))
    if json:
        desk.say(as_json([_json(one, due, now) for one, due in found]))
    elif found:
        desk.say(table([_row(one, due, now) for one, due in found]))
    else:
        complain(_("no status update is planned"))
    return 0 if found else 1


def _found(desk: Desk) -> Iterator[tuple[Incident, NextUpdate]]:
    rules = desk.rules
    for found in desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        due = next_update(found.incident, rules) if found.incident else None
        if found.incident and due:
            yield found.incident, due


def _row(incident: Incident, due: NextUpdate, now: datetime) -> list[str]:
    late = due.late(now)
    left = _("in {time}") if late is None else _("overdue by {time}")
    local = in_zone(due.at, incident.summary.zone)
    when = f"{formats.moment(local)} {formats.offset(local)}"
    time = formats.duration(due.at - now if late is None else late)
    severity = incident.summary.severity.value
    return [when, left.format(time=time), severity, incident.id, one_line(incident.summary.title)]


def _json(incident: Incident, due: NextUpdate, now: datetime) -> dict[str, object]:
    leads = commander(incident)
    return {
        "incident": incident.id,
        "title": incident.summary.title,
        "severity": incident.summary.severity.value,
        "due_at": stored(due.at),
        "overdue": due.late(now) is not None,
        "commander": leads.person if leads else None,
    }
