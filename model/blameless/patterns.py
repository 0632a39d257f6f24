"""All rules of the check, each with the name of what it breaks."""

from model.blameless.counterfactuals import COUNTERFACTUALS
from model.blameless.faults import FAULTS
from model.blameless.labels import LABELS
from model.blameless.mistakes import MISTAKES
from model.blameless.omissions import OMISSIONS
from model.blameless.tone import TONE

__all__ = ["ABOUT_PEOPLE", "PLAIN"]

ABOUT_PEOPLE = (*MISTAKES, *OMISSIONS, *COUNTERFACTUALS, *FAULTS, *TONE)
"""Rules over masked sentences: a person, a role or a team, and what is said about it."""
PLAIN = LABELS
"""Rules over sentences as they are, which need no name."""
