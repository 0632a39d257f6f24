"""Which incidents of a quarter are one of a pair of repeats, however few pairs are listed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from model.review.facts import Facts
from model.review.repeats import ALIKE, Repeat, Ruling, corpus_of

__all__ = ["again"]

Row = tuple[Facts, str]
"""An incident, and the category that makes it one of a pair; empty where it has none."""


def again(
    here: Sequence[Facts],
    everything: Sequence[Facts],
    pairs: Iterable[Repeat],
    rulings: Mapping[tuple[str, str], Ruling],
) -> list[Row]:
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
    later = [facts for facts in here if facts.id in long]
    found += _of_one_kind(later, here, rulings)
    known = {facts.id for facts, _category in found}
    found += _by_words(later, [facts for facts in here if facts.id not in known], everything, rulings)
    return list({(facts.id, category): (facts, category) for facts, category in found}.values())


def _rows(one: Facts, shared: Sequence[str]) -> Iterator[Row]:
    yield from ((one, category) for category in shared or one.categories or ("",))


def _is_pair(later: Facts, earlier: Facts, rulings: Mapping[tuple[str, str], Ruling]) -> bool:
    rejected = rulings.get((later.id, earlier.id)) is Ruling.REJECTED
    return (earlier.started_at, earlier.id) < (later.started_at, later.id) and not rejected


def _of_one_kind(
    later: Sequence[Facts], here: Sequence[Facts], rulings: Mapping[tuple[str, str], Ruling]
) -> Iterator[Row]:
    """Both of each pair of the same service and category."""
    kinds: dict[tuple[str, str], list[Facts]] = {}
    for facts in here:
        for category in facts.categories if facts.service else ():
            kinds.setdefault((facts.service.casefold(), category), []).append(facts)
    for one in later:
        for category in one.categories if one.service else ():
            earlier = [other for other in kinds[one.service.casefold(), category] if _is_pair(one, other, rulings)]
            yield from ((facts, category) for facts in (*earlier, *([one] if earlier else [])))


def _by_words(
    later: Sequence[Facts],
    earlier: Sequence[Facts],
    everything: Sequence[Facts],
    rulings: Mapping[tuple[str, str], Ruling],
) -> Iterator[Row]:
    """Those of the earlier ones whose words a later one of the same service or category has."""
    if not later or not earlier:
        return
    corpus = corpus_of(everything)
    group = corpus.among(facts.id for facts in later)
    for other in earlier:
        alike = group.alike(other.id, ALIKE)
        for one in later:
            shared = [name for name in other.categories if name in one.categories]
            same_service = bool(one.service) and one.service.casefold() == other.service.casefold()
            if one.id in alike and (shared or same_service) and _is_pair(one, other, rulings):
                yield from _rows(other, shared)
