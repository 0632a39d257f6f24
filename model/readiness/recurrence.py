"""What recurrence prevention still needs: an answer to each question, and an action where one was promised."""

from collections.abc import Iterator
from datetime import datetime

from model.coverage import uncovered_questions
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.recurrence import ARCHITECTURE, QUESTIONS, Answer, Recurrence
from model.rules import Rules

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """Open questions, an architecture change without its RFC, a yes that no action covers."""
    word = Recurrence.word
    actions = {action.id for action in incident.actions.kept()}
    for name, label in QUESTIONS.items():
        question = incident.recurrence.root[name]
        if question.answer is None and question.action not in actions:
            text = Message("open: {question}", question=Message(label))
            yield Finding("recurrence.open", word, text, blocks=True, record=name, field="answer")
    architecture = incident.recurrence.root[ARCHITECTURE]
    if architecture.answer is Answer.YES and not architecture.rfc:
        text = Message("the architecture changes: give the RFC's link or number")
        yield Finding("recurrence.rfc", word, text, record=ARCHITECTURE, field="rfc")
    for name in uncovered_questions(incident):
        if name in QUESTIONS:
            text = Message("yes, but no action covers it: {question}", question=Message(QUESTIONS[name]))
            yield Finding("recurrence.uncovered", word, text, record=name)
