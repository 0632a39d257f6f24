"""`bridgelog records`: what an incident holds, each with the name that `set`, `remove` and `ignore` know it by."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from data.history_words import NOTHING, Wording
from data.language import _
from model.factors import Factors
from model.incident import SECTIONS, Incident
from model.record import Fields, Records
from model.recurrence import Recurrence
from tui.desk import Desk, as_json, complain, table
from tui.dotted import fields_of
from tui.record_names import numbers

__all__ = ["configure", "run"]

_MAIN = {Factors.word: "score", Recurrence.word: "answer"}
"""The field that is said also where it is empty."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    told = _("only of those sections: {names}").format(names=", ".join(SECTIONS))
    parser.add_argument("sections", metavar="SECTION", nargs="*", help=told)
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print a line a record, and a line a field of the sections that are one record; 1 where there is none."""
    for word in arguments.sections:
        if word not in SECTIONS:
            complain(_("no section is called “{name}”: there are {names}").format(name=word, names=", ".join(SECTIONS)))
            return 2
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    words = [word for word in SECTIONS if word in (arguments.sections or SECTIONS)]
    found = [record for word in words for record in _records(incident, word)]
    if arguments.json:
        desk.say(as_json([{"name": name, "section": word, **record} for name, word, record in found]))
        return 0 if found else 1
    wording = Wording(incident)
    rows = [row for name, word, record in found for row in _rows(incident, wording, name, word, record)]
    if rows:
        desk.say(table(rows))
    return 0 if rows else 1


def _records(incident: Incident, word: str) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    found = incident.section(word)
    known = numbers(incident, word) if isinstance(found, Records) else {}
    for id, document in found.documents().items():
        yield f"{word}.{known.get(id, id)}" if id != word else word, word, document


def _rows(
    incident: Incident, wording: Wording, name: str, word: str, record: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    if isinstance(incident.section(word), Fields):
        labels = dict(wording.fields(word))
        for field in fields_of(word):
            yield f"{name}.{field}", f"{labels[field]}: {wording.value(word, field, record.get(field))}"
    else:
        told = wording.told(word, record)
        main = _MAIN.get(word)
        if main and record.get(main) is None:
            told += f" · {dict(wording.fields(word))[main]}: {NOTHING}"
        yield name, told
