"""How alike the words of two incidents are, and which words say so."""

import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import fsum, log, sqrt
from typing import Self, TypeAlias

__all__ = ["Corpus", "Group", "Likeness", "as_written", "stem", "words_of"]

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
_LEFT_OUT = 0.5
"""How much of the least cosine the words may weigh that the first look leaves out."""
_ROUNDED = 1e-9
"""More than what sums of rounded products can be off by."""

Vector: TypeAlias = Mapping[str, float]
"""The weights of a text's words, together of length 1."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are."""

    cosine: float
    """From 0 to 1, of their words weighed by how rare they are (TF-IDF; Salton and Buckley 1988)."""
    shared: Sequence[str]
    """The words that made it so, as the first of the two writes them, the weightiest first."""


def words_of(text: str) -> Counter[str]:
    """The words of a text that say what it is about, without their endings."""
    words = Counter(map(_term, _WORD.findall(text.lower())))
    del words[""]
    return words


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    """What the word counts as; nothing where it says little."""
    return stem(word) if len(word) >= _SHORTEST and word not in _COMMON else ""


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The word in small letters without its ending, so that its forms count as one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _SHORTEST and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending == "ies" else "")
            if ending in _DOUBLING and word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    return word.removesuffix("e") if len(word) > _SHORTEST + 1 else word


class Corpus:
    """Texts by their names, to be compared with each other."""

    def __init__(self, terms: Mapping[str, Mapping[str, int]], text_of: Callable[[str], str]) -> None:
        """With what `words_of` finds in each text, and a way to the texts themselves."""
        self._text_of = text_of
        self._written: dict[str, Mapping[str, str]] = {}
        """How the texts that were compared write their words."""
        self._in_how_many = Counter(chain.from_iterable(terms.values()))
        every = len(terms)
        self._rarest = log(1 + every) + 1
        self._rarity = {word: log((1 + every) / (1 + many)) + 1 for word, many in self._in_how_many.items()}
        self._vectors = {name: self._vector(words) for name, words in terms.items()}

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """The corpus of those texts."""
        return cls({name: words_of(text) for name, text in texts.items()}, texts.__getitem__)

    def ask(self, name: str, terms: Mapping[str, int], text: str) -> None:
        """Let a text be compared with those of the corpus without being one: it makes no word less rare."""
        for word in terms:
            self._rarity.setdefault(word, self._rarest)
        self._vectors[name] = self._vector(terms)
        self._written[name] = as_written(text)

    def holds(self, word: str) -> bool:
        """Whether a text of it holds that word."""
        return word in self._in_how_many

    def rarity(self, word: str) -> float:
        """How rare a word is that it holds; 1 is one that all texts have."""
        return self._rarity[word]

    def _vector(self, words: Mapping[str, int]) -> Vector:
        rarity = self._rarity
        weights = {word: (1 + log(count) if count > 1 else 1) * rarity[word] for word, count in words.items()}
        length = sqrt(fsum([weight * weight for weight in weights.values()]))
        return {word: weight / length for word, weight in weights.items()}

    def cosine(self, one: str, other: str) -> float:
        """How alike those two are, from 0 to 1."""
        first, second = self._vectors[one], self._vectors[other]
        return min(1.0, fsum([weight * second[word] for word, weight in first.items() if word in second]))

    def among(self, names: Iterable[str]) -> "Group":
        """Those texts of it as a group."""
        return Group(self, {name: self._vectors[name] for name in names})

    def commonest_first(self, one: str) -> list[tuple[str, float]]:
        """The words of a text with their weights, those first that most texts hold."""
        words = self._vectors[one].items()
        return sorted(words, key=lambda word: (-self._in_how_many[word[0]], word[0]))

    def likeness(self, one: str, other: str) -> Likeness:
        """How alike those two are."""
        first, second = self._vectors[one], self._vectors[other]
        products = {word: weight * second[word] for word, weight in first.items() if word in second}
        shared = sorted(products, key=lambda word: (-products[word], word))
        if shared and one not in self._written:
            self._written[one] = as_written(self._text_of(one))
        written = self._written.get(one, {})
        return Likeness(self.cosine(one, other), [written.get(word, word) for word in shared])


class Group:
    """Some texts of a corpus, prepared for finding those among them that are like one."""

    def __init__(self, corpus: Corpus, vectors: Mapping[str, Vector]) -> None:
        self._corpus = corpus
        self._names = list(vectors)
        self._holding: dict[str, tuple[array[int], array[float]]] = {}
        """In which texts a word is, and what it weighs in each."""
        holding = self._holding
        for place, vector in enumerate(vectors.values()):
            for word, weight in vector.items():
                row = holding.get(word)
                if row is None:
                    row = holding[word] = (array("l"), array("d"))
                row[0].append(place)
                row[1].append(weight)

    def alike(self, one: str, least: float) -> dict[str, float]:
        """Those whose cosine to that text of the corpus is at least so much, with it; itself among them, if it is here.

        The words that most texts hold are left out of the first look, as many as weigh little together. What that look
        finds can be more by as much as those weigh (the prefix filter of Bayardo, Ma and Srikant 2007).
        """
        left_out, most = 0.0, (_LEFT_OUT * least) ** 2
        found = [0.0] * len(self._names)
        for word, weight in self._corpus.commonest_first(one):
            if left_out + weight * weight < most:
                left_out += weight * weight
            elif word in self._holding:
                for place, other in zip(*self._holding[word], strict=True):
                    found[place] += weight * other
        enough = least - sqrt(left_out) - _ROUNDED
        likely = [name for name, part in zip(self._names, found, strict=True) if part >= enough]
        return {name: cosine for name in likely if (cosine := self._corpus.cosine(one, name)) >= least}


def as_written(text: str) -> dict[str, str]:
    """What stands for each word of a text with its ending, as it first occurs in it."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        found.setdefault(stem(word.lower()), word)
    return found
