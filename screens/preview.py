"""What evidence has brought, before any of it comes in: each line taken or left, each milestone accepted or not."""

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from data import formats
from data.language import _, ngettext, say
from model.evidence import Candidate, Proposal, last_change
from model.instant import in_zone
from model.message import N_, Message
from model.text import one_line
from model.timeline import Milestone
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import NOTHING_MATCHES, LineList
from screens.widgets.proposal_list import ProposalList, key_of
from screens.widgets.steady import Steady

__all__ = ["Chosen", "Preview"]

Chosen: TypeAlias = list[tuple[Candidate, Milestone | None]]


class Preview(Dialog[Chosen]):
    """Closes with what was taken, each with the milestone that it was accepted as."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "Space takes a line or leaves it, a takes all and n none of those that the filter shows. m accepts the "
        "milestone that a line may be. Enter takes in what has its cross, as one step that undo takes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "proposal.all", "proposal.none", "proposal.minor", "home.filter", "dialog.close"
    )

    def __init__(self, session: Session, name: str, found: Sequence[Proposal], notes: Sequence[Message]) -> None:
        super().__init__(name)
        self._session = session
        self._found = sorted(found, key=lambda one: not one.candidate.pinned)
        self._notes = notes
        self._minor = False

    def compose_dialog(self) -> ComposeResult:
        """What is to be known of the reading, the filter, the lines, the whole of one, how many are taken."""
        yield Static(id="notes", markup=False)
        yield Input(placeholder=_("type to filter"), id="filter", compact=True)
        summary = self._session.incident.summary
        yield ProposalList(summary.zone, in_zone(summary.started_at, summary.zone).date(), id="proposals")
        yield Steady(id="whole")
        yield Steady(id="count")

    def on_mount(self) -> None:
        """Everything new is taken at first, but for what is minor; no milestone is accepted."""
        lines = self.query_one(ProposalList)
        lines.take((one for one in self._found if not one.candidate.minor), taken=True)
        lines.nothing = _(NOTHING_MATCHES)
        self._show_notes()
        self._filter()
        lines.focus()

    def _show_notes(self) -> None:
        change = last_change(self._session.incident, (one.candidate for one in self._found))
        texts = [say(note) for note in self._notes]
        if change is not None:
            at = formats.moment(in_zone(change.at, self._session.incident.summary.zone))
            said = _("last change before the start: {time} {text}")
            texts.insert(0, said.format(time=at, text=one_line(change.text)[:120]))
        notes = self.query_one("#notes", Static)
        notes.update("\n".join(texts))
        notes.display = bool(texts)

    @on(Input.Changed, "#filter")
    def _filter(self) -> None:
        words = self.query_one("#filter", Input).value.casefold().split()
        found = [one for one in self._found if self._minor or not one.candidate.minor]
        if words:
            found = [one for one in found if all(word in _sought(one) for word in words)]
        self.query_one(ProposalList).show(found, 0)
        self._count()

    @on(ProposalList.Toggled)
    def _count(self) -> None:
        lines = self.query_one(ProposalList)
        taken = len(lines.taken)
        known = sum(one.known for one in self._found)
        minor = sum(one.candidate.minor for one in self._found)
        proposed = sum(one.milestone is not None for one in self._found)
        parts = [ngettext("{n} taken", "{n} taken", taken).format(n=formats.number(taken))]
        if known:
            parts.append(ngettext("{n} there already", "{n} there already", known).format(n=formats.number(known)))
        if proposed:
            text = ngettext("{n} of {m} milestone accepted", "{n} of {m} milestones accepted", proposed)
            parts.append(text.format(n=len(lines.accepted), m=proposed))
        if minor and not self._minor:
            parts.append(ngettext("{n} minor hidden", "{n} minor hidden", minor).format(n=formats.number(minor)))
        self.query_one("#count", Steady).show(" · ".join(parts))

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        row = self.query_one(ProposalList).current
        self.query_one("#whole", Steady).show(one_line(row.candidate.text[:2_000])[:300] if row else "")

    def key_down(self) -> None:
        """From the filter to the lines."""
        self.query_one(ProposalList).focus()

    @on(Input.Submitted)
    def _to_lines(self) -> None:
        self.query_one(ProposalList).focus()

    def action_filter(self) -> None:
        """Type what to show."""
        self.query_one("#filter", Input).focus()

    def action_all(self) -> None:
        """Take every line that is shown."""
        lines = self.query_one(ProposalList)
        lines.take(lines.rows, taken=True)

    def action_none(self) -> None:
        """Leave every line that is shown."""
        lines = self.query_one(ProposalList)
        lines.take(lines.rows, taken=False)

    def action_minor(self) -> None:
        """Show what is minor, or hide it."""
        self._minor = not self._minor
        self._filter()

    def action_close(self) -> None:
        """From the filter to the lines; from there back without taking anything."""
        if self.query_one("#filter", Input).has_focus:
            self.query_one(ProposalList).focus()
        else:
            self.dismiss(None)

    @on(ProposalList.Accepted)
    def _accept(self) -> None:
        lines = self.query_one(ProposalList)
        chosen = [one for one in self._found if key_of(one) in lines.taken]
        self.dismiss([(one.candidate, one.milestone if key_of(one) in lines.accepted else None) for one in chosen])


def _sought(one: Proposal) -> str:
    candidate = one.candidate
    return f"{candidate.text} {candidate.author} {candidate.place} {candidate.source}".casefold()
