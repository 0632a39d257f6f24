"""`bridgelog ignore`: leaves the marked sentences of a text, and its TODOs, as they are: f9 and x on the screen."""

import argparse

from data.language import _
from model.change import Change, edit
from model.incident import Incident
from model.message import Counted, Message, Refused
from model.summary import Summary
from model.text import one_line
from model.texts import Written, people, texts
from model.timeline import Timeline
from model.todos import proposals, todos
from tui.desk import Desk, complain
from tui.record_names import is_record_name, named

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    told = _("a text that bridgelog check names, such as whys.2 or factors.testing.note")
    parser.add_argument("names", metavar="NAME", nargs="+", help=told)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Say which sentences stay as they are; 1 where none of the texts is marked."""
    from model.marks import marks, sign  # the patterns take a while to load

    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    incident, rules = notebook.incident, desk.rules
    known = list(incident.summary.ignored_sentences)
    roster = people(incident) | rules.roster
    left: dict[str, str] = {}
    undone = {todo.proposal.sign for todo in todos(incident)}
    for written in [one for name in arguments.names for one in _texts(incident, name)]:
        for mark in marks(
            written.text, section=written.section, roster=roster, allowed=rules.allowed_words, ignored=known
        ):
            left[sign(written.text, mark)] = written.text[mark.sentence.start : mark.sentence.end]
        if written.section == Timeline.word:
            left |= {one.sign: one.text for one in proposals(written.text) if one.sign in undone}
    if not left:
        complain(_("nothing is marked there: see bridgelog check {id}").format(id=incident.id))
        return 1
    name = Message("leave “{text}” as it is", text=one_line(next(iter(left.values())))[:40])
    if len(left) > 1:
        name = Counted("leave {n} sentence as it is", "leave {n} sentences as they are", len(left))
    step = edit(incident, Summary.word, Summary.word, {"ignored_sentences": [*known, *left]})
    if step:
        notebook.do(Change(name, (step,)))
    notebook.close()
    for sentence in left.values():
        desk.say(_("left as it is: {sentence}").format(sentence=one_line(sentence)))
    return 0


def _texts(incident: Incident, name: str) -> list[Written]:
    """The texts of that name: one field, or all of a record. Raises `Refused` where there is none."""
    if is_record_name(name):
        place = named(incident, name)
        section, record, field = place.section, place.record, place.field
    else:
        section, _dot, rest = name.partition(".")
        record, _dot, field = rest.partition(".")
        if section in (Summary.word,):
            record, field = section, rest
    found = [
        one for one in texts(incident) if (one.section, one.record) == (section, record) and field in ("", one.field)
    ]
    if not found:
        raise Refused(
            Message(
                "there is no text {name}: bridgelog records {id} lists what there is", name=name[:40], id=incident.id
            )
        )
    return found
