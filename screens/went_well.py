"""What went well: three to five things worth keeping."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from data.language import _, ngettext
from model.message import N_, Message
from model.text import one_line
from model.went_well import FEWEST, MOST, PROMPTS, WentWell
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.widgets.hanging import hanging

__all__ = ["WentWellScreen"]


class WentWellScreen(ItemsScreen):
    """A list of things that went well."""

    word: ClassVar[str] = WentWell.word
    purpose: ClassVar[str] = N_(
        "Three to five things that went well and should stay so. a writes one, enter changes it, d takes it away."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("item.add", "item.edit", "item.delete")

    def items(self) -> Sequence[tuple[str, Content]]:
        """An item each."""
        return [(item.id, hanging(item.text, "", 2, self.width, Content("✓"))) for item in self.incident.went_well.root]

    def head(self) -> str:
        """How many there are, and what to think of."""
        count = len(self.incident.went_well.root)
        text = ngettext("{n} thing; three to five are wanted.", "{n} things; three to five are wanted.", count)
        said = text.format(n=count)
        if FEWEST <= count <= MOST:
            return said
        return said + " " + " ".join(_(prompt) for prompt in PROMPTS) if count < FEWEST else said

    def label(self, item: str | None) -> str:
        """What the line is for."""
        return _("what went well?") if item is None else _("what went well")

    def text(self, item: str) -> str:
        """The item's text."""
        found = self.incident.went_well.find(item)
        return found.text if found else ""

    def store(self, item: str, text: str) -> None:
        """Change the item; without a text it goes."""
        if not text:
            self._remove(item)
            return
        name = Message("went well: “{text}”", text=one_line(text)[:40])
        self.session.notebook.put(name, WentWell.word, item, {"text": text})

    def create(self, text: str) -> str:
        """Add an item."""
        name = Message("went well: “{text}”", text=one_line(text)[:40])
        return self.session.notebook.add(name, WentWell.word, {"text": text})

    def action_delete(self) -> None:
        """Take the item away; undo brings it back."""
        if self.current is not None:
            self._remove(self.current)

    def _remove(self, item: str) -> None:
        name = Message("delete “{text}”", text=one_line(self.text(item))[:40])
        self.session.notebook.remove(name, WentWell.word, item)
