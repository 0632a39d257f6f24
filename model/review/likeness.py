"""How alike the words of two incidents are, and which words say so."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

__all__ = ["Corpus", "Likeness", "words_of"]

_WORD = re.compile(r"[^\W\d_][\w-]*[^\W_]|[^\W\d_]{2,}")
_SHORTEST = 3
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s")
_DOUBLING = frozenset({"ings", "ing", "ed"})
"""Endings before which a consonant is doubled: dropped, dropping."""
_COMMON = frozenset(
    word
    for line in (
        "the and for was were with that this from into had has have not but are its their our your they them then than",
        "when while after before during because since also only very more most some any all each other there here",
        "what which who whom whose why how where would could should may might can will been being did does done about",
        "over under again between both such same too out off incident outage issue problem caused cause causes causing",
        "led lead due result team service system",
    )
    for word in line.split()
)
"""Words that any post-mortem has."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are."""

    cosine: float
    """From 0 to 1, of their words weighed by how rare they are (TF-IDF; Salton and Buckley 1988)."""
    shared: Sequence[str]
    """The words that made it so, as the first of the two writes them, the weightiest first."""


def words_of(text: str) -> Counter[str]:
    """The words of a text that say what it is about, without their endings."""
    return Counter(
        _stem(word) for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST and word not in _COMMON
    )


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending == "ies" else "")
            if ending in _DOUBLING and word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


class Corpus:
    """Texts by their names, to be compared with each other."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        counts = {name: words_of(text) for name, text in texts.items()}
        in_how_many = Counter(word for words in counts.values() for word in words)
        every = len(texts)
        self._rarity = {word: log((1 + every) / (1 + many)) + 1 for word, many in in_how_many.items()}
        self._vectors = {name: self._vector(words) for name, words in counts.items()}
        self._places = {name: place for place, name in enumerate(texts)}
        self._holding: dict[str, tuple[array[int], array[float]]] = {}
        for place, vector in enumerate(self._vectors.values()):
            for word, weight in vector.items():
                places, weights = self._holding.setdefault(word, (array("l"), array("d")))
                places.append(place)
                weights.append(weight)

    def _vector(self, words: Counter[str]) -> dict[str, float]:
        weights = {word: (1 + log(count)) * self._rarity[word] for word, count in words.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {word: weight / length for word, weight in weights.items()} if length else {}

    def cosines(self, one: str, others: Iterable[str]) -> dict[str, float]:
        """How alike those others are to that one; quick where they are many."""
        vector, names = self._vectors[one], list(others)
        if len(vector) * len(names) < sum(len(self._holding[word][0]) for word in vector):
            return {name: min(1.0, self._product(vector, self._vectors[name])) for name in names}
        found = [0.0] * len(self._places)
        for word, weight in vector.items():
            for place, other in zip(*self._holding[word], strict=True):
                found[place] += weight * other
        return {name: min(1.0, found[self._places[name]]) for name in names}

    @staticmethod
    def _product(first: Mapping[str, float], second: Mapping[str, float]) -> float:
        return sum(weight * second[word] for word, weight in first.items() if word in second)

    def likeness(self, one: str, other: str) -> Likeness:
        """How alike those two are."""
        first, second = self._vectors[one], self._vectors[other]
        products = {word: weight * second[word] for word, weight in first.items() if word in second}
        shared = sorted(products, key=lambda word: (-products[word], word))
        written = _as_written(self._texts[one]) if shared else {}
        return Likeness(min(1.0, sum(products.values())), [written.get(word, word) for word in shared])


def _as_written(text: str) -> dict[str, str]:
    """What stands for each word of a text with its ending, as it first occurs in it."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        found.setdefault(_stem(word.lower()), word)
    return found
