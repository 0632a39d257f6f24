"""The root cause in a document: each chain from its first why to its category."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Heading, Node, Paragraph
from data.language import _
from model.whys import CATEGORY_LABELS, LEVELS, Why

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """Every chain."""
    chains = subject.incident.whys.chains()
    for number, chain in enumerate(chains, 1):
        if len(chains) > 1:
            yield Heading(3, _("Chain {number}").format(number=number))
        yield Bullets([_answer(subject, level, why) for level, why in enumerate(chain)])
        category = chain[-1].category
        if category:
            label = _(CATEGORY_LABELS.get(category, "")) or _own(subject, category)
            yield Paragraph(_("Root-cause category: {category}").format(category=label))
        else:
            yield Paragraph(_("Root-cause category: none chosen"), quiet=True)


def _own(subject: Subject, category: str) -> str:
    factor = subject.incident.factors.root.get(category)
    return factor.name if factor else category


def _answer(subject: Subject, level: int, why: Why) -> str:
    prompt = _(LEVELS[min(level, len(LEVELS) - 1)]) if level < len(LEVELS) else _("and why that")
    text = why.text or _("(no answer yet)")
    cited = [entry for entry in subject.incident.timeline.root if entry.id in why.evidence]
    answer = _("Why {number} ({prompt}): {text}").format(number=level + 1, prompt=prompt, text=text)
    if not cited:
        return answer
    times = ", ".join(subject.clock(entry.at) for entry in cited)
    return _("{answer} [evidence: {times}]").format(answer=answer, times=times)
