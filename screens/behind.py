"""What is behind a figure of the review: how it was reckoned, from how many, and the incidents themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from model.message import N_
from model.text import one_line
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Behind", "Evidence", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """One incident behind a figure; a heading where it has no id."""

    text: str
    id: str = ""
    section: str = "summary"
    """Where it opens, by the section's word."""
    figure: str = ""
    """What it adds to the figure."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a figure came about."""

    title: str
    how: str
    sources: Sequence[Source]
    figures: Sequence[tuple[str, str]] = ()
    """Further figures with their names."""


class SourceList(LineList[Source]):
    """A line an incident."""

    def choosable(self, row: Source) -> bool:
        """Headings cannot be chosen."""
        return row.id != ""

    def paint(self, row: Source) -> Sequence[tuple[str, str]]:
        """Its id, what it adds, its title."""
        if not row.id:
            return [("-heading", f" {row.text}")]
        widest = max(cell_len(one.figure) for one in self.rows)
        figure = " " * (widest - cell_len(row.figure)) + row.figure + "  " if widest else ""
        return [("-mark", f" {row.id}  "), ("-plain", figure), ("-plain", one_line(row.text))]


class Behind(Dialog[tuple[str, str]]):
    """The incidents behind one figure; enter opens one."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_("How the figure came about, and the incidents behind it. Enter opens one.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "list.choose")

    def __init__(self, _session: Session, evidence: Evidence) -> None:
        super().__init__(evidence.title)
        self._evidence = evidence

    def compose_dialog(self) -> ComposeResult:
        """How it was reckoned, further figures, the incidents."""
        with VerticalScroll(id="how", can_focus=not self._evidence.sources):
            yield Static(self._how(), markup=False)
        yield SourceList(id="sources")

    def _how(self) -> Content:
        parts = [Content(self._evidence.how)]
        if self._evidence.figures:
            widest = max(cell_len(name) for name, _value in self._evidence.figures)
            parts += [
                Content.assemble((name + " " * (widest - cell_len(name) + 2), "$text-muted"), value)
                for name, value in self._evidence.figures
            ]
        return Content("\n").join(parts)

    def on_mount(self) -> None:
        """Show them."""
        sources = self.query_one(SourceList)
        sources.show(self._evidence.sources, 0)
        sources.display = bool(self._evidence.sources)
        self.call_after_refresh(sources.scroll_to, y=0, animate=False)
        self.set_class(not self._evidence.sources, "-alone")
        self.query_one("#sources" if self._evidence.sources else "#how").focus()

    @on(LineList.Chosen)
    def _open(self) -> None:
        row = self.query_one(SourceList).current
        if row is not None:
            self.dismiss((row.id, row.section))
