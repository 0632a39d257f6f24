"""`bridgelog add`: a why, an action, something that went well, a note, a factor of one's own."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from pydantic import ValidationError

from data.language import _, say
from data.notebook import Notebook
from model.action_changes import new_action
from model.change import Change, Step, create
from model.factors import Factors
from model.ids import new_record_id
from model.instant import stored
from model.message import Message, Refused
from model.notes import Notes
from model.record import Records
from model.refusal import refusals
from model.text import one_line
from model.went_well import WentWell
from model.why_changes import answer
from tui.corrections import Corrector
from tui.desk import Desk, complain
from tui.dotted import target
from tui.record_names import Named, name_of
from tui.secret_notes import note_secrets

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("kind", metavar="KIND", choices=list(_KINDS), help=", ".join(_KINDS))
    parser.add_argument("text", metavar="TEXT", help=_("what it says; - reads it from standard input"))
    told = _("explains=2 category=testing evidence=3,5 of a why; owner=Mina deadline=friday priority=P0 of an action …")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="*", help=told)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Add it with its fields as one change, and print its name; 2, and nothing is added, where one is refused."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    text = (sys.stdin.read() if arguments.text == "-" else arguments.text).strip()
    if not text:
        raise Refused(Message("there is nothing to add: say what it is"))
    change = _KINDS[arguments.kind](notebook, text, desk)
    made = next(step for step in change.steps if step.before is None)
    corrector = Corrector(notebook.incident, desk.now, desk.rules)
    corrector.take(change.steps)
    refused = list(_fill(corrector, made, arguments.fields))
    for name, message in refused:
        complain(f"{name}: {say(message)}")
    if refused:
        return 2
    for note in corrector.notes:
        complain(say(note))
    notebook.do(Change(change.name, tuple(_folded(corrector.steps, made))))
    notebook.close()
    desk.say(name_of(notebook.incident, made.section, made.record))
    note_secrets([text, *arguments.fields])
    return 0


def _fill(corrector: Corrector, made: Step, fields: Iterable[str]) -> Iterable[tuple[str, Message]]:
    """Give the new record its fields; what is refused, with the names of the fields."""
    for argument in fields:
        name, equals, typed = argument.partition("=")
        try:
            if not equals:
                raise Refused(Message("write it as FIELD=VALUE"))
            if isinstance(corrector.incident.section(made.section), Records):
                corrector.set(Named(made.section, made.record, name), typed)
            else:
                corrector.put(target(corrector.incident, _dotted(made, name)), typed)
        except (Refused, ValidationError) as error:
            yield name, refusals(error)[0][1]


def _dotted(made: Step, field: str) -> str:
    return f"{made.section}.{made.record}" + ("" if field == "score" else f".{field}")


def _folded(steps: Iterable[Step], made: Step) -> Iterable[Step]:
    """The steps with what was set of the new record in the step that makes it."""
    steps = list(steps)
    of_it = [step.after or {} for step in steps if (step.section, step.record) == (made.section, made.record)]
    whole = {name: value for after in of_it for name, value in after.items()}
    for step in steps:
        if step is made:
            filled = {name: value for name, value in whole.items() if value is not None}
            yield Step(made.section, made.record, before=None, after=filled)
        elif (step.section, step.record) != (made.section, made.record):
            yield step


def _why(notebook: Notebook, text: str, _desk: Desk) -> Change:
    return answer(notebook.incident, None, text, notebook.now)


def _action(notebook: Notebook, text: str, desk: Desk) -> Change:
    return new_action(notebook.incident, text, notebook.now, desk.rules.calendar)


def _went_well(notebook: Notebook, text: str, _desk: Desk) -> Change:
    name = Message("went well: “{text}”", text=one_line(text)[:40])
    return Change(name, (create(WentWell.word, new_record_id(notebook.now), {"text": text}),))


def _lucky(notebook: Notebook, text: str, _desk: Desk) -> Change:
    name = Message("lucky: “{text}”", text=one_line(text)[:40])
    return Change(name, (create(WentWell.word, new_record_id(notebook.now), {"text": text, "lucky": True}),))


def _note(notebook: Notebook, text: str, _desk: Desk) -> Change:
    name = Message("note: “{text}”", text=one_line(text)[:40])
    values = {"at": stored(notebook.now), "text": text, "author": notebook.author}
    return Change(name, (create(Notes.word, new_record_id(notebook.now), values),))


def _factor(notebook: Notebook, text: str, _desk: Desk) -> Change:
    record = f"own-{new_record_id(notebook.now).lower()}"
    return Change(Message("add factor: {name}", name=text), (create(Factors.word, record, {"label": text}),))


_KINDS: Mapping[str, Callable[[Notebook, str, Desk], Change]] = MappingProxyType(
    {"why": _why, "action": _action, "went-well": _went_well, "lucky": _lucky, "note": _note, "factor": _factor}
)
"""What can be added; entries of the timeline are stamped."""
