"""The whys: chains of causes, each answer asked why again, each chain ending in a category."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from data import formats
from data.language import _, ngettext, say
from model.message import N_, Message
from model.text import one_line
from model.why_changes import answer, move, removal, set_category, subtree_removal
from model.why_prompts import next_question, system_question
from model.whys import Why, Whys, ends_in_person
from screens.categories import Categories
from screens.evidence import Evidence
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.session import Session
from screens.why_move import WhyMove
from screens.why_tree import WhyTree, category_label, person_text

__all__ = ["WhysScreen"]


class WhysScreen(ItemsScreen):
    """Every chain with its answers, their evidence, and its category."""

    word: ClassVar[str] = Whys.word
    follows: ClassVar[frozenset[str]] = frozenset({"timeline", "factors", "actions"})
    purpose: ClassVar[str] = N_(
        "Ask how, and what made it sensible, until a system answers and not a person. {answer} asks on from the "
        "chosen answer, {branch} branches beside it, {chain} begins another chain; {move} moves an answer with all "
        "below it, {delete} takes one away, {prune} all below it too; {evidence} cites entries of the timeline, "
        "{category} gives the chain its root-cause category."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {
        "answer": "whys.answer",
        "branch": "whys.branch",
        "chain": "whys.chain",
        "move": "whys.move",
        "delete": "item.delete",
        "prune": "whys.prune",
        "evidence": "whys.evidence",
        "category": "whys.category",
    }
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "whys.answer",
        "whys.chain",
        "whys.evidence",
        "whys.category",
        "whys.branch",
        "whys.move",
        "item.edit",
        "item.delete",
        "whys.prune",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._above: str | None = None
        """What a new answer explains; nothing where it begins a chain."""

    # --- showing -----------------------------------------------------------------------------------

    def items(self) -> Sequence[tuple[str, Content]]:
        """Each why once, in the order of the chains; a branch stands in from the chain that it leaves."""
        people, allowed = self.session.marking.roster(), self.session.rules.allowed_words
        return WhyTree(self.incident, self.width, self._times(), people, allowed).items()

    def _times(self) -> Mapping[str, str]:
        """The times of the entries that are cited, by the entries' ids."""
        cited = {entry for why in self.incident.whys.root for entry in why.evidence}
        found = (entry for entry in self.incident.timeline.root if entry.id in cited) if cited else ()
        return {entry.id: formats.clock(self.session.local(entry.at)) for entry in found}

    def head(self) -> str:
        """How things stand, or what to do."""
        ends = [chain[-1] for chain in self.incident.whys.chains()]
        if not ends:
            return _("No root cause yet. {answer} asks the first why: what was the direct cause?").format(**self.keys)
        lacking = sum(not why.category for why in ends)
        persons = sum(self._is_person(why.text) for why in ends)
        parts = [ngettext("{n} chain", "{n} chains", len(ends)).format(n=len(ends))]
        if persons:
            parts.append(ngettext("{n} ends in a person", "{n} end in a person", persons).format(n=persons))
        if lacking:
            parts.append(ngettext("{n} without a category", "{n} without a category", lacking).format(n=lacking))
        return " · ".join(parts)

    def _is_person(self, text: str) -> bool:
        return ends_in_person(text, self.session.marking.roster(), self.session.rules.allowed_words)

    def _system_question(self, text: str) -> Message | None:
        return system_question(text, self.session.marking.roster(), self.session.rules.allowed_words)

    # --- changing ----------------------------------------------------------------------------------

    def label(self, item: str | None) -> str:
        """What the line asks for: of a person, for the system behind it."""
        if item is not None:
            return _("this answer")
        chain = self._chain_to(self._above)
        question = (self._system_question(chain[-1].text) if chain else None) or next_question(
            [why.text for why in chain]
        )
        return _("Why {number}: {question}").format(number=len(chain) + 1, question=say(question))

    def _chain_to(self, last: str | None) -> tuple[Why, ...]:
        """The whys from the first of a chain down to that one."""
        for chain in self.incident.whys.chains() if last else ():
            for level, why in enumerate(chain, 1):
                if why.id == last:
                    return chain[:level]
        return ()

    @on(TextArea.Changed, "#line")
    def _look_at_typed(self) -> None:
        """Say at once where an answer stops at a person, and ask for the system."""
        if self.line.has_focus:
            question = self._system_question(self.typed)
            text = f"✗ {person_text(question)}" if question else self.label(self._editing)
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

    def action_prune(self) -> None:
        """Take the chosen why away with all that is below it."""
        if self.why:
            self.do(subtree_removal(self.incident, self.why))

    def action_move(self) -> None:
        """Let the chosen why explain another one, with all that is below it."""
        why = self.why
        if why is None:
            return

        def go(above: str | None) -> None:
            fresh = self.incident.whys.find(why.id)
            if above is not None and fresh is not None:
                self.do(move(self.incident, fresh, self.incident.whys.find(above)))

        self.app.push_screen(WhyMove(self.incident.whys, why), go)

    def action_evidence(self) -> None:
        """Cite entries of the timeline."""
        why = self.why
        if why is None:
            return

        def cite(entries: tuple[str, ...] | None) -> None:
            if entries is not None:
                name = Message("evidence: “{text}”", text=one_line(why.text)[:40])
                self.put(name, Whys.word, why.id, {"evidence": list(entries)})

        self.app.push_screen(Evidence(self.session, why.evidence), cite)

    def action_category(self) -> None:
        """Give the chain of the chosen why its root-cause category."""
        why = self.why
        if why is None:
            return
        last = next(chain[-1] for chain in self.incident.whys.chains() if why in chain)

        def give(category: str | None) -> None:
            if category is not None:
                self.do(set_category(self.incident, last, category or None, category_label(self.incident, category)))

        self.app.push_screen(Categories(self.session, last.category), give)
