"""Past incidents like one that goes on now: what fixed them, and what was to prevent the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from model.review.facts import ActionFacts, Facts
from model.review.likeness import Corpus

__all__ = ["Similar", "similar"]

_LEAST = 0.1
"""The cosine below which two incidents have nothing to say to each other, unless they are of one service."""
_SAME_SERVICE, _SAME_CATEGORY = 0.25, 0.1
"""What these add to the likeness of the words."""
_WORDS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Similar:
    """One past incident."""

    facts: Facts
    score: float
    words: Sequence[str]
    """The words that both have."""
    same_service: bool
    unfinished: Sequence[ActionFacts]
    """What was agreed on then and is not done: it could have prevented this one. The overdue ones first."""


def similar(one: Facts, everything: Sequence[Facts], today: date) -> list[Similar]:
    """The past incidents that are like this one, the likest first."""
    past = [facts for facts in everything if facts.id != one.id and facts.started_at <= one.started_at]
    by_id = {facts.id: facts for facts in (*past, one)}
    corpus = Corpus({id: facts.terms for id, facts in by_id.items()}, lambda id: by_id[id].words)
    alike = corpus.among(facts.id for facts in past).alike(one.id, _LEAST)
    found = []
    for facts in past:
        same_service = bool(one.service) and one.service.casefold() == facts.service.casefold()
        if facts.id not in alike and not same_service:
            continue
        likeness = corpus.likeness(one.id, facts.id)
        same_category = bool(set(one.categories) & set(facts.categories))
        score = likeness.cosine + _SAME_SERVICE * same_service + _SAME_CATEGORY * same_category
        unfinished = sorted(
            (action for action in facts.actions if not action.done),
            key=lambda action: (not action.overdue(today), action.number),
        )
        found.append(Similar(facts, score, likeness.shared[:_WORDS_SHOWN], same_service, unfinished))
    return sorted(found, key=lambda item: (-item.score, item.facts.id))
