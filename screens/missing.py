"""What the post-mortem still needs: the findings, what blocks publishing first, each with the way there."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from data.language import _, ngettext, say
from data.notebook import Changed
from model.finding import Finding
from model.incident import SECTIONS
from model.message import N_
from model.readiness import findings
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Missing"]


class FindingList(LineList[Finding]):
    """A line a finding."""

    def paint(self, row: Finding) -> Sequence[tuple[str, str]]:
        """Whether it blocks, where it is, what it says."""
        number = list(SECTIONS).index(row.section) + 1
        section = set_cell_size(f"{number} {_(SECTIONS[row.section].tab)}", 12)
        mark = ("-alarm", " ■ ") if row.blocks else ("-muted", " · ")
        return [mark, ("-mark", f"{section} "), ("-plain", say(row.message))]


class Missing(Dialog[str]):
    """The findings; enter goes to the section of one, and there to its record."""

    purpose: ClassVar[str] = N_("■ blocks publishing, · is advice. Enter goes there; nothing blocks saving.")
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "list.choose")

    def __init__(self, session: Session) -> None:
        super().__init__(_("What is missing"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """How many there are, and each of them."""
        yield Static(id="count", markup=False)
        yield FindingList(id="findings")
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Show them, now and after each change."""
        self._session.changed.subscribe(self, self._show)
        self._show(None)
        self.query_one(FindingList).focus()

    def _show(self, _changed: Changed | None) -> None:
        found = findings(self._session.incident, self._session.now, self._session.rules, wording=True)
        blocking = sum(finding.blocks for finding in found)
        text = ngettext("{n} thing blocks publishing", "{n} things block publishing", blocking).format(n=blocking)
        self.query_one("#count", Static).update(text if found else _("Nothing is missing: it can be published."))
        self.query_one(FindingList).show(found)

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        finding = self.query_one(FindingList).current
        self.query_one("#whole", Static).update(say(finding.message) if finding else "")

    @on(LineList.Chosen)
    def _go(self) -> None:
        finding = self.query_one(FindingList).current
        if finding is not None and finding.record is not None:
            self._session.sought = finding.section, finding.record
        self.dismiss(finding.section if finding else None)
