"""What each section says in a document, one module a section."""

from collections.abc import Callable, Iterator
from importlib import import_module

from data.blocks.subject import Subject
from data.documents.nodes import Heading, Node, Paragraph
from data.language import _
from model.incident import SECTIONS

__all__ = ["Subject", "post_mortem"]


def post_mortem(subject: Subject) -> Iterator[Node]:
    """The whole post-mortem: its title, and every section in order."""
    incident = subject.incident
    yield Heading(1, _("{id}: {title}").format(id=incident.id, title=incident.summary.title))
    yield Paragraph(_("As of {moment}.").format(moment=subject.moment(subject.now)), quiet=True)
    if incident.summary.live:
        yield Paragraph(_("This incident is still live. What is said here will change."))
    for word, section in SECTIONS.items():
        block: Callable[[Subject], Iterator[Node]] = import_module(f"data.blocks.{word}").block
        yield Heading(2, _(section.heading))
        nodes = list(block(subject))
        yield from nodes or [Paragraph(_("Nothing was written down."), quiet=True)]
