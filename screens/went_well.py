"""What went well: three to five things worth keeping; and, below them, where one got lucky."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from data.language import _, ngettext
from model.message import N_, Message
from model.text import one_line
from model.went_well import FEWEST, LUCKY, LUCKY_PROMPT, MOST, PROMPTS, WentWell, WentWellItem
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.session import Session
from screens.widgets.hanging import hanging

__all__ = ["WentWellScreen"]


class WentWellScreen(ItemsScreen):
    """A list of things that went well, and one of those that were luck."""

    word: ClassVar[str] = WentWell.word
    purpose: ClassVar[str] = N_(
        "Three to five things that went well and should stay so. {add} writes one, enter changes it, {delete} takes "
        "it away. {lucky} writes down where you got lucky, which is no duty; space says of an item that it was luck, "
        "or was not."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {"add": "item.add", "delete": "item.delete", "lucky": "went_well.lucky"}
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "item.add", "went_well.lucky", "item.edit", "item.delete", "went_well.turn"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._lucky = False
        """Whether a new item is one of luck."""

    def items(self) -> Sequence[tuple[str, Content]]:
        """An item each; those of luck last, under their heading."""
        section = self.incident.went_well
        lucky = section.lucky()
        shown = [self._line(item, "✓") for item in section.earned()]
        for item in lucky:
            id, line = self._line(item, "☘")
            heading = Content.styled(f"{_(LUCKY)}\n", "bold $text-secondary")
            shown.append((id, heading + line if item is lucky[0] else line))
        return shown

    def _line(self, item: WentWellItem, mark: str) -> tuple[str, Content]:
        return item.id, hanging(item.text, "", 2, self.width, Content(mark))

    def head(self) -> str:
        """How many there are, and what to think of."""
        section = self.incident.went_well
        count, lucky = len(section.earned()), len(section.lucky())
        text = ngettext("{n} thing; three to five are wanted.", "{n} things; three to five are wanted.", count)
        if count < FEWEST:
            text = ngettext(
                "{n} thing; three to five are wanted ({add}).", "{n} things; three to five are wanted ({add}).", count
            )
        said = text.format(n=count, **self.keys)
        if lucky:
            said += " " + ngettext("{n} was luck.", "{n} were luck.", lucky).format(n=lucky)
        if FEWEST <= count <= MOST:
            return said
        return said + " " + " ".join(_(prompt) for prompt in PROMPTS) if count < FEWEST else said

    def label(self, item: str | None) -> str:
        """What the line is for."""
        if item is None:
            return _(LUCKY_PROMPT) if self._lucky else _("what went well?")
        found = self.incident.went_well.find(item)
        return _(LUCKY) if found and found.lucky else _("what went well")

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
        if self._lucky:
            name = Message("lucky: “{text}”", text=one_line(text)[:40])
            return self.session.notebook.add(name, WentWell.word, {"text": text, "lucky": True})
        name = Message("went well: “{text}”", text=one_line(text)[:40])
        return self.session.notebook.add(name, WentWell.word, {"text": text})

    def action_add(self) -> None:
        """Write down what went well."""
        self._lucky = False
        self.begin_new()

    def action_lucky(self) -> None:
        """Write down where one got lucky."""
        self._lucky = True
        self.begin_new()

    def action_turn(self) -> None:
        """Say of the item that it was luck, or was not."""
        item = self.incident.went_well.find(self.current) if self.current else None
        if item is not None:
            text = one_line(item.text)[:40]
            name = Message("went well: “{text}”", text=text) if item.lucky else Message("lucky: “{text}”", text=text)
            self.put(name, WentWell.word, item.id, {"lucky": not item.lucky})

    def action_delete(self) -> None:
        """Take the item away; undo brings it back."""
        if self.current is not None:
            self._remove(self.current)

    def _remove(self, item: str) -> None:
        name = Message("delete “{text}”", text=one_line(self.text(item))[:40])
        self.session.notebook.remove(name, WentWell.word, item)
