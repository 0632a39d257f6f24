"""How far the post-mortem is: a draft, in review or published; what blocks it, and what was changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from data import formats
from data.history_words import Wording
from data.language import _, ngettext, say
from data.notebook import Changed
from data.publishing import Since, blocking, changed_since, move
from data.trouble import Trouble
from model.incident import SECTIONS
from model.message import N_, Refused
from model.publication import STATE_LABELS
from model.summary import State
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Publish"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the list: what blocks publishing, or what was changed."""

    mark: str
    where: str
    text: str


class RemarkList(LineList[Remark]):
    """What is to be known before it is published, or since."""

    def paint(self, row: Remark) -> Sequence[tuple[str, str]]:
        """Where, and what."""
        return [
            ("-alarm" if row.mark == "■" else "-muted", f" {row.mark} "),
            ("-mark", f"{row.where}  "),
            ("-plain", row.text),
        ]


class Publish(Dialog[str]):
    """The state, who set it and when; keys set another one."""

    purpose: ClassVar[str] = N_(
        "■ blocks publishing; once it was published, ± is what was changed since. Publishing keeps a copy of what is "
        "published; what blocks it is asked about once."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "publish.review", "publish.publish", "publish.draft")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Publishing"))
        self._session = session
        self._asked = False

    def compose_dialog(self) -> ComposeResult:
        """The state, and the list."""
        yield Static(id="count", markup=False)
        yield Static(id="hint", markup=False)
        yield RemarkList(id="remarks")

    def on_mount(self) -> None:
        """Show how things stand, now and after each change."""
        self._session.changed.subscribe(self, self._show)
        self._show(None)
        self.query_one(RemarkList).focus()

    def _show(self, _changed: Changed | None) -> None:
        incident = self._session.incident
        summary = incident.summary
        parts = [_(STATE_LABELS[summary.state])]
        if summary.version:
            parts.append(_("version {version}").format(version=formats.number(summary.version)))
        if summary.state_at is not None:
            at = formats.zoned(self._session.local(summary.state_at))
            parts.append(_("set by {who}, {at}").format(who=summary.state_by or "–", at=at))
        self.query_one("#count", Static).update(" · ".join(parts))
        remarks = self.query_one(RemarkList)
        remarks.nothing = _("Nothing is missing.")
        remarks.show(self._remarks())

    def _remarks(self) -> list[Remark]:
        session = self._session
        remarks = [
            Remark("■", set_cell_size(_(SECTIONS[found.section].tab), 10), say(found.message))
            for found in blocking(session.incident, session.now, session.rules)
        ]
        try:
            since: Since | None = changed_since(session.notebook.path, session.incident)
        except Trouble as trouble:
            return [*remarks, Remark("·", "", say(trouble.message))]
        words = Wording(session.incident)
        lines = since.lines if since else ()
        return [
            *remarks,
            *(Remark("±", words.where(line), f"{words.before(line)} → {words.after(line)}") for line in lines),
        ]

    def action_review(self) -> None:
        """Give it to the review."""
        self._move(State.IN_REVIEW)

    def action_draft(self) -> None:
        """Make it a draft again."""
        self._move(State.DRAFT)

    def action_publish(self) -> None:
        """Publish it; where something blocks that, only when it is asked for twice."""
        session = self._session
        found = blocking(session.incident, session.now, session.rules)
        if found and not self._asked:
            self._asked = True
            text = ngettext(
                "{n} thing blocks publishing: the same key again publishes it anyway.",
                "{n} things block publishing: the same key again publishes it anyway.",
                len(found),
            )
            self.query_one("#hint", Static).update(text.format(n=formats.number(len(found))))
            return
        self._move(State.PUBLISHED)

    @work(thread=True, exclusive=True)
    def _move(self, state: State) -> None:
        try:
            move(self._session.notebook, state)
        except (Trouble, Refused) as problem:
            self.app.call_from_thread(self._say, f"✗ {say(problem.message)}")
            return
        self.app.call_from_thread(self._say, "")
        self.app.call_from_thread(self._show, None)

    def _say(self, text: str) -> None:
        self._asked = False
        self.query_one("#hint", Static).update(text)
