"""The panel of the tour: a few lines under the tabs, which cover nothing."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from data.language import _
from screens.columns import shortened

if TYPE_CHECKING:
    from screens.tour import Tour

__all__ = ["TourPanel"]

_SHORT = 16
"""Lines of a terminal below which it keeps to one line."""


class TourPanel(Widget):
    """Says what the step is about, and how the tour goes on. Where there is little room, in one line."""

    DEFAULT_CSS = """
    TourPanel {
        height: auto;
        padding: 0 1;
        background: $boost;
        color: $foreground;
        border-left: outer $accent;
        link-style: none;
        link-color: $text-muted;
    }
    """

    def __init__(self, tour: "Tour") -> None:
        super().__init__()
        self._tour = tour

    def on_mount(self) -> None:
        """Follow what is bound: in a field, letters are letters."""
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings)

    def _on_bindings(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Which step it is and how to go on; below it, what it says."""
        tour, width = self._tour, max(10, self.content_size.width or self.app.size.width - 3)
        title = Content.styled(_(tour.step.title), "bold")
        if self.app.size.height < _SHORT:
            return Content.assemble(
                (f"{tour.number}/{tour.count} ", "$text-accent"), shortened(tour.text.plain, width - 5)
            )
        place = _("Tour {n} of {all}").format(n=tour.number, all=tour.count)
        head = Content.assemble((f"{place}  ", "$text-accent"), title)
        keys = self._keys()
        gap = width - head.cell_length - keys.cell_length
        first = Content.assemble(head, " " * gap, keys) if gap > 1 else head
        return Content("\n").join([first, tour.text])

    def _keys(self) -> Content:
        """How to go on, back and out."""
        tour = self._tour
        typing = isinstance(self.screen.focused, Input | TextArea)
        leave = tour.key("app.tour")
        hints = [(tour.key("tour.next"), _("on"), "screen.tour_next")]
        if typing:
            leave = f"{tour.key('screen.back')} {leave}"
        else:
            hints.append((tour.key("tour.back"), _("back"), "screen.tour_back"))
        hints.append((leave, _("leave"), "screen.tour"))
        return Content("  ").join(
            Content.from_markup(f"[b]$key[/] [@click={action}]$name[/]", key=key, name=name)
            for key, name, action in hints
        )
