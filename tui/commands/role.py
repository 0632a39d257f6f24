"""`bridgelog role`: who does what on the bridge, and a hand-over from any shell."""

import argparse
from collections.abc import Sequence

from data import formats
from data.language import _, say
from data.typed import when_context
from model.incident import Incident
from model.instant import in_zone, stored
from model.message import Message, Refused
from model.roles import Held, hand_over, held, lay_down, usual_time
from model.stamping import NewEntry
from model.timeline import ROLE_LABELS, Role
from model.when import read_when
from tui.desk import Desk, as_json, complain, table
from tui.passing import SOURCE

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("role", metavar="ROLE", nargs="?", choices=list(map(str, Role)), help=", ".join(Role))
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help=_("who takes the role over"))
    nobody = _("take the role from NAME; without a name, from everybody")
    parser.add_argument("--none", action="store_true", help=nobody)
    parser.add_argument("--at", metavar="WHEN", help=_("when it happened: 10:42, -5m, T+3m; now if left out"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Hand the role over, durably; without a role, list who had which, 1 where nobody had any."""
    now = desk.now
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    if arguments.role is None:
        return _list(notebook.incident, held(notebook.incident), desk, as_rows=not arguments.json)
    if not arguments.name.strip() and not arguments.none:
        raise Refused(Message("a name is needed, or --none: who has the role from now on?"))
    role, incident = Role(arguments.role), notebook.incident
    when = read_when(arguments.at, when_context(incident, now)) if arguments.at else None
    for note in when.notes if when else ():
        complain(say(note))
    at = when.at if when else usual_time(incident, role, now)
    typed, zone = (when.typed, when.zone) if when else ("", None)
    new = NewEntry(at=at, zone=zone, typed=typed, source=SOURCE, author=notebook.author)
    change = lay_down if arguments.none else hand_over
    notebook.do(change(incident, role, arguments.name, new, now, say))
    notebook.close()
    return 0


def _list(incident: Incident, found: Sequence[Held], desk: Desk, *, as_rows: bool) -> int:
    if not as_rows:
        desk.say(as_json([_json(one) for one in found]))
    elif found:
        head = [_("role"), _("who"), _("from"), _("until")]
        desk.say(table([_row(incident, one) for one in found], head=head))
    else:
        complain(_("Nobody has a role yet: bridgelog role {id} incident-commander NAME").format(id=incident.id))
    return 0 if found else 1


def _row(incident: Incident, one: Held) -> list[str]:
    zone = incident.summary.zone
    until = formats.moment(in_zone(one.until, zone)) if one.until else ""
    return [_(ROLE_LABELS[one.role]), one.person, formats.moment(in_zone(one.since, zone)), until]


def _json(one: Held) -> dict[str, str | None]:
    return {
        "role": one.role.value,
        "person": one.person,
        "since": stored(one.since),
        "until": stored(one.until) if one.until else None,
    }
