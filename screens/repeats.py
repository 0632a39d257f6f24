"""Pairs of incidents that look like repeats, with what matched: a person decides."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from data import formats
from data.language import _, ngettext, say
from data.notebook import Notebook
from data.quarter import Report
from data.quarter.words import because_text
from data.trouble import Trouble
from model.message import N_, Message, Refused
from model.refusal import first_refusal
from model.review import Facts
from model.review.repeats import Repeat, Ruling
from model.review.rulings import rule, ruling_of
from model.text import one_line
from screens.columns import cut
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Repeats"]

_MARKS = {Ruling.CONFIRMED: "✓", Ruling.OPEN: "·", Ruling.REJECTED: "✗"}
_SIDES = 4
"""Cells of what stands before and between the two titles."""


class PairList(LineList[Repeat]):
    """A line a pair."""

    def paint(self, row: Repeat) -> Sequence[tuple[str, str]]:
        """What was decided, the later incident, the earlier one."""
        half = max(8, (self.scrollable_content_region.width - 3 - _SIDES) // 2)
        style = {Ruling.CONFIRMED: "-mark", Ruling.REJECTED: "-muted"}.get(row.ruling, "-plain")
        return [
            (style, f" {_MARKS[row.ruling]} {cut(row.later.title, half)}"),
            ("-muted", " ← "),
            (style, cut(row.earlier.title, half)),
        ]


class Repeats(Dialog[tuple[str, str]]):
    """The pairs of the quarter; y says that it is a repeat, n that it is none."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "Incidents of the quarter that look like earlier ones, the likeliest first. ✓ is confirmed, ✗ is none, · is "
        "open. The same key once more opens the question again. Enter opens the later incident, o the earlier one."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "dialog.close", "repeats.yes", "repeats.no", "repeats.earlier", "repeats.undo", "list.choose"
    )

    def __init__(self, session: Session, report: Report) -> None:
        super().__init__(_("Repeats: the same root cause again?"))
        self._session = session
        self._pairs = [*report.repeats, *report.rejected]
        self._ruled: list[Path] = []
        """The files in which something was decided here, oldest first."""

    def compose_dialog(self) -> ComposeResult:
        """The pairs, and what matched in the chosen one."""
        yield PairList(id="pairs")
        with VerticalScroll(id="whole", can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Show them."""
        pairs = self.query_one(PairList)
        pairs.show(self._pairs)
        pairs.focus()
        if not self._pairs:
            self.query_one("#whole Static", Static).update(_("No incident of the quarter looks like an earlier one."))

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        pair = self.query_one(PairList).current
        if pair is not None:
            self.query_one("#whole Static", Static).update(_whole(pair))

    @on(LineList.Chosen)
    def _open_later(self) -> None:
        pair = self.query_one(PairList).current
        if pair is not None:
            self.dismiss((pair.later.id, "summary"))

    def action_earlier(self) -> None:
        """Open the earlier incident of the pair."""
        pair = self.query_one(PairList).current
        if pair is not None:
            self.dismiss((pair.earlier.id, "summary"))

    def action_rule(self, word: str) -> None:
        """Say that the chosen pair is a repeat, or none; the same once more opens the question again."""
        pairs = self.query_one(PairList)
        pair, said = pairs.current, Ruling(word)
        if pair is None:
            return
        ruling = Ruling.OPEN if pair.ruling is said else said
        path = self._path(pair.later)

        def decide(notebook: Notebook) -> None:
            change = rule(notebook.incident, pair.earlier.id, ruling)
            if change is not None:
                notebook.do(change)
                self._ruled.append(path)

        if self._write(path, decide):
            pairs.cursor += 1

    def action_undo_ruling(self) -> None:
        """Take back what was decided last, here."""
        if not self._ruled:
            self.notify(_("Nothing was decided here yet."))
            return

        def back(notebook: Notebook) -> None:
            name: Message | None = notebook.undo()
            if name is not None:
                self.notify(_("Undone: {name}").format(name=say(name)), timeout=3, markup=False)

        if self._write(self._ruled[-1], back):
            self._ruled.pop()

    def _path(self, facts: Facts) -> Path:
        return self._session.workspace.folder / f"{facts.id}.json"

    def _write(self, path: Path, what: Callable[[Notebook], None]) -> bool:
        """Change that incident durably, the open one through its own notebook; false where that is refused."""
        opened = self._session.opened
        try:
            if opened is not None and opened.path == path:
                notebook = opened
                what(notebook)
            else:
                notebook = self._session.workspace.open(path)
                what(notebook)
                notebook.close()
        except Trouble as trouble:
            self.notify(say(trouble.message), severity="error", timeout=12, markup=False)
            return False
        except (Refused, ValidationError) as error:
            self.notify(say(first_refusal(error)[1]), severity="warning", timeout=12, markup=False)
            return False
        id, incident = path.stem, notebook.incident
        self._pairs = [
            replace(pair, ruling=ruling_of(incident, pair.earlier.id)) if pair.later.id == id else pair
            for pair in self._pairs
        ]
        self.query_one(PairList).show(self._pairs)
        return True


def _whole(pair: Repeat) -> Content:
    """Both incidents, what they share, and what caused each."""
    lines = [Content(because_text(pair) or _("confirmed by a person"))]
    for facts in (pair.later, pair.earlier):
        head = f"{facts.id} · {formats.day(facts.day)} · {one_line(facts.title)}"
        lines.append(Content.styled(head, "bold"))
        lines += [Content(one_line(cause)) for cause in facts.causes]
    if pair.more:
        text = ngettext(
            "{n} more earlier incident is less like it.", "{n} more earlier incidents are less like it.", pair.more
        )
        lines.append(Content.styled(text.format(n=formats.number(pair.more)), "$text-muted"))
    return Content("\n").join(lines)
