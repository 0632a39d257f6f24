"""Repeats: the same cause again. Found by rules that can be read, and decided by a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from model.review.facts import Facts
from model.review.failure_modes import Modes, in_common
from model.review.likeness import Corpus, Likeness, stem

__all__ = ["ALIKE", "Neighbours", "Repeat", "Ruling", "corpus_of", "repeats"]

ALIKE = 0.25
"""The cosine from which two texts count as similar."""
NOTHING = Likeness(0.0, ())
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
    """How alike all their words are."""
    ruling: Ruling
    more: int = 0
    """How many further earlier incidents the later one looks like, beyond those that are listed."""
    causes: Likeness = NOTHING
    """How alike their final whys are; looked at where they share a category."""
    modes: Modes = ()
    """The failure modes that both show, with the words that say so; looked at where they share the service."""

    @property
    def words(self) -> Sequence[str]:
        """The words that matched, those of the final whys first."""
        if not self.similar_causes:
            return self.likeness.shared[:_WORDS_SHOWN]
        known = {stem(word.lower()) for word in self.causes.shared}
        others = (word for word in self.likeness.shared if stem(word.lower()) not in known)
        return (*self.causes.shared, *others)[:_WORDS_SHOWN]

    @property
    def similar_causes(self) -> bool:
        """Whether it is a repeat by its final whys."""
        return bool(self.categories) and self.causes.cosine >= ALIKE

    @property
    def is_one(self) -> bool:
        """Whether the rules find it, whatever somebody said."""
        by_service = self.likeness.cosine >= ALIKE or self.modes or self.categories
        return self.similar_causes or bool(self.same_service and by_service)


def repeats(
    later: Sequence[Facts], everything: Sequence[Facts], rulings: Mapping[tuple[str, str], Ruling] | None = None
) -> list[Repeat]:
    """What each of the later incidents may repeat, the likeliest first.

    A pair has the same category and similar final whys, or the same service and one of three: the same failure mode,
    similar words, the same category. `rulings` are by the ids of the later and the earlier incident; a pair that
    somebody confirmed is one. Of the others only the likeliest few of each later incident are listed, and how many more
    there are is said.
    """
    known: dict[str, dict[str, Ruling]] = {}
    for (of, earlier), ruling in (rulings or {}).items():
        known.setdefault(of, {})[earlier] = ruling
    near = Neighbours(everything)
    by_id = {facts.id: facts for facts in everything}
    found: list[Repeat] = []
    for one in later:
        ruled = known.get(one.id, {})
        pairs = [
            pair
            for id in (near.of(one) | ruled.keys()) - {one.id}
            if (other := by_id.get(id)) is not None
            and (other.started_at, other.id) < (one.started_at, one.id)
            and ((pair := near.pair(one, other, ruled.get(id, Ruling.OPEN))).is_one or id in ruled)
        ]
        pairs.sort(key=_order)
        decided = [pair for pair in pairs if pair.ruling is not Ruling.OPEN]
        open_ones = [pair for pair in pairs if pair.ruling is Ruling.OPEN]
        more = max(0, len(open_ones) - _FEW)
        found += (replace(near.worded(pair), more=more) for pair in (*decided, *open_ones[:_FEW]))
    return sorted(found, key=_order)


class Neighbours:
    """Which incidents share a category or the service, and how alike they are."""

    def __init__(self, everything: Sequence[Facts]) -> None:
        self._words, self._causes = corpus_of(everything), _causes_of(everything)
        self._ids: dict[tuple[str, ...], set[str]] = {}
        for facts in everything:
            for sign in (*_categories(facts), *_service(facts), *_modes(facts)):
                self._ids.setdefault(sign, set()).add(facts.id)
        self._group = cache(lambda sign: self._words.among(sorted(self._ids[sign])))
        self._cause_group = cache(lambda sign: self._causes.among(sorted(self._ids[sign])))

    def of(self, one: Facts) -> set[str]:
        """The ids of those that the rules may find."""
        found = self._by_both(one)
        for sign in _service(one):
            found |= self._group(sign).alike(one.id, ALIKE).keys()
        for sign in _categories(one):
            found |= self._cause_group(sign).alike(one.id, ALIKE).keys()
        for sign in _modes(one):
            found |= self._ids[sign]
        return found

    def _by_both(self, one: Facts) -> set[str]:
        """The ids of those that share a category and the service with it."""
        categories = set().union(*(self._ids[sign] for sign in _categories(one)))
        return categories.intersection(*(self._ids[sign] for sign in _service(one))) if one.service else set()

    def pair(self, one: Facts, other: Facts, ruling: Ruling) -> Repeat:
        """The two, and how alike they are, without the words."""
        categories = [name for name in one.categories if name in other.categories]
        same_service = bool(one.service) and one.service.casefold() == other.service.casefold()
        return Repeat(
            one,
            other,
            categories,
            same_service,
            Likeness(self._words.cosine(one.id, other.id), ()),
            ruling,
            causes=Likeness(self._causes.cosine(one.id, other.id), ()) if categories else NOTHING,
            modes=in_common(one.modes, other.modes) if same_service else (),
        )

    def worded(self, pair: Repeat) -> Repeat:
        """The same pair with the words that matched."""
        ids = pair.later.id, pair.earlier.id
        causes = self._causes.likeness(*ids) if pair.categories else NOTHING
        return replace(pair, likeness=self._words.likeness(*ids), causes=causes)


def _categories(facts: Facts) -> Iterable[tuple[str, ...]]:
    return (("category", name) for name in facts.categories)


def _service(facts: Facts) -> Iterable[tuple[str, ...]]:
    return (("service", facts.service.casefold()),) if facts.service else ()


def _modes(facts: Facts) -> Iterable[tuple[str, ...]]:
    return ((*sign, mode) for sign in _service(facts) for mode, _words in facts.modes)


def corpus_of(everything: Iterable[Facts]) -> Corpus:
    """The words of those incidents, to be compared."""
    by_id = {facts.id: facts for facts in everything}
    return Corpus({id: facts.terms for id, facts in by_id.items()}, lambda id: by_id[id].text)


def _causes_of(everything: Iterable[Facts]) -> Corpus:
    """The words of their final whys alone."""
    by_id = {facts.id: facts for facts in everything}
    return Corpus({id: facts.cause_terms for id, facts in by_id.items()}, lambda id: "\n".join(by_id[id].causes))


def _order(pair: Repeat) -> tuple[object, ...]:
    rank = {Ruling.CONFIRMED: 0, Ruling.OPEN: 1, Ruling.REJECTED: 2}[pair.ruling]
    alike = (pair.likeness.cosine >= ALIKE) + pair.similar_causes
    signs = bool(pair.categories) + pair.same_service + alike + bool(pair.modes)
    return rank, -signs, -max(pair.likeness.cosine, pair.causes.cosine), pair.later.id, pair.earlier.id
