"""One line of prose to type into."""

from typing import Any, ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from screens.widgets.marked import Marked

__all__ = ["MarkedInput"]


class _Underliner(Highlighter):
    """Underlines what is found in an input."""

    def __init__(self, field: "MarkedInput") -> None:
        self._field = field

    def highlight(self, text: Text) -> None:
        """Underline the marks."""
        self._field.underline(text)


class MarkedInput(Input, Marked):
    """An input whose prose is checked as one types."""

    DEFAULT_CSS = f"MarkedInput {{ {Marked.CSS} }}"
    COMPONENT_CLASSES: ClassVar[set[str]] = Marked.MARK_CLASSES

    def __init__(self, value: str = "", *, prose: bool = True, **options: Any) -> None:
        super().__init__(value, highlighter=_Underliner(self), **options)
        self.prose = prose
        self._before: tuple[str, str] | None = None
        """The text before the latest proposal was accepted, and after."""

    @property
    def content(self) -> str:
        """The line."""
        return self.value

    @property
    def place(self) -> int:
        """Where the cursor is."""
        return self.cursor_position

    def put(self, start: int, end: int, text: str) -> None:
        """Replace a part; `revert` brings it back."""
        before = self.value
        self.value = before[:start] + text + before[end:]
        self._before = before, self.value
        self.cursor_position = start + len(text)

    def revert(self) -> bool:
        """Take an accepted proposal back; false where there is none, or something was typed since."""
        if self._before is None or self._before[1] != self.value:
            return False
        self.value = self._before[0]
        self._before = None
        self.cursor_position = len(self.value)
        return True

    def watch_value(self) -> None:
        """Look at what is typed."""
        self.look_again()

    def watch_selection(self) -> None:
        """Another mark may be near the cursor now."""
        if len(self.marks) > 1:
            self.look_again()
