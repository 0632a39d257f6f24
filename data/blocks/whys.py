"""The root cause in a document: each chain from its first why to its category."""

from collections.abc import Iterator, Sequence

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Heading, Node, Point
from data.language import _
from model.whys import CATEGORY_LABELS, LEVELS, Why

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """Every chain."""
    chains = subject.incident.whys.chains()
    for number, chain in enumerate(chains, 1):
        if len(chains) > 1:
            yield Heading(3, _("Chain {number}").format(number=number))
        yield Bullets(list(_chain(subject, chain)))


def _chain(subject: Subject, chain: Sequence[Why]) -> Iterator[Point]:
    for number, why in enumerate(chain, 1):
        prompt = _(LEVELS[number - 1]) if number <= len(LEVELS) else _("and why that")
        lead = _("Why {number}, {prompt}").format(number=number, prompt=prompt)
        yield Point(why.text or _("(no answer yet)"), lead, _evidence(subject, why))
    yield Point(_category(subject, chain[-1].category), _("Root-cause category"))


def _evidence(subject: Subject, why: Why) -> str:
    times = [subject.brief(entry.at) for entry in subject.incident.timeline.root if entry.id in why.evidence]
    return _("evidence: {times}").format(times=", ".join(times)) if times else ""


def _category(subject: Subject, category: str | None) -> str:
    if not category:
        return _("none chosen yet")
    factor = subject.incident.factors.root.get(category)
    return _(CATEGORY_LABELS.get(category, "")) or (factor.name if factor else category)
