"""The root cause in a document: each chain in five lines at most, from its first why to its category."""

from collections.abc import Iterator, Sequence

from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Heading, Node, Point
from data.language import _
from model.five_lines import Line, five_lines, shared
from model.whys import CATEGORY_LABELS, LEVELS, Why

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """Every chain; one that branches off says where, and goes on from there."""
    chains = subject.incident.whys.chains()
    cited = {entry for why in subject.incident.whys.root for entry in why.evidence}
    times = {entry.id: subject.brief(entry.at) for entry in subject.incident.timeline.root if entry.id in cited}
    for number, chain in enumerate(chains, 1):
        if len(chains) > 1:
            yield Heading(3, _("Chain {number}").format(number=number))
        common, other = shared(chain, chains[: number - 1])
        points = [_branch(common, other)] if common else []
        points += [_point(line, times) for line in five_lines(chain, common)]
        points.append(Point(_category(subject, chain[-1].category), _("Root-cause category")))
        yield Bullets(points)


def _branch(common: int, chain: int) -> Point:
    text = _("as in chain {chain}").format(chain=chain)
    return Point(text, _numbers(1, common))


def _point(line: Line, times: dict[str, str]) -> Point:
    lead = _("{whys}, {prompt}").format(whys=_numbers(line.first, line.last), prompt=_(LEVELS[line.level]))
    text = " → ".join(why.text or _("(no answer yet)") for why in line.whys)
    return Point(text, lead, _evidence(line.whys, times))


def _numbers(first: int, last: int) -> str:
    if first == last:
        return _("Why {number}").format(number=first)
    return _("Why {first} to {last}").format(first=first, last=last)


def _evidence(whys: Sequence[Why], times: dict[str, str]) -> str:
    cited = dict.fromkeys(times[entry] for why in whys for entry in why.evidence if entry in times)
    return _("evidence: {times}").format(times=", ".join(cited)) if cited else ""


def _category(subject: Subject, category: str | None) -> str:
    if not category:
        return _("none chosen yet")
    factor = subject.incident.factors.root.get(category)
    return _(CATEGORY_LABELS.get(category, "")) or (factor.name if factor else category)
