"""The whys: chains of causes, each answer asked why again, each chain ending in a category."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from data import formats
from data.language import _, ngettext
from model.message import N_, Message
from model.text import one_line
from model.why_changes import answer, removal, set_category
from model.whys import CATEGORY_LABELS, LEVELS, Why, Whys, ends_in_person
from screens.categories import Categories
from screens.evidence import Evidence
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.session import Session
from screens.widgets.hanging import hanging

__all__ = ["WhysScreen"]

_STEP = 2
"""Cells by which an answer stands in from its question, and a branch from its chain."""
_WARN = "$text-warning"
_DEEPEST = 6
"""Branches of branches stand in no further than this many times."""


class WhysScreen(ItemsScreen):
    """Every chain with its answers, their evidence, and its category."""

    word: ClassVar[str] = Whys.word
    follows: ClassVar[frozenset[str]] = frozenset({"timeline", "factors"})
    purpose: ClassVar[str] = N_(
        "Ask why until a system answers, not a person. a answers why the chosen one happened, n begins another chain, "
        "b branches, v cites entries of the timeline, o gives the chain its root-cause category."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "whys.answer", "whys.chain", "whys.evidence", "whys.category", "whys.branch", "item.edit", "item.delete"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._above: str | None = None
        """What a new answer explains; nothing where it begins a chain."""

    # --- showing -----------------------------------------------------------------------------------

    def items(self) -> Sequence[tuple[str, Content]]:
        """Each why once, in the order of the chains; a branch stands in from the chain that it leaves."""
        times = self._times()
        branches: dict[str, int] = {}
        shown: list[tuple[str, Content]] = []
        for number, chain in enumerate(self.incident.whys.chains(), 1):
            begins = next((level for level, why in enumerate(chain) if why.id not in branches), len(chain))
            depth = branches[chain[begins - 1].id] + 1 if begins else 0
            for level, why in enumerate(chain[begins:], begins):
                branches[why.id] = depth
                parts = [self._heading(number, begins)] if level == begins else []
                parts += [self._answer(level, why, times), *(self._end(why) if why is chain[-1] else [])]
                shown.append((why.id, self._stood_in(parts, depth)))
        return shown

    def _times(self) -> Mapping[str, str]:
        """The times of the entries that are cited, by the entries' ids."""
        cited = {entry for why in self.incident.whys.root for entry in why.evidence}
        found = (entry for entry in self.incident.timeline.root if entry.id in cited) if cited else ()
        return {entry.id: formats.clock(self.session.local(entry.at)) for entry in found}

    def _heading(self, number: int, begins: int) -> Content:
        text = _("Chain {number}").format(number=number)
        if begins:
            text += " · " + _("branches off below why {number}").format(number=begins)
        return Content.styled(text, "bold $text-secondary")

    def _answer(self, level: int, why: Why, times: Mapping[str, str]) -> Content:
        prompt = _(LEVELS[level]) if level < len(LEVELS) else _("why that happened in turn")
        said = _("Why {number} · {prompt}").format(number=level + 1, prompt=prompt)
        cited = ", ".join(times[entry] for entry in why.evidence if entry in times)
        question = Content.assemble((said, "$text-accent"), (f"  ⊢ {cited}" if cited else "", "$text-muted"))
        text, style = (why.text, "") if why.text else (_("(no answer yet)"), "$text-warning")
        return Content("\n").join([question, hanging(text, style, _STEP, self.width)])

    def _end(self, why: Why) -> list[Content]:
        """What stands below the last why of a chain."""
        lines = []
        if ends_in_person(why.text):
            lines.append(hanging("✗ " + _("ends in a person: which system made it likely?"), _WARN, _STEP, self.width))
        label = self._category(why)
        text, style = (f"→ {label}", "bold") if label else ("→ " + _("no category yet (o)"), _WARN)
        return [*lines, hanging(text, style, _STEP, self.width)]

    def _stood_in(self, parts: Sequence[Content], depth: int) -> Content:
        text = Content("\n").join(parts)
        indent = min(depth, _DEEPEST) * _STEP
        if not indent:
            return text
        lines = (line for whole in text.split("\n", allow_blank=True) for line in whole.wrap(self.width - indent))
        return Content("\n").join([Content(" " * indent) + line for line in lines])

    def _category(self, why: Why) -> str:
        if not why.category:
            return ""
        own = self.incident.factors.root.get(why.category)
        return _(CATEGORY_LABELS.get(why.category, "")) or (own.name if own else why.category)

    def head(self) -> str:
        """How things stand, or what to do."""
        ends = [chain[-1] for chain in self.incident.whys.chains()]
        if not ends:
            return _("No root cause yet. a asks the first why: what was the direct cause?")
        lacking = sum(not why.category for why in ends)
        persons = sum(ends_in_person(why.text) for why in ends)
        parts = [ngettext("{n} chain", "{n} chains", len(ends)).format(n=len(ends))]
        if persons:
            parts.append(ngettext("{n} ends in a person", "{n} end in a person", persons).format(n=persons))
        if lacking:
            parts.append(ngettext("{n} without a category", "{n} without a category", lacking).format(n=lacking))
        return " · ".join(parts)

    # --- changing ----------------------------------------------------------------------------------

    def label(self, item: str | None) -> str:
        """What the line asks for."""
        if item is not None:
            return _("this answer")
        above = self.incident.whys.find(self._above) if self._above else None
        if above is None:
            return _("what was the direct cause?")
        return _("why “{text}”? what made it possible, and sensible at the time?").format(
            text=one_line(above.text)[:40]
        )

    @on(TextArea.Changed, "#line")
    def _look_at_typed(self) -> None:
        """Say at once where an answer stops at a person."""
        if self.line.has_focus:
            person = ends_in_person(self.typed)
            text = "✗ " + _("ends in a person: which system made it likely?") if person else self.label(self._editing)
            self.query_one("#label", Static).update(text)

    def text(self, item: str) -> str:
        """The answer."""
        why = self.incident.whys.find(item)
        return why.text if why else ""

    def store(self, item: str, text: str) -> None:
        """Change the answer."""
        name = Message("why: “{text}”", text=one_line(text)[:40])
        self.session.notebook.put(name, Whys.word, item, {"text": text})

    def create(self, text: str) -> str:
        """Answer why the chosen one happened, or begin a chain."""
        above = self.incident.whys.find(self._above) if self._above else None
        change = answer(self.incident, above, text, self.session.now)
        self.session.notebook.do(change)
        return change.steps[-1].record

    @property
    def why(self) -> Why | None:
        """The why that the cursor is on."""
        return self.incident.whys.find(self.current) if self.current else None

    def action_add(self) -> None:
        """Ask why the chosen one happened."""
        self._above = self.current
        self.begin_new()

    def action_chain(self) -> None:
        """Begin another chain."""
        self._above = None
        self.begin_new()

    def action_branch(self) -> None:
        """Give another answer beside the chosen one."""
        self._above = self.why.parent if self.why else None
        self.begin_new()

    def action_delete(self) -> None:
        """Take the chosen why away; what explained it explains the one above."""
        if self.why:
            self.do(removal(self.incident, self.why))

    def action_evidence(self) -> None:
        """Cite entries of the timeline."""
        why = self.why
        if why is None:
            return

        def cite(entries: tuple[str, ...] | None) -> None:
            if entries is not None:
                name = Message("evidence: “{text}”", text=one_line(why.text)[:40])
                self.session.notebook.put(name, Whys.word, why.id, {"evidence": list(entries)})

        self.app.push_screen(Evidence(self.session, why.evidence), cite)

    def action_category(self) -> None:
        """Give the chain of the chosen why its root-cause category."""
        why = self.why
        if why is None:
            return
        last = next(chain[-1] for chain in self.incident.whys.chains() if why in chain)

        def give(category: str | None) -> None:
            if category is not None:
                label = self._category(last.model_copy(update={"category": category})) or None
                self.do(set_category(self.incident, last, category or None, label))

        self.app.push_screen(Categories(self.session, last.category), give)
