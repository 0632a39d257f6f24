"""`bridgelog set`: fields by their dotted names, all of them or none."""

import argparse
from collections.abc import Iterator

from pydantic import ValidationError

from data.language import _, say
from data.typed import Reader
from model.change import Change, Step, applied, edit
from model.cost import Cost
from model.currency import currency_steps
from model.factors import Factors
from model.field import Field, Kind
from model.incident import Incident
from model.message import Message, Refused
from model.recurrence import ANSWER_LABELS, Recurrence
from model.refusal import first_refusal
from model.summary import Summary
from tui.desk import Desk, complain

__all__ = ["configure", "run"]

_NOTE = Field("note", "", Kind.TEXT)
_FIXED = {
    Factors.word: {"score": Field("score", "", Kind.COUNT), "note": _NOTE},
    Recurrence.word: {
        "answer": Field("answer", "", Kind.CHOICE, choices=ANSWER_LABELS),
        "note": _NOTE,
        "rfc": Field("rfc", "", Kind.TEXT),
    },
}
_FIRST = {Factors.word: "score", Recurrence.word: "answer"}
_FORMS = {Summary.word: Summary.FIELDS, Cost.word: Cost.FIELDS}


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument(
        "fields", metavar="FIELD=VALUE", nargs="+", help=_("summary.users_affected=4200, factors.testing=2 …")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Set all the fields as one change, or none where one is refused."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    steps: list[Step] = []
    incident = notebook.incident
    refused = False
    for argument in arguments.fields:
        name, equals, typed = argument.partition("=")
        try:
            if not equals:
                raise Refused(Message("write it as FIELD=VALUE"))
            fresh = list(_steps(incident, name, typed, Reader(incident, desk.now, plain=True)))
            incident = applied(incident, fresh)
            steps += fresh
        except (Refused, ValidationError) as error:
            complain(f"{name}: {say(first_refusal(error)[1])}")
            refused = True
    if refused:
        return 2
    if steps:
        names = ", ".join(argument.partition("=")[0] for argument in arguments.fields)
        notebook.do(Change(Message("set {fields}", fields=names), tuple(steps)))
    notebook.close()
    return 0


def _steps(incident: Incident, name: str, typed: str, reader: Reader) -> Iterator[Step]:
    section, _dot, rest = name.partition(".")
    record, _dot, part = rest.partition(".")
    if section in _FORMS and not part:
        field = next((field for field in _FORMS[section] if field.name == record), None)
        record_id = section
    elif section in _FIXED and record in incident.section(section).documents():
        field = _FIXED[section].get(part or _FIRST[section])
        record_id = record
    else:
        field, record_id = None, ""
    if field is None:
        known = ", ".join([*_FORMS, *_FIXED])
        raise Refused(Message("no field is called that: it begins with one of {known}", known=known))
    value = reader.read(field, typed).value
    if section == Cost.word and field.name == "currency":
        yield from currency_steps(incident, value)
        return
    step = edit(incident, section, record_id, {field.name: value})
    if step:
        yield step
