"""Repeats: the same cause again. Found by rules that can be read, and decided by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.review.facts import Facts
from model.review.likeness import Corpus, Likeness

__all__ = ["ALIKE", "Repeat", "Ruling", "repeats"]

ALIKE = 0.25
"""The cosine from which two texts count as similar."""
_WORDS_SHOWN = 6


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

    @property
    def words(self) -> Sequence[str]:
        """The words that matched."""
        return self.likeness.shared[:_WORDS_SHOWN]


def repeats(
    later: Sequence[Facts], everything: Sequence[Facts], rulings: Mapping[tuple[str, str], Ruling] | None = None
) -> list[Repeat]:
    """What each of the later incidents may repeat, the likeliest first.

    A pair is one with the same category and the same service or similar words, or with the same service and similar
    words. `rulings` are by the ids of the later and the earlier incident; a pair that somebody confirmed is one.
    """
    known = rulings or {}
    corpus = Corpus({facts.id: "\n".join((facts.words, *facts.causes)) for facts in everything})
    found = []
    for one in later:
        for other in everything:
            if (other.started_at, other.id) < (one.started_at, one.id):
                pair = _pair(one, other, corpus, known.get((one.id, other.id), Ruling.OPEN))
                if pair is not None:
                    found.append(pair)
    return sorted(found, key=_order)


def _pair(one: Facts, other: Facts, corpus: Corpus, ruling: Ruling) -> Repeat | None:
    categories = [name for name in one.categories if name in other.categories]
    same_service = bool(one.service) and one.service.casefold() == other.service.casefold()
    if not categories and not same_service and ruling is Ruling.OPEN:
        return None
    likeness = corpus.likeness(one.id, other.id)
    alike = likeness.cosine >= ALIKE
    matches = (categories and (same_service or alike)) or (same_service and alike)
    if not matches and ruling is Ruling.OPEN:
        return None
    return Repeat(one, other, categories, same_service, likeness, ruling)


def _order(pair: Repeat) -> tuple[object, ...]:
    rank = {Ruling.CONFIRMED: 0, Ruling.OPEN: 1, Ruling.REJECTED: 2}[pair.ruling]
    signs = bool(pair.categories) + pair.same_service + (pair.likeness.cosine >= ALIKE)
    return rank, -signs, -pair.likeness.cosine, pair.later.id, pair.earlier.id
