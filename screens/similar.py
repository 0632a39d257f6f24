"""Past incidents like the open one: what fixed them, and what was agreed on then and never done."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from data import formats
from data.language import _, ngettext, say
from data.quarter import gathered
from data.quarter.words import category_name
from data.trouble import Trouble
from model.instant import in_zone
from model.message import N_
from model.review import facts_at_hand
from model.review.similar import Similar as Alike
from model.review.similar import Unfinished, similar
from model.text import one_line
from screens.dialog import Dialog
from screens.keys import bound
from screens.session import Session
from screens.widgets.line_list import LineList

__all__ = ["Similar"]

_SHOWN = 20
_EVERY = 50


class AlikeList(LineList[Alike]):
    """A line an incident."""

    today: date

    def paint(self, row: Alike) -> Sequence[tuple[str, str]]:
        """When it was, what was left undone, what happened."""
        overdue = sum(each.action.overdue(self.today) for each in row.unfinished)
        undone = _("{n} overdue").format(n=overdue) if overdue else ""
        if not overdue and row.unfinished:
            undone = _("{n} open").format(n=len(row.unfinished))
        parts = [("-muted", f" {row.facts.day:%Y-%m-%d}  "), ("-plain", one_line(row.facts.title))]
        if undone:
            parts.insert(1, ("-alarm" if overdue else "-mark", f"{undone}  "))
        if row.facts.live:
            parts.insert(1, ("-mark", _("still live") + "  "))
        return parts


class Similar(Dialog[Path]):
    """What is known from the past, while it goes on; stamping works over it."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high")]
    purpose: ClassVar[str] = N_(
        "Past incidents that share the service or rare words with this one, the likest first: what fixed them, and the "
        "actions of then that are still open, first those that could have prevented this one. Enter opens one."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound("dialog.close", "list.choose")

    def __init__(self, session: Session) -> None:
        super().__init__(_("Past incidents like this one"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """How it goes on, the incidents, and what is known of the chosen one."""
        yield Static(_("looking …"), id="count", markup=False)
        yield AlikeList(id="alike")
        with VerticalScroll(id="whole", can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Look for them, in a thread."""
        alike = self.query_one(AlikeList)
        alike.today = in_zone(self._session.now, self._session.settings.home_zone).date()
        alike.focus()
        self._look(alike.today)

    @work(thread=True, exclusive=True)
    def _look(self, today: date) -> None:
        worker = get_current_worker()

        def progress(done: int, of: int) -> bool:
            if not worker.is_cancelled and done % _EVERY == 0:
                text = _("looking: {done} of {of} files").format(done=formats.number(done), of=formats.number(of))
                self.app.call_from_thread(self._say, text)
            return not worker.is_cancelled

        try:
            found = gathered(self._session.workspace, progress)
        except Trouble as trouble:
            self.app.call_from_thread(self._say, say(trouble.message))
            return
        if found is not None and not worker.is_cancelled:
            rows = similar(facts_at_hand(self._session.incident), found.facts, today)
            self.app.call_from_thread(self._show, rows)

    def _say(self, text: str) -> None:
        for count in self.query("#count").results(Static):  # none where the window was closed meanwhile
            count.update(text)

    def _show(self, rows: Sequence[Alike]) -> None:
        if not self.query(AlikeList):
            return  # the window was closed meanwhile
        shown = rows[:_SHOWN]
        undone = sum(len(row.unfinished) for row in shown)
        parts = [ngettext("{n} is like it", "{n} are like it", len(rows)).format(n=formats.number(len(rows)))]
        if undone:
            text = ngettext("{n} action of then is not done", "{n} actions of then are not done", undone)
            parts.append(text.format(n=formats.number(undone)))
        nothing = _("No past incident is like it: a title, a service and whys that say more help to find some.")
        self._say(" · ".join(parts) if rows else nothing)
        self.query_one(AlikeList).show(shown, 0)

    @on(LineList.Highlighted)
    def _show_whole(self) -> None:
        alike = self.query_one(AlikeList)
        row = alike.current
        self.query_one("#whole Static", Static).update(_whole(row, alike.today) if row else "")

    @on(LineList.Chosen)
    def _open(self) -> None:
        row = self.query_one(AlikeList).current
        if row is not None:
            self.dismiss(self._session.workspace.folder / f"{row.facts.id}.json")


def _whole(row: Alike, today: date) -> Content:
    """What was left undone, what fixed it, what caused it, why it is listed."""
    facts = row.facts
    reasons = [_("the same service: {name}").format(name=facts.service)] if row.same_service else []
    if row.words:
        reasons.append(_("the same words: {words}").format(words=", ".join(row.words)))
    lines = [_undone(each, today) for each in row.unfinished]
    if facts.fixed_by:
        lines.append(Content(_("fixed by: {text}").format(text=one_line(facts.fixed_by))))
    lines += [Content(_("cause: {text}").format(text=one_line(cause))) for cause in facts.causes]
    lines.append(Content.styled(f"{facts.id} · {'; '.join(reasons)}", "$text-muted"))
    return Content("\n").join(lines)


def _undone(each: Unfinished, today: date) -> Content:
    action = each.action
    late = action.overdue(today)
    state = _("OVERDUE since {day}") if late else _("open, due {day}")
    state = state.format(day=formats.day(action.deadline) if action.deadline else _("no deadline"))
    fits, other = _("could have prevented it: #{number} {text} ({state})"), _("also open: #{number} {text} ({state})")
    said = (fits if each.fits else other).format(number=action.number, text=one_line(action.text), state=state)
    undone = Content.styled(said, "bold $text-error" if late else "bold")
    why = [_("covers: {factors}").format(factors=", ".join(map(category_name, each.covers)))] if each.covers else []
    why += [_("names: {words}").format(words=", ".join(each.words))] if each.words else []
    return undone + Content.styled("".join(f" · {text}" for text in why), "$text-muted")
