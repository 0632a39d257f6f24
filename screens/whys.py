"""The whys: chains of causes, each answer asked why again, each chain ending in a category."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from data import formats
from data.language import _
from model.message import N_, Message
from model.text import one_line
from model.why_changes import removal, set_category
from model.whys import CATEGORY_LABELS, LEVELS, Why, Whys, ends_in_person
from screens.categories import Categories
from screens.evidence import Evidence
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.session import Session

__all__ = ["WhysScreen"]


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

    def items(self) -> Sequence[tuple[str, Content]]:
        """Each why once, indented where a chain branches."""
        shown: dict[str, Content] = {}
        for number, chain in enumerate(self.incident.whys.chains(), 1):
            for level, why in enumerate(chain):
                if why.id not in shown:
                    shown[why.id] = self._line(number, level, why, is_last=why is chain[-1])
        return list(shown.items())

    def _line(self, chain: int, level: int, why: Why, *, is_last: bool) -> Content:
        parts: list[Content | tuple[str, str]] = []
        if level == 0:
            parts.append((_("Chain {number}").format(number=chain) + "\n", "bold $text-secondary"))
        parts += [
            (" " * level + _level(level), "$text-accent"),
            Content(why.text or _("(no answer yet)")),
        ]
        cited = [entry for entry in self.incident.timeline.root if entry.id in why.evidence]
        if cited:
            times = ", ".join(formats.clock(self.session.local(entry.at)) for entry in cited)
            parts.append(("  ⊢ " + times, "$foreground-muted"))
        if is_last:
            if ends_in_person(why.text):
                text = "\n  ✗ " + _("ends in a person: which system made it likely?")
                parts.append((text, "$text-warning"))
            label = self._category(why)
            parts.append(("\n  → " + (label or _("no category yet (o)")), "bold" if label else "$text-warning"))
        return Content.assemble(*parts)

    def _category(self, why: Why) -> str:
        if not why.category:
            return ""
        own = self.incident.factors.root.get(why.category)
        return _(CATEGORY_LABELS.get(why.category, "")) or (own.name if own else why.category)

    def head(self) -> str:
        """What to do."""
        if not self.incident.whys.root:
            return _("No root cause yet. a asks the first why: what was the direct cause?")
        return _("a asks why again · n begins another chain · o gives the chain its category")

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
        values = {"text": text} if self._above is None else {"text": text, "parent": self._above}
        name = Message("why: “{text}”", text=one_line(text)[:40])
        return self.session.notebook.add(name, Whys.word, values)

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
            self.session.notebook.do(removal(self.incident, self.why))

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
        chain = next(chain for chain in self.incident.whys.chains() if why in chain)

        def give(category: str | None) -> None:
            change = set_category(self.incident, chain[-1], category) if category else None
            if change:
                self.session.notebook.do(change)

        self.app.push_screen(Categories(self.session), give)


def _level(level: int) -> str:
    prompt = _(LEVELS[level]) if level < len(LEVELS) else _("why that happened in turn")
    return _("Why {number} · {prompt}").format(number=level + 1, prompt=prompt) + "  "
