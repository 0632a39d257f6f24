"""`bridgelog remove`: records taken away by their names."""

import argparse

from data.language import _
from model.change import Change, remove
from model.factors import FACTOR_LABELS, Factors
from model.incident import Incident
from model.message import Counted, Message, Refused
from model.recurrence import QUESTIONS
from model.stamping import delete
from model.text import one_line
from model.timeline import Timeline
from model.why_changes import removal, subtree_removal
from model.whys import Whys
from tui.corrections import Corrector
from tui.desk import Desk
from tui.record_names import Named, named

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("names", metavar="NAME", nargs="+", help=_("such as actions.2: see bridgelog records"))
    parser.add_argument("--below", action="store_true", help=_("of a why: the answers below it, too"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Take them all away as one change."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    records = list(dict.fromkeys(_record(notebook.incident, name) for name in arguments.names))
    corrector = Corrector(notebook.incident, desk.now, desk.rules)
    changes = []
    for record in records:
        change = _removal(corrector.incident, record, below=arguments.below)
        if change is not None:
            corrector.take(change.steps)
            changes.append(change)
    name = changes[0].name if len(changes) == 1 else Counted("delete {n} record", "delete {n} records", len(changes))
    notebook.do(Change(name, tuple(corrector.steps)))
    notebook.close()
    return 0


def _record(incident: Incident, name: str) -> Named:
    """The record of that name; also a factor that the team added. Raises `Refused` where it cannot be taken away."""
    section, _dot, record = name.partition(".")
    if record in {**FACTOR_LABELS, **QUESTIONS}:
        raise Refused(
            Message("{name} always stays: empty it with bridgelog set {id} {name}=", name=name, id=incident.id)
        )
    if section == Factors.word and record in incident.factors.root:
        return Named(section, record)
    found = named(incident, name)
    if found.field:
        raise Refused(Message("{name} is a field: empty it with bridgelog set {id} {name}=", name=name, id=incident.id))
    return found


def _removal(incident: Incident, place: Named, *, below: bool) -> Change | None:
    """The change that takes it away; none where it went with another one."""
    if place.section == Timeline.word:
        entry = incident.timeline.find(place.record)
        return delete(incident, entry) if entry else None
    if place.section == Whys.word:
        why = incident.whys.find(place.record)
        return (subtree_removal if below else removal)(incident, why) if why else None
    if place.section == Factors.word:
        name = Message("delete factor: {name}", name=incident.factors.root[place.record].name)
    elif action := incident.actions.find(place.record):
        name = Message("delete action {number}", number=action.number)
    else:
        document = incident.section(place.section).document(place.record) or {}
        name = Message("delete “{text}”", text=one_line(str(document.get("text", "")))[:40])
    return Change(name, (remove(incident, place.section, place.record),))
