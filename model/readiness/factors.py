"""What the factors still need: a score each, and a note where one was the primary contributor."""

from collections.abc import Iterator
from datetime import datetime

from model.factors import Factors
from model.finding import Finding
from model.incident import Incident
from model.message import Counted, Message
from model.rules import Rules

__all__ = ["findings"]

_PRIMARY = 3
_SIGNIFICANT = 2
_ABOUT_PEOPLE = {"process", "communication"}


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """Factors without a score, a 3 without a note, a deviation without what made it sensible."""
    word = Factors.word
    unscored = [factor for factor in incident.factors.root.values() if factor.score is None]
    if unscored:
        text = Counted("{n} factor is not scored", "{n} factors are not scored", len(unscored))
        yield Finding("factors.unscored", word, text, blocks=True, record=unscored[0].id)
    for factor in incident.factors.root.values():
        score = factor.score or 0
        if score == _PRIMARY and not factor.note:
            text = Message("“{factor}” is a 3 without a note: what shows it?", factor=Message(factor.name))
            yield Finding("factors.note", word, text, record=factor.id)
        elif factor.id in _ABOUT_PEOPLE and score >= _SIGNIFICANT and not factor.note:
            name = Message(factor.name)
            text = Message("“{factor}”: what made the deviation sensible at the time?", factor=name)
            yield Finding("factors.sensible", word, text, record=factor.id)
