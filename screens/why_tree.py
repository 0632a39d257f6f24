"""How the whys stand on the screen: each once, a branch below the answer that it leaves."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from data.language import _, say
from model.incident import Incident
from model.message import Message
from model.why_prompts import system_question
from model.whys import CATEGORY_LABELS, LEVELS, Why
from screens.widgets.hanging import hanging

__all__ = ["WhyTree", "category_label", "person_text"]

_STEP = 2
"""Cells by which an answer stands in from its question, and a branch from its chain."""
_WARN = "$text-warning"
_DEEPEST = 6
"""Branches of branches stand in no further than this many times."""


@dataclass(frozen=True, slots=True)
class WhyTree:
    """Paints the whys of an incident in lines of that width."""

    incident: Incident
    width: int
    times: Mapping[str, str]
    """The times of the entries that are cited, by the entries' ids."""
    people: Collection[str]
    allowed: Collection[str]
    """Words that are never taken for a person."""

    def items(self) -> Sequence[tuple[str, Content]]:
        """Each why by its id, in the order of the chains."""
        depths: dict[str, int] = {}
        shown: list[tuple[str, Content]] = []
        for number, chain in enumerate(self.incident.whys.chains(), 1):
            begins = next((level for level, why in enumerate(chain) if why.id not in depths), len(chain))
            depth = depths[chain[begins - 1].id] + 1 if begins else 0
            for level, why in enumerate(chain[begins:], begins):
                depths[why.id] = depth
                parts = [self._heading(number, begins)] if level == begins else []
                parts += [*self._answer(level, why, depth), *(self._end(why, depth) if why is chain[-1] else [])]
                shown.append((why.id, self._stood_in(parts, depth)))
        return shown

    def _heading(self, number: int, begins: int) -> Content:
        text = _("Chain {number}").format(number=number)
        if begins:
            text += " · " + _("branches off below why {number}").format(number=begins)
        return Content.styled(text, "bold $text-secondary")

    def _answer(self, level: int, why: Why, depth: int) -> list[Content]:
        prompt = _(LEVELS[level]) if level < len(LEVELS) else _("why that happened in turn")
        said = _("Why {number} · {prompt}").format(number=level + 1, prompt=prompt)
        cited = ", ".join(self.times[entry] for entry in why.evidence if entry in self.times)
        question = Content.assemble((said, "$text-accent"), (f"  ⊢ {cited}" if cited else "", "$text-muted"))
        text, style = (why.text, "") if why.text else (_("(no answer yet)"), _WARN)
        return [question, hanging(text, style, _STEP, self._room(depth))]

    def _end(self, why: Why, depth: int) -> list[Content]:
        """What stands below the last why of a chain."""
        room = self._room(depth)
        lines = []
        if question := self.question(why.text):
            lines.append(hanging("✗ " + person_text(question), _WARN, _STEP, room))
        label = category_label(self.incident, why.category)
        text, style = (f"→ {label}", "bold") if label else ("→ " + _("no category yet (o)"), _WARN)
        return [*lines, hanging(text, style, _STEP, room)]

    def question(self, answer: str) -> Message | None:
        """What to ask where the answer ends in a person."""
        return system_question(answer, self.people, self.allowed) if answer else None

    def _room(self, depth: int) -> int:
        return self.width - min(depth, _DEEPEST) * _STEP

    def _stood_in(self, parts: Sequence[Content], depth: int) -> Content:
        text = Content("\n").join(parts)
        indent = min(depth, _DEEPEST) * _STEP
        if not indent:
            return text
        lines = (line for whole in text.split("\n", allow_blank=True) for line in whole.wrap(self.width - indent))
        return Content("\n").join([Content("│ " * (indent // _STEP)).stylize("$text-muted") + line for line in lines])


def person_text(question: Message) -> str:
    """That an answer ends in a person, and what to ask instead."""
    return _("ends in a person: {question}").format(question=say(question))


def category_label(incident: Incident, category: str | None) -> str:
    """What people call the category; empty where there is none."""
    if not category:
        return ""
    own = incident.factors.root.get(category)
    return _(CATEGORY_LABELS.get(category, "")) or (own.name if own else category)
