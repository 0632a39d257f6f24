"""Recurrence prevention in a document."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Node, Table
from data.language import _
from model.recurrence import ANSWER_LABELS, ARCHITECTURE, QUESTIONS, Answer, Question

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """A row a question, with what follows from it."""
    questions = subject.incident.recurrence.root
    if all(question == Question(id=name) for name, question in questions.items()):
        return
    rows = [[_(QUESTIONS.get(name, name)), *_cells(question, subject)] for name, question in questions.items()]
    yield Table((_("Question"), _("Answer"), _("Note"), _("Follow-up")), rows)


def _cells(question: Question, subject: Subject) -> list[str]:
    answer = _(ANSWER_LABELS[question.answer]) if question.answer else _("open")
    return [answer, question.note, "; ".join(_follow_up(question, subject))]


def _follow_up(question: Question, subject: Subject) -> Iterator[str]:
    if question.rfc:
        yield question.rfc
    elif question.id == ARCHITECTURE and question.answer is Answer.YES:
        yield _("no RFC yet")
    action = subject.incident.actions.find(question.action) if question.action else None
    if action:
        yield _("action {number}").format(number=action.number)
