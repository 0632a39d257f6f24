"""What a rule is: a pattern, and what makes it harmless."""

import re
from dataclasses import dataclass
from functools import cache

from model.blameless.needs import needs

__all__ = ["AVOIDED", "CLAUSE", "DENIED", "GAP", "RESCUE", "Rule", "compiled", "needed", "rule"]

_BEFORE = 60
"""How many characters before a match may make it harmless."""
GAP = r"[^.;\ue000-\ue002]"
"""Within a clause, without another person."""
CLAUSE = rf"(?:(?!, (?:and|but|so|while|whereas) (?:the|an?|it|its|our|this|that|there|nothing|no)\b){GAP})"
"""The same, and not on into a clause about something else."""
DENIED = r"\b(?:not|never|no|nobody|without|isn['’]t|wasn['’]t|rather than|instead of|avoid\w*|stop|don['’]t)\b"
"""Right before a reproach, it takes it back: “nobody is to blame”."""
AVOIDED = (
    r"\b(?:prevent\w*|avoid\w*|reduc\w+|against|without|rather than|instead of|not|no|never|isn['’]t"
    r"|wasn['’]t|from|eliminat\w+"
    r"|catch\w*|tolerat\w+|anticipat\w+|room for|scope for|chances? of|risk of|likelihood of|expect\w*"
    r"|limit\w*|although"
    r"|though|while|absorb\w*|surviv\w+|guards? \w+|prone to|phrases?|words?|terms?|labels?|beyond"
    r"|than|treat\w*|writ\w+|call(?:ing|ed)?(?: (?:it|this|that))?|label\w*|mark\w*)\b"
)
"""Right before such a word, it speaks of the word and not of people: “prevents human error”."""
RESCUE = (
    r"\bto (?:\w+ly )?(?:prevent|mitigate|restore|stop|protect|contain|limit|relieve|isolate|stem"
    r"|avoid|recover|resolve|fix"
    r"|reduce|shed|save|allow)\b|\b(?:an?|the) (?:hot)?(?:fix|patch|workaround|mitigation|correction)\b"
)
"""Harm done on purpose, to end a greater one."""
_CONCEDED = r"\b(?:while|although|though|even if|tempting)\b[^,]*$"
"""“While this could be put down to …”: the writer goes on to say more."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern. A sentence breaks the rule where it matches and nothing makes it harmless."""

    name: str
    pattern: str
    guard: str | None
    """What, right before the match, makes it harmless."""
    unless: str | None
    """What, anywhere in the sentence, makes it harmless."""

    def match(self, text: str, letters: frozenset[str]) -> re.Match[str] | None:
        """Where the sentence, whose `grams` are given, breaks the rule, if it does."""
        wanted = needed(self.pattern)
        if wanted is not None and wanted.isdisjoint(letters):
            return None
        found = compiled(self.pattern).search(text)
        if found is None or (self.unless and compiled(self.unless).search(text)):
            return None
        before = max(0, found.start() - _BEFORE)
        harmless = self.guard and compiled(self.guard).search(text, before, found.start())
        return None if harmless else found


needed = cache(needs)
"""The `needs` of a pattern, found out once."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when a text is first looked at: together they take a tenth of a second."""
    return re.compile(pattern, re.IGNORECASE)


def rule(name: str, pattern: str, guard: str | None = None, unless: str | None = None) -> Rule:
    """A rule of that name. The guard may stand up to three words before the match."""
    return Rule(name, pattern, rf"(?:{guard})\W*(?:\w+\W+){{0,3}}$|{_CONCEDED}" if guard else None, unless)
