"""One line to type into, which remembers what is stored and can go back to it."""

from screens.widgets.marked_input import MarkedInput

__all__ = ["FieldInput"]


class FieldInput(MarkedInput):
    """An input without a frame. What was typed counts only once it is accepted."""

    DEFAULT_CSS = """
    FieldInput {
        width: 1fr;
        background: $surface;
        &:focus { background: $boost; }
    }
    """

    def __init__(self, stored: str = "", *, placeholder: str = "", id: str | None = None, prose: bool = False) -> None:
        super().__init__(stored, prose=prose, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.stored = stored
        """The text of the value that is stored."""

    @property
    def dirty(self) -> bool:
        """Whether something else was typed than is stored."""
        return self.value != self.stored

    def store(self, text: str) -> None:
        """Show the text of the value that is stored now."""
        self.stored = text
        self.value = text

    def revert(self) -> bool:
        """Take an accepted proposal back, or else go back to what is stored; false where nothing else was typed."""
        if super().revert():
            return True
        if not self.dirty:
            return False
        self.value = self.stored
        self.cursor_position = len(self.value)
        return True
