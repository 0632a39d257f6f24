"""What is wrong in a text, place by place: one list of what every check of texts has to say."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from model.blameless import Level, check
from model.blameless.sentences import Sentence, sentences
from model.ignored import sign_of
from model.message import Message
from model.secrets import secrets

__all__ = ["BLAMELESS", "SECRETS", "Mark", "marks", "sign"]

BLAMELESS, SECRETS = "blameless", "secrets"
_INSTEAD = "…"
"""What stands where a secret was."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in a text, why it is marked, and what could stand there instead."""

    start: int
    end: int
    level: Level
    check: str
    """Which check says so: `blameless` or `secrets`."""
    rule: str
    """The rule's stable name."""
    message: Message
    rewrite: str
    """What could stand from `rewrite_start` to `rewrite_end`."""
    rewrite_start: int
    rewrite_end: int
    sentence: Sentence
    word: str = ""
    """The word to allow for ever so that this is no finding, where there is one."""


def marks(
    text: str,
    *,
    section: str | None,
    roster: Collection[str],
    allowed: Collection[str] = (),
    ignored: Collection[str] = (),
) -> list[Mark]:
    """Every place that a check marks, in the order of the text; `ignored` are the signs of sentences to pass over."""
    found = [*_blame(text, section, roster, allowed), *_secrets(text)]
    kept = (mark for mark in found if not ignored or sign(text, mark) not in ignored)
    return sorted(kept, key=lambda mark: mark.start)


def sign(text: str, mark: Mark) -> str:
    """The sign under which the sentence of that mark is ignored."""
    return sign_of(mark.check, text[mark.sentence.start : mark.sentence.end])


def _blame(text: str, section: str | None, roster: Collection[str], allowed: Collection[str]) -> Iterator[Mark]:
    for blame in check(text, section=section, roster=roster, allowed=allowed):
        yield Mark(
            start=blame.start,
            end=blame.start + blame.length,
            level=blame.level,
            check=BLAMELESS,
            rule=blame.rule,
            message=blame.message,
            rewrite=blame.rewrite,
            rewrite_start=blame.sentence.start,
            rewrite_end=blame.sentence.end,
            sentence=blame.sentence,
            word=blame.word,
        )


def _secrets(text: str) -> Iterator[Mark]:
    for secret in secrets(text):
        around = (part for part in sentences(text) if part.start <= secret.start < part.end)
        yield Mark(
            start=secret.start,
            end=secret.end,
            level=Level.WARN,
            check=SECRETS,
            rule="secret",
            message=Message("looks like a secret: {name}; take it out", name=secret.name),
            rewrite=_INSTEAD,
            rewrite_start=secret.start,
            rewrite_end=secret.end,
            sentence=next(around, Sentence(secret.start, secret.end - secret.start)),
        )
