"""Repeats: the same cause again. Found by rules that can be read, and decided by a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from model.review.facts import Facts
from model.review.likeness import Corpus, Likeness

__all__ = ["ALIKE", "Repeat", "Ruling", "corpus_of", "repeats"]

ALIKE = 0.25
"""The cosine from which two texts count as similar."""
_WORDS_SHOWN = 6
_FEW = 3
"""Earlier incidents that nobody has ruled on yet, listed for each later one."""


class Ruling(StrEnum):
    """What a person said of a pair."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Repeat:
    """An incident that looks like an earlier one."""

    later: Facts
    earlier: Facts
    categories: Sequence[str]
    """The root-cause categories that both end in."""
    same_service: bool
    likeness: Likeness
    ruling: Ruling
    more: int = 0
    """How many further earlier incidents the later one looks like, beyond those that are listed."""

    @property
    def words(self) -> Sequence[str]:
        """The words that matched."""
        return self.likeness.shared[:_WORDS_SHOWN]


def repeats(
    later: Sequence[Facts], everything: Sequence[Facts], rulings: Mapping[tuple[str, str], Ruling] | None = None
) -> list[Repeat]:
    """What each of the later incidents may repeat, the likeliest first.

    A pair is one with the same category and the same service or similar words, or with the same service and similar
    words. `rulings` are by the ids of the later and the earlier incident; a pair that somebody confirmed is one. Of
    the others only the likeliest few of each later incident are listed, and how many more there are is said.
    """
    known: dict[str, dict[str, Ruling]] = {}
    for (of, earlier), ruling in (rulings or {}).items():
        known.setdefault(of, {})[earlier] = ruling
    corpus = corpus_of(everything)
    by_id = {facts.id: facts for facts in everything}
    near = _Neighbours(everything, corpus)
    found: list[Repeat] = []
    for one in later:
        ruled = known.get(one.id, {})
        alike = near.alike(one)
        pairs = [
            pair
            for id in (alike.keys() | near.by_both(one) | ruled.keys()) - {one.id}
            if (other := by_id.get(id)) is not None
            and (other.started_at, other.id) < (one.started_at, one.id)
            and (pair := _pair(one, other, alike.get(id) or corpus.cosine(one.id, id), ruled.get(id))) is not None
        ]
        pairs.sort(key=_order)
        decided = [pair for pair in pairs if pair.ruling is not Ruling.OPEN]
        open_ones = [pair for pair in pairs if pair.ruling is Ruling.OPEN]
        more = max(0, len(open_ones) - _FEW)
        found += (
            replace(pair, likeness=corpus.likeness(one.id, pair.earlier.id), more=more)
            for pair in (*decided, *open_ones[:_FEW])
        )
    return sorted(found, key=_order)


class _Neighbours:
    """Which incidents share a category or the service."""

    def __init__(self, everything: Sequence[Facts], corpus: Corpus) -> None:
        self._ids: dict[tuple[str, str], set[str]] = {}
        for facts in everything:
            for sign in (*_categories(facts), *_service(facts)):
                self._ids.setdefault(sign, set()).add(facts.id)
        self._group = cache(lambda sign: corpus.among(sorted(self._ids[sign])))

    def alike(self, one: Facts) -> dict[str, float]:
        """The ids of those that share one of them with it and have similar words, with their cosines."""
        found: dict[str, float] = {}
        for sign in (*_categories(one), *_service(one)):
            found |= self._group(sign).alike(one.id, ALIKE)
        return found

    def by_both(self, one: Facts) -> set[str]:
        """The ids of those that share a category and the service with it."""
        categories = set().union(*(self._ids[sign] for sign in _categories(one)))
        return categories.intersection(*(self._ids[sign] for sign in _service(one))) if one.service else set()


def _categories(facts: Facts) -> Iterable[tuple[str, str]]:
    return (("category", name) for name in facts.categories)


def _service(facts: Facts) -> Iterable[tuple[str, str]]:
    return (("service", facts.service.casefold()),) if facts.service else ()


def corpus_of(everything: Iterable[Facts]) -> Corpus:
    """The words of those incidents, to be compared."""
    by_id = {facts.id: facts for facts in everything}
    return Corpus({id: facts.terms for id, facts in by_id.items()}, lambda id: by_id[id].text)


def _pair(one: Facts, other: Facts, cosine: float, ruled: Ruling | None) -> Repeat | None:
    ruling = ruled or Ruling.OPEN
    categories = [name for name in one.categories if name in other.categories]
    same_service = bool(one.service) and one.service.casefold() == other.service.casefold()
    alike = cosine >= ALIKE
    matches = (categories and (same_service or alike)) or (same_service and alike)
    if not matches and ruling is Ruling.OPEN:
        return None
    return Repeat(one, other, categories, same_service, Likeness(cosine, ()), ruling)


def _order(pair: Repeat) -> tuple[object, ...]:
    rank = {Ruling.CONFIRMED: 0, Ruling.OPEN: 1, Ruling.REJECTED: 2}[pair.ruling]
    signs = bool(pair.categories) + pair.same_service + (pair.likeness.cosine >= ALIKE)
    return rank, -signs, -pair.likeness.cosine, pair.later.id, pair.earlier.id
