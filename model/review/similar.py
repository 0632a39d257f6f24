"""Past incidents like one that goes on now: what fixed them, and what was to prevent the next."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from model.coverage import factor_name
from model.review.facts import ActionFacts, Facts
from model.review.likeness import Corpus, Group, as_written, words_of
from model.review.repeats import corpus_of

__all__ = ["Past", "Similar", "Unfinished", "overdue", "similar"]

_LEAST = 0.1
"""The cosine below which two incidents have nothing to say to each other, unless they are of one service."""
_SAME_SERVICE, _SAME_CATEGORY = 0.25, 0.1
"""What these add to the likeness of the words."""
_WORDS_SHOWN = 6
_WORDS_OF_ENTRIES = 30
"""Words of a timeline that are looked for, the weightiest: of all of them, each would weigh next to nothing."""
_TELLING = 3
"""The words that both incidents have, the weightiest, of which one is enough in an action's text."""
_WITHOUT_ENTRIES, _WITH_ENTRIES = "without", "with"
"""The names of the incident at hand among the past ones, without and with the words of its timeline."""
_DIGITS = 6
"""Decimals of a score: what is equal by then is equal."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One action that was agreed on then and is not done, and why it could have prevented what goes on now."""

    action: ActionFacts
    covers: Sequence[str] = ()
    """The factors that it is the answer to and that both incidents have, by their names in `Facts.signs`."""
    words: Sequence[str] = ()
    """The words of the incident at hand that it speaks of, as they are written there."""

    @property
    def fits(self) -> bool:
        """Whether it could have prevented what goes on now; nothing says so of the others."""
        return bool(self.covers or self.words)


@dataclass(frozen=True, slots=True)
class Similar:
    """One past incident."""

    facts: Facts
    score: float
    words: Sequence[str]
    """The words that both have."""
    same_service: bool
    unfinished: Sequence[Unfinished]
    """What was agreed on then and is not done: first what could have prevented this one, then the overdue ones."""

    @property
    def fitting(self) -> Sequence[Unfinished]:
        """What of it could have prevented this one."""
        return [each for each in self.unfinished if each.fits]


def similar(one: Facts, everything: Iterable[Facts], today: date) -> list[Similar]:
    """The past incidents that are like this one, the likest first, and of equals the newest."""
    return Past(facts for facts in everything if facts.id != one.id).like(one, today)


def overdue(alike: Iterable[Similar], today: date) -> int:
    """How many actions of those incidents are overdue."""
    return sum(each.action.overdue(today) for item in alike for each in item.unfinished)


class Past:
    """Incidents that can be asked more than once which of them are like one that goes on."""

    def __init__(self, everything: Iterable[Facts]) -> None:
        self._facts = {facts.id: facts for facts in everything}
        self._corpus = corpus_of(self._facts.values())
        self._group = self._corpus.among(self._facts)
        self._of_service: dict[str, set[str]] = {}
        for facts in self._facts.values():
            self._of_service.setdefault(facts.service.casefold(), set()).add(facts.id)

    def like(self, one: Facts, today: date) -> list[Similar]:
        """Those that began before it and are like it, the likest first, and of equals the newest."""
        query = _Query(one, self._corpus)
        alike = query.alike(self._group)
        same_service = self._of_service.get(one.service.casefold(), set()) if one.service else set()
        found = []
        for id in alike | same_service:
            facts = self._facts[id]
            if facts.started_at <= one.started_at:
                cosine, words = query.likeness(id)
                same_category = bool(set(one.categories) & set(facts.categories))
                score = round(cosine + _SAME_SERVICE * (id in same_service) + _SAME_CATEGORY * same_category, _DIGITS)
                unfinished = query.unfinished(facts, words, today)
                found.append(Similar(facts, score, words[:_WORDS_SHOWN], id in same_service, unfinished))
        return sorted(found, key=lambda item: (item.score, item.facts.started_at, item.facts.id), reverse=True)


class _Query:
    """What is looked for: the words of the incident at hand, without and with those of its timeline.

    What it is like without them it stays like, however much its timeline says.
    """

    def __init__(self, one: Facts, corpus: Corpus) -> None:
        self._one, self._corpus = one, corpus
        of_entries = _weightiest(words_of(one.entries), corpus)
        text = "\n".join((one.text, one.entries))
        self._names = [_WITHOUT_ENTRIES, *([_WITH_ENTRIES] if of_entries else [])]
        corpus.ask(_WITHOUT_ENTRIES, one.terms, text)
        corpus.ask(_WITH_ENTRIES, Counter(one.terms) + Counter(of_entries), text)
        read = as_written(text)
        self._words = {word: read.get(word, word) for word in (*one.terms, *of_entries)}
        self._service = words_of(one.service)

    def alike(self, past: Group) -> set[str]:
        """The ids of those of the past that share enough words with it."""
        return {id for name in self._names for id in past.alike(name, _LEAST)}

    def likeness(self, id: str) -> tuple[float, Sequence[str]]:
        """How alike that one is, and the words that made it so."""
        found = [self._corpus.likeness(name, id) for name in self._names]
        return max(each.cosine for each in found), found[-1].shared

    def unfinished(self, facts: Facts, shared: Sequence[str], today: date) -> Sequence[Unfinished]:
        """What that incident left undone: first what fits this one, then the overdue ones."""
        signs = sorted(self._one.signs & facts.signs)
        telling = [word for word in shared if not self._service.keys() & words_of(word)][:_TELLING]
        found = [self._fitting(action, signs, telling) for action in facts.actions if not action.done]
        return sorted(found, key=lambda each: (not each.fits, not each.action.overdue(today), each.action.number))

    def _fitting(self, action: ActionFacts, signs: Sequence[str], telling: Sequence[str]) -> Unfinished:
        """An action fits by a factor that both incidents have, by a telling word, or by two words of any kind."""
        covers = [name for name in signs if factor_name(name) in action.covers]
        words = [self._words[word] for word in words_of(action.text) if word in self._words]
        enough = len(words) > 1 or any(word in telling for word in words)
        return Unfinished(action, covers, words if enough else ())


def _weightiest(said: Mapping[str, int], corpus: Corpus) -> Mapping[str, int]:
    """The words that say most among those that the corpus holds, too: often said here, and rare there."""
    weights = {word: (1 + log(count)) * corpus.rarity(word) for word, count in said.items() if corpus.holds(word)}
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS_OF_ENTRIES]
    return {word: said[word] for word in best}
