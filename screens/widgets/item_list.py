"""A list of texts that wrap over as many lines as they need."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screens.keys import bound

__all__ = ["ItemList"]


class ItemList(OptionList):
    """Items by their ids; the cursor stays on its item when the others change."""

    DEFAULT_CSS = """
    ItemList {
        width: 100%;
        height: 1fr;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
        & > .option-list--option { padding: 0 1; }
        &:focus { border: none; background-tint: transparent 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound("list.down", "list.up", "list.top", "list.bottom")

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._shown: list[tuple[str, Content]] = []

    @property
    def current(self) -> str | None:
        """The id of the item that the cursor is on."""
        if self.highlighted is None or self.highlighted >= self.option_count:
            return None
        return self.get_option_at_index(self.highlighted).id

    def show(self, items: Sequence[tuple[str, Content]], chosen: str | None = None) -> None:
        """Show these items; what did not change stays as it is."""
        chosen = chosen or self.current
        fresh = list(items)
        if [id for id, _ in fresh] == [id for id, _ in self._shown]:
            for index, (old, new) in enumerate(zip(self._shown, fresh, strict=True)):
                if old != new:
                    self.replace_option_prompt_at_index(index, new[1])
        else:
            place = self.highlighted or 0
            self.set_options([Option(content, id=id) for id, content in fresh])
            ids = [id for id, _ in fresh]
            if ids:
                self.highlighted = ids.index(chosen) if chosen in ids else min(place, len(ids) - 1)
        self._shown = fresh

    def choose(self, id: str) -> None:
        """Put the cursor on that item, if it is there."""
        ids = [item for item, _ in self._shown]
        if id in ids:
            self.highlighted = ids.index(id)

    def action_cursor_top(self) -> None:
        """To the first item."""
        self.action_first()

    def action_cursor_bottom(self) -> None:
        """To the last item."""
        self.action_last()
