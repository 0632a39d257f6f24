"""`bridgelog agenda`: what the review meeting goes through, with minutes, questions, and what is written down."""

import argparse
from collections.abc import Iterator
from importlib import import_module

from data.blocks import Subject
from data.documents.nodes import Bullets, Heading, Node, Paragraph, Point
from data.language import _, ngettext
from model.agenda import PAGES, QUESTIONS, RULES, TITLES, WELCOME, minutes_for
from model.incident import SECTIONS
from tui.desk import Desk, plain

__all__ = ["configure", "run"]

_LEAST, _MOST = 10, 480


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    minutes = _("how many minutes the meeting takes; as set if left out")
    parser.add_argument("--minutes", metavar="N", type=_minutes, help=minutes)
    parser.add_argument("--brief", action="store_true", help=_("only titles, minutes and questions"))


def _minutes(typed: str) -> int:
    if not typed.isdecimal() or not _LEAST <= int(typed) <= _MOST:
        text = _("a whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(text.format(least=_LEAST, most=_MOST))
    return int(typed)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print each part with what to ask, and with what the incident says there."""
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    subject = None if arguments.brief else Subject(incident, desk.now, desk.rules)
    minutes = minutes_for(arguments.minutes or desk.settings.review_minutes)
    title = _("{id}: {title}").format(id=incident.id, title=incident.summary.title)
    desk.say(plain([Heading(1, title), *_nodes(minutes, subject)]))
    return 0


def _nodes(minutes: dict[str, int], subject: Subject | None) -> Iterator[Node]:
    for number, page in enumerate(PAGES, 1):
        name = _(TITLES[page] if page in TITLES else SECTIONS[page].heading)
        length = ngettext("{n} minute", "{n} minutes", minutes[page]).format(n=minutes[page])
        yield Heading(2, f"{number}. {name}, {length}")
        if page == WELCOME:
            yield Bullets([Point(_(rule)) for rule in RULES])
        yield Paragraph(_(QUESTIONS[page]))
        if subject is not None and page in SECTIONS:
            yield from import_module(f"data.blocks.{page}").block(subject)
