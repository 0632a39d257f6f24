"""What the factors still need: a score each, a note and an action where one was the primary contributor."""

import re
from collections.abc import Iterator
from datetime import datetime

from model.coverage import uncovered_factors
from model.factors import DEVIATIONS, PRIMARY, SIGNIFICANT, Factor, Factors
from model.finding import Finding
from model.incident import Incident
from model.message import Counted, Message
from model.rules import Rules

__all__ = ["findings"]

_REASON = re.compile(
    r"\b(?:because|since|so (?:that|as)|in order to|as (?:the|there|it|no|nobody)|due to|to (?:avoid|save"
    r"|keep|restore)"
    r"|until then|usually?|normal(?:ly)?|always|before it|sensible|reasonable|made sense|seem(?:s|ed)"
    r"|look(?:s|ed) like"
    r"|appear(?:s|ed)|believ\w+|assum\w+|expect\w+|thought|under pressure|urgent\w*|quick\w*|fast\w*|eas(?:y"
    r"|ier)"
    r"|the only way|said|says|told|asked for|(?:was|were|is|are) not known|no way to|could not (?:be )?(?:see"
    r"|know)\w*)\b",
    re.IGNORECASE,
)
"""What a note holds that gives a reason and not only the fact."""


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """Factors without a score, a 3 without a note or an action, a deviation without what made it sensible."""
    word = Factors.word
    unscored = [factor for factor in incident.factors.root.values() if factor.score is None]
    if unscored:
        text = Counted("{n} factor is not scored", "{n} factors are not scored", len(unscored))
        yield Finding("factors.unscored", word, text, blocks=True, record=unscored[0].id, field="score")
    uncovered = set(uncovered_factors(incident))
    for factor in incident.factors.root.values():
        name = Message(factor.name)
        if factor.score == PRIMARY and not factor.note:
            text = Message("“{factor}” is a 3 without a note: what shows it?", factor=name)
            yield Finding("factors.note", word, text, record=factor.id, field="note")
        if _unexplained(factor):
            text = Message("“{factor}”: what made the deviation sensible at the time?", factor=name)
            yield Finding("factors.sensible", word, text, record=factor.id, field="sensible")
        if factor.id in uncovered:
            text = Message("“{factor}” is a 3 that no action covers: what will be done?", factor=name)
            yield Finding("factors.uncovered", word, text, record=factor.id)


def _unexplained(factor: Factor) -> bool:
    """Whether it says that people deviated, and not why that made sense to them: in its own field, or in the note."""
    heavy = factor.id in DEVIATIONS and (factor.score or 0) >= SIGNIFICANT
    return heavy and not factor.sensible and not _REASON.search(factor.note)
