"""One thing that is missing or against the rules."""

from dataclasses import dataclass

from model.message import Message

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, where it is, and whether publishing has to wait for it. Saving never waits."""

    rule: str
    """The rule's name, stable for scripts."""
    section: str
    """The word of the section in which it can be put right."""
    message: Message
    blocks: bool = False
    """Whether it blocks publishing; else it is advice."""
    record: str | None = None
    """The id of the record, where it is about one."""
    field: str | None = None
    """The name of the field to fill in or correct, where it is one."""
    later: bool = False
    """Whether it can wait: the incident is live, and this is about the time after."""
