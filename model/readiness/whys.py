"""What the whys still need: a chain, an end that is a system and not a person, a category."""

from collections.abc import Iterator
from datetime import datetime

from model.finding import Finding
from model.incident import Incident
from model.message import Counted, Message
from model.rules import Rules
from model.texts import people
from model.whys import Whys, ends_in_person

__all__ = ["findings"]

_SHALLOW = 2


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """No chain, a chain without a category, one that stops early or at a person."""
    word = Whys.word
    chains = incident.whys.chains()
    roster = people(incident) | rules.roster if chains else frozenset[str]()
    if not chains:
        yield Finding("whys.empty", word, Message("no root cause yet: ask why"), blocks=True)
    for number, chain in enumerate(chains, 1):
        last = chain[-1]
        if not last.text:
            text = Message("chain {number} ends in an empty answer", number=number)
            yield Finding("whys.unanswered", word, text, blocks=True, record=last.id, field="text")
        elif ends_in_person(last.text, roster, rules.allowed_words):
            text = Message("chain {number} ends in a person: which system made it likely?", number=number)
            yield Finding("whys.person", word, text, blocks=True, record=last.id, field="text")
        if last.text and not last.category:
            text = Message("chain {number} has no root-cause category", number=number)
            yield Finding("whys.category", word, text, blocks=True, record=last.id, field="category")
        if len(chain) <= _SHALLOW:
            text = Counted(
                "chain {number} stops at the first why: ask further",
                "chain {number} stops at why {n}: ask further",
                len(chain),
                number=number,
            )
            yield Finding("whys.shallow", word, text, record=last.id)
