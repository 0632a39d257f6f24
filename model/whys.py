"""The whys: chains of causes, each why answering the one above it, each chain ending in a category."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import ClassVar

from model.factors import FACTOR_LABELS
from model.message import N_
from model.record import Record, Records
from model.text import Line, Paragraph

__all__ = ["CATEGORY_LABELS", "LEVELS", "Why", "Whys", "ends_in_person"]

LEVELS = (
    N_("direct cause"),
    N_("why that happened"),
    N_("why that happened in turn"),
    N_("systemic cause"),
    N_("organisational or cultural root"),
)
"""What each of the first five whys asks for; prompts, marked for translation."""

CATEGORY_LABELS = FACTOR_LABELS
"""The root-cause categories are the contributing factors, and those that the team adds."""

_PERSON = re.compile(
    r"\b(human|operator|user|engineer|developer|pilot)(['’]s)? (error|mistake|fault)\b"
    r"|\b(should|could|ought to) have (been|paid|known|checked|noticed|tested|read|asked)\b"
    r"|\b(more|not|wasn['’]t|weren['’]t) (care(ful|fully)|attentive|diligent)\b"
    r"|\b(careless|negligen|sloppy|inattenti|incompeten)\w*"
    r"|\b(somebody|someone|he|she|they) (forgot|failed|made a mistake|did not think|was careless)\b",
    re.IGNORECASE,
)


class Why(Record):
    """One answer in a chain. The first has no parent; one that nothing answers further ends its chain."""

    parent: str | None = None
    """The why that this one explains."""
    text: Paragraph = ""
    evidence: tuple[str, ...] = ()
    """Ids of the timeline entries that show it."""
    category: Line | None = None
    """The root-cause category, where the chain ends here."""


class Whys(Records[Why]):
    """All whys. Following the parents gives the chains."""

    word: ClassVar[str] = "whys"
    heading: ClassVar[str] = N_("Root cause: whys")
    tab: ClassVar[str] = N_("Whys")

    @classmethod
    def record_type(cls) -> type[Why]:
        return Why

    def answers(self, why: str) -> list[Why]:
        """What explains that why further, oldest first."""
        return [item for item in self.root if item.parent == why]

    def below(self, why: str) -> frozenset[str]:
        """The ids of all that explains that why, however far down."""
        answers: dict[str | None, list[str]] = {}
        for item in self.root:
            answers.setdefault(item.parent, []).append(item.id)
        found: set[str] = set()
        pending = [why]
        while pending:
            fresh = set(answers.get(pending.pop(), ())) - found
            found |= fresh
            pending.extend(fresh)
        return frozenset(found)

    def chains(self) -> list[tuple[Why, ...]]:
        """Every chain from its first why to its last, in the order in which they were begun.

        Whys that explain each other in a circle, as two people may bring about together, begin with the oldest.
        """
        below: dict[str | None, list[Why]] = {}
        known = {why.id for why in self.root}
        for why in self.root:
            below.setdefault(why.parent if why.parent in known else None, []).append(why)
        chains: list[tuple[Why, ...]] = []
        seen: set[str] = set()
        for first in (*below.get(None, []), *self.root):
            if first.id not in seen:
                chains.extend(_from(first, below, seen))
        return chains


def _from(first: Why, below: Mapping[str | None, Sequence[Why]], seen: set[str]) -> Iterator[tuple[Why, ...]]:
    """The chains that begin with that why; no why is gone through twice."""
    chain: list[Why] = []
    pending = [(first, 0)]
    seen.add(first.id)
    while pending:
        why, depth = pending.pop()
        chain[depth:] = [why]
        answers = [answer for answer in below.get(why.id, ()) if answer.id not in seen]
        seen.update(answer.id for answer in answers)
        if not answers:
            yield tuple(chain)
        pending.extend((answer, depth + 1) for answer in reversed(answers))


def ends_in_person(text: str, roster: Collection[str] = (), allowed: Collection[str] = ()) -> bool:
    """Whether an answer stops at a person (“human error”, “should have been careful”) instead of a system.

    The people in `roster` are known by their names; the words in `allowed` are never taken for one.
    """
    if not text:
        return False
    if _PERSON.search(text):
        return True
    from model.blameless import Level, check  # its patterns take a while to load

    found = check(text, section=Whys.word, roster=roster, allowed=allowed)
    return any(blame.level is Level.WARN for blame in found)
