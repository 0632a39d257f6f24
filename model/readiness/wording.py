"""Where a text of the incident speaks of a person next to a mistake."""

from collections.abc import Iterator

from model.blameless import Level, check
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.rules import Rules
from model.texts import people, texts

__all__ = ["findings"]


def findings(incident: Incident, rules: Rules) -> Iterator[Finding]:
    """A finding for each warning of the blameless check, in every text of every section; advice, all of them."""
    roster = people(incident)
    for written in texts(incident):
        for blame in check(written.text, section=written.section, roster=roster, allowed=rules.allowed_words):
            if blame.level is Level.WARN:
                span = written.text[blame.start : blame.start + blame.length]
                text = Message("“{words}”: {reason}", words=span, reason=blame.message)
                yield Finding("blameless.warn", written.section, text, record=written.record)
