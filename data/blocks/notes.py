"""The notes of the review meeting, as an appendix of a document."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Node, Point
from data.language import _
from model.incident import SECTIONS
from model.notes import Note

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The notes as they were taken, each with the section that was spoken of."""
    points = [_point(subject, note) for note in subject.incident.notes.root if note.text]
    if points:
        yield Bullets(points)


def _point(subject: Subject, note: Note) -> Point:
    section = SECTIONS.get(note.about)
    taken = [subject.moment(note.at), *([note.author] if note.author else [])]
    return Point(note.text, _(section.heading) if section else "", ", ".join(taken))
