"""What each section says in a document, one module a section."""

from collections.abc import Callable, Iterator
from importlib import import_module

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Heading, Node, Paragraph
from data.language import _
from model.incident import NUMBERED, SECTIONS
from model.publication import STATE_LABELS

__all__ = ["Subject", "post_mortem"]


def post_mortem(subject: Subject) -> Iterator[Node]:
    """The whole post-mortem: its title, and every section in order; an appendix only where it says something."""
    incident = subject.incident
    yield Heading(1, _("{id}: {title}").format(id=incident.id, title=incident.summary.title))
    yield Paragraph(_("As of {moment}.").format(moment=subject.moment(subject.now)), quiet=True)
    yield from _state(subject)
    if incident.summary.live:
        yield Paragraph(_("This incident is still live. What is said here will change."))
    for word, section in SECTIONS.items():
        block: Callable[[Subject], Iterator[Node]] = import_module(f"data.blocks.{word}").block
        nodes = list(block(subject))
        if not nodes and word not in NUMBERED:
            continue
        yield Heading(2, _(section.heading))
        yield from nodes or [Paragraph(_("Nothing was written down."), quiet=True)]


def _state(subject: Subject) -> Iterator[Node]:
    """How far it is, once somebody has said so."""
    summary = subject.incident.summary
    if summary.state_at is None:
        return
    parts = [_(STATE_LABELS[summary.state])]
    if summary.version:
        parts.append(_("version {version}").format(version=formats.number(summary.version)))
    text = _("State: {state}, set by {who} on {moment}.")
    moment = subject.moment(summary.state_at)
    yield Paragraph(text.format(state=", ".join(parts), who=summary.state_by or "–", moment=moment), quiet=True)
