"""What went well, in a document, and where one got lucky."""

from collections.abc import Iterable, Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Heading, Node, Point
from data.language import _
from model.went_well import LUCKY, WentWellItem

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The items; those that were luck under a heading of their own."""
    section = subject.incident.went_well
    earned, lucky = _points(section.earned()), _points(section.lucky())
    if earned:
        yield Bullets(earned)
    if lucky:
        yield Heading(3, _(LUCKY))
        yield Bullets(lucky)


def _points(items: Iterable[WentWellItem]) -> list[Point]:
    return [Point(item.text) for item in items if item.text]
