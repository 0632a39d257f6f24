"""The document as plain text, for the clipboard and for a terminal."""

from datetime import datetime

from data.blocks import Subject, post_mortem
from data.documents.plain import plain
from model.incident import Incident
from model.rules import Rules

__all__ = ["document"]


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole post-mortem."""
    return plain(post_mortem(Subject(incident, now, rules))) + "\n"
