"""`bridgelog set`: fields by their dotted names, all of them or none."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import datetime

from pydantic import ValidationError

from data.language import _, say
from data.typed import Reader
from model.change import Change, Step, applied, edit
from model.cost import Cost
from model.currency import currency_steps
from model.incident import Incident
from model.instant import to_instant
from model.message import Counted, Message, Refused
from model.record import Fields
from model.refusal import refusals
from model.severity import with_entry
from tui.corrections import Corrector
from tui.desk import Desk, complain
from tui.dotted import target
from tui.passing import SOURCE
from tui.record_names import is_record_name, named
from tui.secret_notes import note_secrets

__all__ = ["configure", "run"]

_CURRENCY, _ZONE, _START = f"{Cost.word}.currency", "summary.zone", "summary.started_at"
_FIRST = (_CURRENCY, _ZONE, _START)
"""What the other values are read by: amounts by the currency, times by the zone and the start."""
_NAMED = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument(
        "fields",
        metavar="FIELD=VALUE",
        nargs="+",
        help=_("summary.users_affected=4200, factors.testing=2, actions.3.status=done …"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Set all the fields as one change; 2, and nothing is set, where one is refused."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    of_records = [argument for argument in arguments.fields if is_record_name(argument)]
    steps, refused = _steps(notebook.incident, (one for one in arguments.fields if one not in of_records), desk.now)
    corrector = Corrector(notebook.incident if refused else applied(notebook.incident, steps), desk.now, desk.rules)
    refused += _correct(corrector, of_records)
    steps += corrector.steps
    for name, message in refused:
        complain(f"{name}: {say(message)}")
    if refused:
        return 2
    if steps:
        steps = list(with_entry(notebook.incident, steps, desk.now, say, SOURCE, notebook.author))
        notebook.do(Change(_name(arguments.fields), tuple(steps)))
    notebook.close()
    note_secrets(value for step in steps for value in (step.after or {}).values() if isinstance(value, str))
    return 0


def _correct(corrector: Corrector, arguments: Iterable[str]) -> Iterator[tuple[str, Message]]:
    """Correct fields of records in lists; what is refused, with the names of the fields."""
    before = corrector.incident
    for argument in arguments:
        name, equals, typed = argument.partition("=")
        try:
            if not equals:
                raise Refused(Message("write it as FIELD=VALUE"))
            corrector.set(named(before, name), typed)
        except (Refused, ValidationError) as error:
            yield name, refusals(error)[0][1]
    for note in corrector.notes:
        complain(say(note))


def _name(arguments: list[str]) -> Message:
    """What undo and log call the change."""
    names = [argument.partition("=")[0] for argument in arguments]
    if len(names) <= _NAMED:
        return Message("set {fields}", fields=", ".join(names))
    return Counted("set {n} field", "set {n} fields", len(names))


def _steps(incident: Incident, arguments: Iterable[str], now: datetime) -> tuple[list[Step], list[tuple[str, Message]]]:
    """What the arguments change, and what is wrong with them, each with the name of its field."""
    steps: list[Step] = []
    refused: list[tuple[str, Message]] = []
    values: dict[tuple[str, str], dict[str, object]] = {}
    seen = incident
    for argument in sorted(arguments, key=_rank):
        name, equals, typed = argument.partition("=")
        try:
            if not equals:
                raise Refused(Message("write it as FIELD=VALUE"))
            field = target(incident, name)
            understood = Reader(seen, now, plain=True).read(field.field, typed)
        except Refused as error:
            refused.append((name, error.message))
            continue
        for note in understood.notes:
            complain(f"{name}: {say(note)}")
        if name == _CURRENCY:
            steps = list(currency_steps(incident, understood.value))
            seen = incident = applied(incident, steps)
            continue
        values.setdefault((field.section, field.record), {})[field.field.name] = understood.value
        seen = _as_if(seen, name, understood.value)
    for (section, record), fields in values.items():
        try:
            step = edit(incident, section, record, fields)
            steps += [step] if step else []
        except (Refused, ValidationError) as error:
            refused += [(_where(incident, section, record, place), text) for place, text in refusals(error)]
    return steps, refused


def _rank(argument: str) -> int:
    name = argument.partition("=")[0]
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _as_if(incident: Incident, name: str, value: str) -> Incident:
    """The incident in which the values that follow are read; it need not be right yet."""
    if name == _ZONE:
        values: dict[str, object] = {"zone": value}
    elif name == _START:
        values = {"started_at": to_instant(datetime.fromisoformat(value))}
    else:
        return incident
    return incident.model_copy(update={"summary": incident.summary.model_copy(update=values)})


def _where(incident: Incident, section: str, record: str, place: str) -> str:
    """The dotted name of what was refused; `place` is the field, or nothing where several do not fit together."""
    field = place.partition(".")[0]
    parts = [section] if isinstance(incident.section(section), Fields) else [section, record]
    return ".".join([*parts, field] if field and field not in ("score", "answer") else parts)
