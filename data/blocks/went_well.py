"""What went well, in a document."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Node, Point

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The items."""
    items = [Point(item.text) for item in subject.incident.went_well.root if item.text]
    if items:
        yield Bullets(items)
