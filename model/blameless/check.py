"""The blameless check: where a text speaks of a person next to a mistake, and how to say it of the system."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from model.blameless.messages import MESSAGES
from model.blameless.needs import grams
from model.blameless.patterns import ABOUT_PEOPLE, PLAIN
from model.blameless.people import (
    FILLER,
    GUESS,
    MAYBE,
    NOBODY,
    OWN,
    PERSON,
    ROLE,
    THEY,
    Roster,
    is_pronoun,
    masked,
    plain,
    roster_of,
)
from model.blameless.phrases import anyone
from model.blameless.rewrite import rewritten
from model.blameless.rule import Rule, compiled, needed
from model.blameless.sentences import Sentence, sentences
from model.message import Message

__all__ = ["ANALYSIS", "Blame", "Level", "check", "warm"]

ANALYSIS = frozenset({"whys", "factors", "recurrence"})
"""The sections that analyse; a person there is at least a hint."""

_SURELY = re.compile(anyone(PERSON, ROLE))
_PERHAPS = re.compile(anyone(MAYBE, GUESS, NOBODY))
_THEY_THINK = re.compile(
    rf"{anyone(THEY)}(?: \w+ly| also| only| never| had| have| all| still)* (?:learn(?:ed|t)|knew|know|known|saw"
    r"|noticed|heard|thought|believed|decided|assumed|expected|wanted|asked|told|said|read|tried|agreed|guessed|hoped|felt|remembered"
    r"|forgot|discussed|discovered|realised|realized|understood|wondered|typed|clicked|called|rang|wrote)\b"
)
"""“They” are things as often; but things do not think."""
_HIS = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_NAMED = re.compile(rf"[{PERSON}{ROLE}{MAYBE}{GUESS}]{FILLER}*(?: [{PERSON}{MAYBE}{GUESS}]{FILLER}*)*")
"""A name of one word or more, or a role."""
_PHRASE_WORDS = 3
"""A longer phrase is no word that one would allow."""
_ANYBODY = re.compile(f"[{PERSON}{ROLE}{MAYBE}{THEY}{GUESS}{NOBODY}{OWN}]")


class Level(StrEnum):
    """How sure the check is."""

    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Blame:
    """One place where a text is about a person instead of the system."""

    start: int
    """Where the place begins in the text, in characters."""
    length: int
    level: Level
    rule: str
    """The rule that it breaks, by its stable name."""
    message: Message
    rewrite: str
    """What could stand in place of the whole sentence: about the system, with a question that finds it."""
    sentence: Sentence
    """The sentence that the rewrite stands in for."""
    word: str
    """What would have to be allowed for the place to be no finding: a name, a role, a phrase; empty where none is."""


def check(text: str, *, section: str | None, roster: Collection[str], allowed: Collection[str] = ()) -> list[Blame]:
    """Every place, in the order of the text, at most one a sentence and rule.

    `section` is the word of the section that holds the text; the roster are the people that the
    incident knows, and the words in `allowed` are never taken for one.
    """
    people = roster_of(frozenset(roster), frozenset(allowed))
    analysis = section in ANALYSIS
    found: list[Blame] = []
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        for place in _sentence(words, people, analysis):
            found.append(
                Blame(
                    start=sentence.start + place.start,
                    length=place.length,
                    level=place.level,
                    rule=place.rule,
                    message=MESSAGES[place.rule],
                    rewrite=place.rewrite,
                    sentence=sentence,
                    word=place.word,
                )
            )
    return found


def warm() -> None:
    """Make ready for the first text, which would otherwise take a tenth of a second longer than those after it."""
    for rule in (*PLAIN, *ABOUT_PEOPLE):
        needed(rule.pattern)
        for pattern in (rule.pattern, rule.guard, rule.unless):
            if pattern:
                compiled(pattern)


class _Place(NamedTuple):
    """A place in a sentence, counted from its beginning."""

    start: int
    length: int
    level: Level
    rule: str
    word: str
    rewrite: str


@lru_cache(maxsize=16_384)
def _sentence(words: str, people: Roster, analysis: bool) -> tuple[_Place, ...]:
    """The places in one sentence: warnings, or else the first person as a hint."""
    bare = plain(words, people)
    text = masked(bare, people)
    broken = [*_broken(PLAIN, bare), *(_broken(ABOUT_PEOPLE, text) if _ANYBODY.search(text) else ())]
    places = _apart((match.start(), match.end() - match.start(), rule.name) for rule, match in broken)
    level = Level.WARN
    if not places and analysis:
        person = _SURELY.search(text) or _PERHAPS.search(text) or _THEY_THINK.search(text) or _HIS.search(bare)
        places, level = ([(person.start(), len(person[0]), "person")] if person else []), Level.HINT
    return tuple(
        _Place(start, length, level, rule, _word(words, text, start, length), rewritten(rule, words, start, length))
        for start, length, rule in places
    )


def _word(words: str, text: str, start: int, length: int) -> str:
    """The person in that place by name or role; without any the phrase itself, where it is a short one."""
    end = start + length
    if not _ANYBODY.search(text, start, end):
        phrase = words[start:end]
        return phrase if len(phrase.split()) <= _PHRASE_WORDS else ""
    if not _NAMED.search(text, start, end):
        return ""
    named = (words[match.start() : match.end()] for match in _NAMED.finditer(text, start))
    return next((name for name in named if not is_pronoun(name)), "")


def _broken(rules: tuple[Rule, ...], text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    letters = grams(text)
    for rule in rules:
        match = rule.match(text, letters)
        if match:
            yield rule, match


def _apart(places: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The places without those that overlap an earlier or longer one."""
    kept: list[tuple[int, int, str]] = []
    for start, length, rule in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][0] + kept[-1][1]:
            kept.append((start, length, rule))
    return kept
