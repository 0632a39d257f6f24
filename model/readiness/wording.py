"""Where a text of the incident speaks of a person next to a mistake."""

from collections.abc import Iterator

from model.blameless import Level
from model.finding import Finding
from model.incident import Incident
from model.marks import marks
from model.message import Message
from model.rules import Rules
from model.texts import people, texts

__all__ = ["findings"]


def findings(incident: Incident, rules: Rules) -> Iterator[Finding]:
    """A finding for each warning of the blameless check, in every text of every section; advice, all of them."""
    roster = people(incident) | rules.roster
    ignored = frozenset(incident.summary.ignored_sentences)
    for written in texts(incident):
        found = marks(
            written.text, section=written.section, roster=roster, allowed=rules.allowed_words, ignored=ignored
        )
        for mark in found:
            if mark.level is Level.WARN and mark.check == "blameless":
                text = Message("“{words}”: {reason}", words=written.text[mark.start : mark.end], reason=mark.message)
                yield Finding("blameless.warn", written.section, text, record=written.record, field=written.field)
