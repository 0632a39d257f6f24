"""Repeats: the same cause again. Found by rules that can be read, and decided by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from model.review.facts import Facts
from model.review.likeness import Corpus, Likeness

__all__ = ["ALIKE", "Repeat", "Ruling", "repeats"]

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
    corpus = Corpus({facts.id: "\n".join((facts.words, *facts.causes)) for facts in everything})
    by_id = {facts.id: facts for facts in everything}
    near = _Neighbours(everything)
    found: list[Repeat] = []
    for one in later:
        ruled = known.get(one.id, {})
        before = [
            other
            for id in near.of(one) | ruled.keys()
            if (other := by_id.get(id)) is not None and (other.started_at, other.id) < (one.started_at, one.id)
        ]
        cosines = corpus.cosines(one.id, (other.id for other in before))
        pairs = [
            pair
            for other in before
            if (pair := _pair(one, other, cosines[other.id], ruled.get(other.id, Ruling.OPEN))) is not None
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

    def __init__(self, everything: Sequence[Facts]) -> None:
        self._ids: dict[tuple[str, str], set[str]] = {}
        for facts in everything:
            for sign in self._signs(facts):
                self._ids.setdefault(sign, set()).add(facts.id)

    def of(self, one: Facts) -> set[str]:
        """The ids of those that share one with it."""
        return set().union(*(self._ids.get(sign, set()) for sign in self._signs(one))) - {one.id}

    @staticmethod
    def _signs(facts: Facts) -> list[tuple[str, str]]:
        signs = [("category", name) for name in facts.categories]
        return [*signs, ("service", facts.service.casefold())] if facts.service else signs


def _pair(one: Facts, other: Facts, cosine: float, ruling: Ruling) -> Repeat | None:
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
