"""What the post-mortem still needs: what to see to first comes first, each with the key that goes there."""

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
from model.incident import SECTIONS, Incident
from model.message import N_
from model.owed import measured, triggers_met
from model.readiness import findings
from model.readiness.moment import next_first
from screens.dialog import Dialog
from screens.key_words import keys_named
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["FindingList", "Missing"]


class FindingList(LineList[Finding]):
    """A line a finding."""

    def paint(self, row: Finding) -> Sequence[tuple[str, str]]:
        """Whether it blocks, the key and the name of its section, what it says."""
        number = list(SECTIONS).index(row.section) + 1
        section = set_cell_size(f"{number} {_(SECTIONS[row.section].tab)}", 12)
        if row.later:
            return [("-muted", f" ○ {section} {say(row.message)}")]
        mark = ("-alarm", " ■ ") if row.blocks else ("-muted", " · ")
        return [mark, ("-mark", f"{section} "), ("-plain", say(row.message))]


class Missing(Dialog[str]):
    """The findings; enter goes to the section of one, and there to its record."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high"), (34, "-tall")]
    purpose: ClassVar[str] = N_(
        "■ blocks publishing, · is advice, ○ can wait until the incident is over; nothing blocks saving. Enter goes to "
        "the very place, the digit in front of a section to the section."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "dialog.close", "list.choose", *(f"missing.section-{n}" for n in range(1, len(SECTIONS) + 1))
    )

    def __init__(self, session: Session, incident: Incident | None = None) -> None:
        """Of the open incident, or of another one that is looked at from home."""
        super().__init__(_("What is missing"))
        self._session = session
        self._other = incident

    @property
    def _incident(self) -> Incident:
        return self._other or self._session.incident

    def compose_dialog(self) -> ComposeResult:
        """How many there are, why a post-mortem is owed, and each of them."""
        yield Static(id="count", markup=False)
        yield Static(id="owed", markup=False)
        yield FindingList(id="findings")
        yield Static(id="whole", markup=False)

    def on_mount(self) -> None:
        """Show them, now and after each change."""
        self._session.changed.subscribe(self, self._show)
        self._show(None)
        self.query_one(FindingList).focus()

    def _show(self, _changed: Changed | None) -> None:
        incident, now, rules = self._incident, self._session.now, self._session.rules
        found = next_first(findings(incident, now, rules, wording=True))
        met = [say(trigger.message) for trigger in triggers_met(incident, now, rules)]
        if met:
            count, owed = _count(found), _("A post-mortem is owed: {reasons}.").format(reasons="; ".join(met))
        else:
            figures = "; ".join(say(figure) for figure in measured(incident, now, rules))
            count, owed = _("No post-mortem is owed."), f"{figures}."
        self.query_one("#count", Static).update(count)
        self.query_one("#owed", Static).update(owed)
        lines = self.query_one(FindingList)
        text = _("Export ({export}) writes the document to a file, publish ({publish}) makes it final.")
        named = {"export": "app.export", "publish": "app.publish"}
        lines.nothing = text.format(**keys_named(self.app, self._session, named))
        lines.show(found)

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        finding = self.query_one(FindingList).current
        self.query_one("#whole", Static).update(say(finding.message) if finding else "")

    @on(LineList.Chosen)
    def _go(self) -> None:
        finding = self.query_one(FindingList).current
        if finding is not None and finding.record is not None:
            self._session.sought = finding.section, finding.record, finding.field
        self.dismiss(finding.section if finding else None)

    def action_to_section(self, number: int) -> None:
        """Go to the section of that number, without seeking anything there."""
        self.dismiss(list(SECTIONS)[number - 1])


def _count(found: Sequence[Finding]) -> str:
    """How things stand, and what is next."""
    later = sum(finding.later for finding in found)
    now = [finding for finding in found if not finding.later]
    blocking = sum(finding.blocks for finding in now)
    parts = []
    if blocking:
        text = ngettext("{n} thing blocks publishing", "{n} things block publishing", blocking)
        parts.append(text.format(n=blocking))
    if len(now) > blocking:
        text = ngettext("{n} is advice", "{n} are advice", len(now) - blocking)
        parts.append(text.format(n=len(now) - blocking))
    if later:
        text = ngettext("{n} can wait until it is over", "{n} can wait until it is over", later)
        parts.append(text.format(n=later))
    if not blocking and not later:
        parts.insert(0, _("Nothing blocks publishing") if now else _("Nothing is missing"))
    if now:
        parts.append(_("next: {section}").format(section=_(SECTIONS[now[0].section].tab)))
    return " · ".join(parts)
