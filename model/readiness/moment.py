"""What is asked for when: nothing of the time after while the incident is live, little where none is owed."""

from collections.abc import Iterable
from dataclasses import replace

from model.finding import Finding
from model.incident import SECTIONS

__all__ = ["next_first", "unasked", "while_live"]

_NOW = frozenset(
    {
        "summary.future",
        "timeline.empty",
        "timeline.alert-before-start",
        "timeline.milestone-order",
        "timeline.resolved-before-start",
        "timeline.gap",
        "actions.overdue",
        "blameless.warn",
        "secrets.found",
    }
)
"""What matters while the incident is live: what is easily put right now, and hard to find out later."""
_NOT_OF_THE_REVIEW = ("clocks.",)
"""What the law asks for, whatever is live or owed."""
_ALWAYS_BLOCKS = ("secrets.", *_NOT_OF_THE_REVIEW)
_CONTRADICTIONS = frozenset(
    {
        "summary.future",
        "timeline.alert-before-start",
        "timeline.milestone-order",
        "timeline.resolved-before-start",
        "timeline.todo",
        "whys.person",
        "actions.text",
        "actions.owner",
        "actions.deadline",
        "actions.too-late",
        "actions.overdue",
        "actions.vague",
        "actions.vague-p0",
        "blameless.warn",
        "secrets.found",
    }
)
"""What is said of things that were written down, though nobody asked for them."""


def while_live(found: Iterable[Finding]) -> list[Finding]:
    """The findings; those about the time after the incident are marked so."""
    return [
        finding if finding.rule in _NOW or finding.rule.startswith(_NOT_OF_THE_REVIEW) else replace(finding, later=True)
        for finding in found
    ]


def unasked(found: Iterable[Finding]) -> list[Finding]:
    """What remains where no post-mortem is owed: advice on what was written, and what may never be published."""
    return [
        finding if finding.rule.startswith(_ALWAYS_BLOCKS) else replace(finding, blocks=False)
        for finding in found
        if finding.rule in _CONTRADICTIONS or finding.rule.startswith(_ALWAYS_BLOCKS)
    ]


def next_first(found: Iterable[Finding]) -> list[Finding]:
    """The findings in the order in which to see to them: what counts now, what blocks, then section by section."""
    places = {word: place for place, word in enumerate(SECTIONS)}
    return sorted(found, key=lambda finding: (finding.later, not finding.blocks, places[finding.section]))
