"""Recurrence prevention in a document."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Node, Table
from data.language import _
from model.recurrence import ANSWER_LABELS, QUESTIONS, Question

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """A row a question."""
    questions = subject.incident.recurrence.root
    if all(question == Question(id=name) for name, question in questions.items()):
        return
    rows = [[_(QUESTIONS.get(name, name)), *_answer(question, subject)] for name, question in questions.items()]
    yield Table((_("Question"), _("Answer"), _("Note")), rows)


def _answer(question: Question, subject: Subject) -> list[str]:
    notes = [question.note]
    if question.rfc:
        notes.append(_("RFC: {rfc}").format(rfc=question.rfc))
    action = subject.incident.actions.find(question.action) if question.action else None
    if action:
        notes.append(_("see action {number}").format(number=action.number))
    answer = _(ANSWER_LABELS[question.answer]) if question.answer else _("open")
    return [answer, "; ".join(note for note in notes if note)]
