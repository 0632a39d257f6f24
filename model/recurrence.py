"""Recurrence prevention: five questions, each open until it is answered."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from model.message import N_
from model.record import Keyed, Record
from model.text import Line, Paragraph

__all__ = ["ANSWER_LABELS", "ARCHITECTURE", "QUESTIONS", "TASKS", "Answer", "Question", "Recurrence"]

ARCHITECTURE = "architecture"
QUESTIONS = {
    "monitoring": N_("Monitoring added or improved for this failure mode?"),
    "runbook": N_("Runbook created or updated?"),
    "tests": N_("Test coverage added?"),
    ARCHITECTURE: N_("Architecture change needed?"),
    "training": N_("Training needed for the team?"),
}
TASKS = {
    "monitoring": N_("Add monitoring for this failure mode"),
    "runbook": N_("Write or update the runbook"),
    "tests": N_("Add test coverage"),
    ARCHITECTURE: N_("Write the RFC for the architecture change"),
    "training": N_("Train the team"),
}
"""What an action that is made of an open question is called at first."""


class Answer(StrEnum):
    """How a question was answered."""

    YES = "yes"
    NO = "no"
    NOT_NEEDED = "not-needed"


ANSWER_LABELS: dict[str, str] = {
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
    Answer.NOT_NEEDED: N_("not needed"),
}


class Question(Record):
    """One of the five questions with its answer."""

    answer: Answer | None = None
    note: Paragraph = ""
    rfc: Line = ""
    """The RFC's link or number, where the architecture has to change."""
    action: str | None = None
    """The id of the action that was made of it."""


class Recurrence(Keyed[Question]):
    """The five questions in their order."""

    word: ClassVar[str] = "recurrence"
    heading: ClassVar[str] = N_("Recurrence prevention")
    tab: ClassVar[str] = N_("Recur.")

    @classmethod
    def record_type(cls) -> type[Question]:
        return Question

    @classmethod
    def fixed(cls) -> Mapping[str, str]:
        return QUESTIONS
