"""The quarter: patterns across all incidents, and how much their numbers can say."""

from model.review.answers import Review, review
from model.review.facts import ActionFacts, Facts, facts_at_hand, facts_of
from model.review.quarter import Quarter

__all__ = ["ActionFacts", "Facts", "Quarter", "Review", "facts_at_hand", "facts_of", "review"]
