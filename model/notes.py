"""The notes of the review meeting: what was said there that no other section holds. They are an appendix."""

from typing import ClassVar

from model.instant import Instant
from model.message import N_
from model.record import Record, Records
from model.text import Line, Paragraph

__all__ = ["Note", "Notes"]


class Note(Record):
    """One note."""

    at: Instant
    """When it was taken."""
    text: Paragraph = ""
    about: Line = ""
    """The word of the section that was spoken of; empty for the review as a whole."""
    author: Line = ""
    """Who took it down, which need not be who said it."""


class Notes(Records[Note]):
    """The notes in the order in which they were taken."""

    word: ClassVar[str] = "notes"
    heading: ClassVar[str] = N_("Notes of the review")
    tab: ClassVar[str] = N_("Notes")

    @classmethod
    def record_type(cls) -> type[Note]:
        return Note
