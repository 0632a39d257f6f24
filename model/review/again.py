"""Which incidents of a quarter are one of a pair of repeats, however few pairs are listed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.review.facts import Facts
from model.review.repeats import ALIKE, Repeat, Ruling, corpus_of

__all__ = ["again"]


def again(
    here: Sequence[Facts],
    everything: Sequence[Facts],
    pairs: Iterable[Repeat],
    rulings: Mapping[tuple[str, str], Ruling],
) -> list[tuple[Facts, str]]:
    """Those incidents, each with each category that makes the pair; its own ones, or none, where that is the service.

    `pairs` are those that are listed and were not rejected: each later incident is in one of them. An earlier one of
    the same quarter may be in none, as only the likeliest few are listed.
    """
    listed = list(pairs)
    ids = {facts.id for facts in here}
    found = [
        row
        for pair in listed
        for one in (pair.later, pair.earlier)
        if one.id in ids
        for row in _rows(one, pair.categories)
    ]
    long = {pair.later.id for pair in listed if pair.more}
    for later, earlier, shared in _unlisted([one for one in here if one.id in long], here, everything):
        if rulings.get((later.id, earlier.id)) is not Ruling.REJECTED:
            found += [row for one in (later, earlier) for row in _rows(one, shared)]
    return list({(facts.id, category): (facts, category) for facts, category in found}.values())


def _rows(one: Facts, shared: Sequence[str]) -> Iterator[tuple[Facts, str]]:
    yield from ((one, category) for category in shared or one.categories or ("",))


def _unlisted(
    later: Sequence[Facts], here: Sequence[Facts], everything: Sequence[Facts]
) -> Iterator[tuple[Facts, Facts, Sequence[str]]]:
    """All pairs of the quarter, of those that have more than are listed, with the categories that both have."""
    if not later:
        return
    corpus = corpus_of(everything)
    group = corpus.among(facts.id for facts in here)
    for one in later:
        alike = group.alike(one.id, ALIKE)
        for other in here:
            if (other.started_at, other.id) >= (one.started_at, one.id):
                continue
            shared = [name for name in one.categories if name in other.categories]
            same_service = bool(one.service) and one.service.casefold() == other.service.casefold()
            if sum((bool(shared), same_service, other.id in alike)) > 1:
                yield one, other, shared
