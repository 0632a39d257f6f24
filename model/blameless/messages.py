"""What the rules of the blameless check say to the writer."""

from collections.abc import Mapping
from types import MappingProxyType

from model.message import Message

__all__ = ["MESSAGES"]

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {
        "mistake": Message("a person next to a mistake: describe what the system allowed"),
        "omission": Message("what a person did not do: describe what would have prompted it"),
        "counterfactual": Message("what somebody should have done explains nothing: what was known then?"),
        "fault": Message("the fault lies with nobody here: describe the conditions"),
        "human-error": Message("“human error” is where the analysis begins, not where it ends"),
        "carelessness": Message("a judgement of character: describe what made the work hard"),
        "who": Message("what happened counts, not who did it"),
        "sarcasm": Message("a barb at people: say plainly what happened"),
        "punishment": Message("the goal is learning, not punishment"),
        "person": Message("a person in the analysis: which part of the system is meant?"),
    }
)
"""The message of each rule by its stable name."""
