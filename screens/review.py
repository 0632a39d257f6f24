"""The quarterly review: six answers on one screen, each with the incidents behind it one key away."""

from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.worker import Worker, get_current_worker

from data import formats
from data.language import _, ngettext, say
from data.quarter import Gathered, Report, gathered, report
from data.quarter.definitions import definitions
from data.quarter.report import Filters
from data.trouble import Trouble
from model.instant import in_zone
from model.message import N_, Refused
from model.review import Quarter
from model.summary import INDUSTRY_LABELS, Severity
from screens.behind import Behind, Evidence
from screens.guided import Guided
from screens.keys import bound
from screens.repeats import Repeats
from screens.review_lines import answers
from screens.review_list import LAST, REPEATS, AnswerList, Sentences
from screens.services import Services
from screens.session import OpenIncident, Session
from screens.widgets.key_bar import KeyBar
from screens.widgets.line_list import LineList
from screens.widgets.status_line import StatusLine

__all__ = ["ReviewScreen"]

_EVERY = 50
"""Files read between two looks at the screen."""


class ReviewScreen(Guided):
    """One quarter across all incidents of the workspace."""

    CSS_PATH = "review.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-high"), (30, "-tall")]
    purpose: ClassVar[str] = N_(
        "Where to invest, whether it gets better, and how much the numbers can say. Enter on a line shows how it came "
        "about and the incidents behind it; on repeats, the pairs to decide on. [ and ] go to other quarters. A dot is "
        "an incident, stacked up to four; the axis is logarithmic. Shades and figures of factors go from 0 to 3."
    )
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "list.choose",
        "review.earlier",
        "review.later",
        "review.last",
        "review.severity",
        "review.service",
        "review.industry",
        "review.all",
        "review.definitions",
        "review.again",
        "screen.back",
        "screen.back-letter",
        "app.home",
        "app.settings",
        "app.help-letter",
        "timeline.stamp-letter",
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._quarter = self._present
        self._filters = Filters()
        self._gathered: Gathered | None = None
        self._report: Report | None = None
        self._reading: Worker[None] | None = None

    @property
    def _present(self) -> Quarter:
        now = in_zone(self.session.now, self.session.settings.home_zone)
        return Quarter.of(now.date(), self.session.settings.fiscal_year_starts)

    def compose(self) -> ComposeResult:
        """The status, which quarter it is and of what, the answers, how the chosen one was reckoned, the keys."""
        yield StatusLine(self.session)
        yield Static(id="quarter", markup=False)
        yield AnswerList(id="answers")
        yield Sentences(id="how")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the answers."""
        self.query_one(AnswerList).focus()

    def on_screen_resume(self) -> None:
        """Read the workspace again: something may have changed since."""
        self.action_again()

    def action_again(self) -> None:
        """Read all incidents."""
        self._reading = self._read()

    @work(thread=True, exclusive=True, group="read")
    def _read(self) -> None:
        """Read the incidents file by file; what was shown before stays until all are read."""
        worker = get_current_worker()

        def progress(done: int, of: int) -> bool:
            if not worker.is_cancelled and (done % _EVERY == 0 or done == of):
                self.app.call_from_thread(self._say_progress, done, of)
            return not worker.is_cancelled

        try:
            found = gathered(self.session.workspace, progress)
        except Trouble as trouble:
            self.app.call_from_thread(self.notify, say(trouble.message), severity="error", timeout=20, markup=False)
            return
        if found is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._take, found)

    def _say_progress(self, done: int, of: int) -> None:
        text = _("reading {done} of {of} files · escape stops").format(done=formats.number(done), of=formats.number(of))
        self.query_one("#quarter", Static).update(text)

    def _take(self, found: Gathered) -> None:
        self._reading = None
        self._gathered = found
        self._reckon()

    def _reckon(self) -> None:
        if self._gathered is not None:
            self._say_quarter(_("reckoning …"))
            self._make(self._gathered, self._quarter, self._filters)

    @work(thread=True, exclusive=True, group="reckon")
    def _make(self, found: Gathered, quarter: Quarter, filters: Filters) -> None:
        """Reckon in a thread: ten thousand resamples take their time."""
        worker = get_current_worker()
        now = in_zone(self.session.now, self.session.settings.home_zone)
        made = report(found, quarter, now.date(), filters)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, made)

    def _show(self, made: Report) -> None:
        self._report = made
        count = len(made.review.incidents)
        text = ngettext("{n} incident", "{n} incidents", count).format(n=formats.number(count))
        if made.broken:
            broken = ngettext("{n} file left out: broken", "{n} files left out: broken", made.broken)
            text += " · " + broken.format(n=formats.number(made.broken))
        self._say_quarter(text)
        self.query_one(AnswerList).show(answers(made))

    def _say_quarter(self, count: str) -> None:
        quarter, filters = self._quarter, self._filters
        first, last = quarter.first_day, quarter.moved(1).first_day - timedelta(days=1)
        days = _("{first} to {last}").format(first=formats.day(first), last=formats.day(last))
        chosen = [filters.severity, filters.service, _(INDUSTRY_LABELS.get(filters.industry, ""))]
        only = ", ".join(text for text in chosen if text)
        parts = [f"[ {quarter} ]", _("so far") if quarter == self._present else "", count, days]
        if only:
            parts.insert(1, _("only {filters}").format(filters=only))
        self.query_one("#quarter", Static).update(" · ".join(part for part in parts if part))

    @on(LineList.Highlighted)
    def _say_how(self) -> None:
        row = self.query_one(AnswerList).current
        self.query_one(Sentences).say(row.how if row else ())

    @on(LineList.Chosen)
    def _open_behind(self) -> None:
        row = self.query_one(AnswerList).current
        if row is None:
            return
        if row.behind == REPEATS and self._report is not None:
            self.app.push_screen(Repeats(self.session, self._report), self._open)
        elif row.behind == LAST:
            self.action_last()
        elif isinstance(row.behind, Evidence):
            self.app.push_screen(Behind(self.session, row.behind), self._open)

    def action_definitions(self) -> None:
        """Show how each figure is reckoned."""
        text = "\n\n".join(definitions())
        self.app.push_screen(Behind(self.session, Evidence(_("How these figures come about"), text, ())))

    def _open(self, place: tuple[str, str] | None) -> None:
        if place is not None:
            id, section = place
            path = self.session.workspace.folder / f"{id}.json"
            self.post_message(OpenIncident(path, section, back="review"))

    def action_earlier(self) -> None:
        """The quarter before."""
        self._move(-1)

    def action_later(self) -> None:
        """The quarter after."""
        if self._quarter < self._present:
            self._move(1)

    def action_last(self) -> None:
        """The last quarter that has incidents."""
        found = self._report.review.last_with_incidents if self._report is not None else None
        if found is not None:
            self._quarter = found
            self._reckon()

    def _move(self, step: int) -> None:
        moved = self._quarter.moved(step)
        try:
            moved.moved(-5).first_day  # noqa: B018  # refuses a year that there is not
        except Refused:
            return
        self._quarter = moved
        self._reckon()

    def action_severity(self) -> None:
        """Only incidents of the next severity, or all."""
        self._only(severity=_next(self._filters.severity, [item.value for item in Severity]))

    def action_industry(self) -> None:
        """Only incidents of the next industry that occurs, or all."""
        found = sorted({facts.industry for facts in self._gathered.facts if facts.industry}) if self._gathered else []
        self._only(industry=_next(self._filters.industry, found))

    def action_service(self) -> None:
        """Only incidents of one service, chosen by its name."""
        if self._gathered is not None:
            self.app.push_screen(Services(self.session, self._gathered.facts), self._only_service)

    def _only_service(self, service: str | None) -> None:
        if service is not None:
            self._only(service=service)

    def action_all(self) -> None:
        """All incidents."""
        self._only(severity="", service="", industry="")

    def _only(self, **filters: str) -> None:
        self._filters = replace(self._filters, **filters)
        self._reckon()

    def action_back(self) -> None:
        """Stop reading, or go where one came from."""
        reading = self._reading
        if reading is not None and not reading.is_finished:
            reading.cancel()
            self._reading = None
            self._say_quarter(_("stopped: R reads all files"))
            return
        self.app.switch_mode(self.session.came_from)


def _next(value: str, values: list[str]) -> str:
    """The value after that one; after the last, none."""
    order = ["", *values]
    return order[(order.index(value) + 1) % len(order)] if value in order else ""
