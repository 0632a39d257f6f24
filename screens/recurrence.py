"""Recurrence prevention: five questions, each answered or made an action of."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from data.language import _
from model.action_changes import action_of_question
from model.coverage import question_name
from model.message import N_, Message
from model.recurrence import ANSWER_LABELS, ARCHITECTURE, QUESTIONS, TASKS, Answer, Question, Recurrence
from screens.ask import Ask
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.widgets.hanging import hanging

__all__ = ["RecurrenceScreen"]

_ANSWERS = 12
"""Cells of the answers, which stand in front."""


class RecurrenceScreen(ItemsScreen):
    """The five questions with their answers, notes, and the actions made of them."""

    word: ClassVar[str] = Recurrence.word
    follows: ClassVar[frozenset[str]] = frozenset({"actions"})
    purpose: ClassVar[str] = N_(
        "What keeps it from happening again? {yes} yes, {no} no, {not_needed} not needed; enter writes a note, "
        "{action} makes an action of the question, {rfc} gives the RFC where the architecture has to change."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {
        "yes": "recurrence.yes",
        "no": "recurrence.no",
        "not_needed": "recurrence.not-needed",
        "action": "recurrence.action",
        "rfc": "recurrence.rfc",
    }
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "recurrence.yes",
        "recurrence.no",
        "recurrence.not-needed",
        "recurrence.action",
        "recurrence.rfc",
        "recurrence.clear",
        "item.toggle",
        "item.edit",
    )

    def items(self) -> Sequence[tuple[str, Content]]:
        """The five questions."""
        return [(name, self._line(name)) for name in QUESTIONS]

    def _question(self, name: str) -> Question:
        return self.incident.recurrence.root[name]

    def _line(self, name: str) -> Content:
        question = self._question(name)
        action = self.incident.actions.find(question.action) if question.action else None
        actions = [action] if action else []
        actions += [
            item for item in self.incident.actions.kept() if question_name(name) in item.covers and item != action
        ]
        made = ", ".join("→ " + _("action {number}").format(number=item.number) for item in actions)
        if question.answer:
            answer = Content.styled(_(ANSWER_LABELS[question.answer]), "bold $text-accent")
        elif action and len(actions) == 1:
            answer, made = Content.styled(made, "bold $text-accent"), ""
        else:
            answer = Content.styled(_("open"), "bold $text-warning")
        indent = max(_ANSWERS, answer.cell_length + 2)
        lines = [hanging(_(QUESTIONS[name]), "", indent, self.width, answer)]
        if made:
            lines.append(hanging(made, "$text-accent", indent, self.width))
        if name == ARCHITECTURE and question.answer is Answer.YES:
            rfc = (
                _("RFC {rfc}").format(rfc=question.rfc) if question.rfc else _("which RFC? ({rfc})").format(**self.keys)
            )
            lines.append(hanging(rfc, "" if question.rfc else "$text-warning", indent, self.width))
        if question.note:
            lines.append(hanging(question.note, "$text-muted", indent, self.width))
        return Content("\n").join(lines)

    def head(self) -> str:
        """How many are open."""
        actions = {action.id for action in self.incident.actions.root}
        questions = (self._question(name) for name in QUESTIONS)
        count = sum(question.answer is None and question.action not in actions for question in questions)
        text = _("{n} of 5 open · {yes} yes · {no} no · {not_needed} not needed · {action} makes an action")
        return text.format(n=count, **self.keys)

    def label(self, item: str | None) -> str:
        """Whose note it is."""
        return _("note: {question}").format(question=_(QUESTIONS[item])) if item else ""

    def text(self, item: str) -> str:
        """The note."""
        return self._question(item).note

    def store(self, item: str, text: str) -> None:
        """Change the note."""
        name = Message("note: {question}", question=Message(QUESTIONS[item]))
        self.session.notebook.put(name, Recurrence.word, item, {"note": text})

    def create(self, text: str) -> None:
        """There are five questions, and no more."""

    def action_answer(self, answer: str) -> None:
        """Answer the question that the cursor is on; asks for the RFC where the architecture has to change."""
        name = self.current
        if name is None:
            return
        label = Message(ANSWER_LABELS[Answer(answer)]) if answer else Message("open")
        change = Message("{question} {answer}", question=Message(QUESTIONS[name]), answer=label)
        self.session.notebook.put(change, Recurrence.word, name, {"answer": answer or None})
        if name == ARCHITECTURE and answer == Answer.YES and not self._question(name).rfc:
            self.action_rfc()

    def action_next_value(self) -> None:
        """The next answer."""
        if self.current:
            answers = [*Answer, None]
            following = answers[(answers.index(self._question(self.current).answer) + 1) % len(answers)]
            self.action_answer(following or "")

    def action_rfc(self) -> None:
        """Ask for the RFC."""

        def give(rfc: str | None) -> None:
            if rfc is not None:
                name = Message("RFC: {rfc}", rfc=rfc[:40] or "–")
                self.put(name, Recurrence.word, ARCHITECTURE, {"rfc": rfc})

        rfc = self._question(ARCHITECTURE).rfc
        self.app.push_screen(Ask(_("Which RFC describes the change?"), _("its link or number"), rfc), give)

    def action_add(self) -> None:
        """Make an action of the question, linked to it."""
        name = self.current
        if name is None:
            return
        action = self.incident.actions.find(self._question(name).action or "")
        if action:
            self.notify(_("It is action {number} already.").format(number=action.number))
            return
        calendar = self.session.rules.calendar
        change = action_of_question(self.incident, name, _(TASKS[name]), self.session.now, calendar)
        self.do(change)
