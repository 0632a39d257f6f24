"""The second line: the sections with their digits, the current one marked."""

from textual.content import Content
from textual.widget import Widget

from data.language import _
from model.incident import NUMBERED, SECTIONS

__all__ = ["SectionTabs"]


class SectionTabs(Widget):
    """The eight sections on one line; a click goes there. Too narrow for all, it shows the current one.

    The notes of the review have a place there only while they are shown.
    """

    DEFAULT_CSS = """
    SectionTabs {
        height: 1;
        padding: 0 1;
        color: $text-muted;
        text-wrap: nowrap;
        link-style: none;
        link-color: $text-muted;
    }
    """

    def __init__(self, current: str) -> None:
        super().__init__()
        self._current = current

    def render(self) -> Content:
        """The line."""
        tabs = []
        shown = [word for word in SECTIONS if word in NUMBERED or word == self._current]
        for word in shown:
            number, section = list(SECTIONS).index(word) + 1, SECTIONS[word]
            style = "bold reverse" if word == self._current else ""
            name = f"{number} {_(section.tab)}"
            tabs.append(Content.from_markup(f"[@click=app.section('{word}') {style}]$name[/]", name=name))
        line = Content("  ").join(tabs)
        if line.cell_length <= self.size.width:
            return line
        current = shown.index(self._current)
        return Content.assemble("‹", tabs[current], f"› {current + 1}/{len(tabs)}")
