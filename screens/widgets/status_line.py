"""The first line of every screen: which incident, how bad, how long, what it costs, when last saved."""

from datetime import datetime, timedelta
from itertools import chain, product

from textual.content import Content
from textual.widget import Widget

from data import formats
from data.language import _, ngettext
from data.notebook import Changed
from model.clocks import most_urgent, overdue
from model.legal import legal_clocks
from model.summary import Severity
from model.updates import next_update
from screens.session import Session
from screens.zones import named

__all__ = ["StatusLine"]

_A_DAY = timedelta(hours=24)
"""A legal clock that has less left counts down."""
_NAMED = -2
"""All candidates but the last two name the incident."""
_COST_CELLS = 14
"""Cells for an amount; a longer one is shortened to thousands or millions."""


class StatusLine(Widget):
    """The clock and the cost of the open incident, running while it is live."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 1;
        background: $panel;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def on_mount(self) -> None:
        """Follow the incident and the clock."""
        self._session.changed.subscribe(self, self._on_change)
        self._session.tick.subscribe(self, self._on_tick)

    def _on_change(self, _changed: Changed) -> None:
        self.refresh()

    def _on_tick(self, _now: datetime) -> None:
        if self.screen.is_current:
            self.refresh()

    def render(self) -> Content:
        """The line, with what was saved at its right end."""
        if self._session.opened is None:
            return Content.assemble(("Bridgelog", "bold"), "  ", self._session.shown_folder)
        saved = self._saved()
        rights = [Content.assemble(*pair) for pair in product(self._legal(), ["  "], saved)] or saved
        barest = rights[-1:]
        if self._update_is_due():
            sign, text = (Content.styled(text, "bold $text-warning") for text in ("▲", "▲ " + _("update")))
            barest = [Content.assemble(sign, "  ", rights[-1]), rights[-1]]
            rights = [*(Content.assemble(text, "  ", right) for right in rights), *barest]
        lefts = self._candidates()
        pairs = chain(product(rights, lefts[:_NAMED]), product(barest, lefts[_NAMED:]))  # it keeps its name first
        fits = ((left, right) for right, left in pairs if left.cell_length + right.cell_length < self.size.width)
        left, right = next(fits, (lefts[-1], rights[-1]))
        room = self.size.width - right.cell_length - 1
        left = left.truncate(max(0, room)) if left.cell_length > room else left
        return Content.assemble(left, " " * max(1, room + 1 - left.cell_length), right)

    def _update_is_due(self) -> bool:
        due = next_update(self._session.incident, self._session.rules)
        return due is not None and due.late(self._session.now) is not None

    def _candidates(self) -> list[Content]:
        """What can stand on the left, from the fullest to the barest: a figure is left out, never cut."""
        incident = self._session.incident
        summary = incident.summary
        style = "bold $text-error" if summary.severity is Severity.SEV_1 else "bold"
        state = ("● " + _("live"), "bold $text-error") if summary.live else ("○ " + _("ended"), "")
        duration = self._session.duration
        running = "–" if duration is None else formats.running(duration)
        brief = Content.assemble((summary.severity.value, style), "  ", state)
        bare = Content.assemble(brief, " ", running)
        named = Content.assemble(incident.id, "  ", bare)
        bill = incident.bill(self._session.now)
        if bill.total is None:
            costed = Content.assemble(named, "  ", (_("cost –"), "$foreground-muted"))
        else:
            costed = Content.assemble(named, "  ", formats.money_within(bill.total, _COST_CELLS))
        fullest = [costed, named, bare, brief]
        if bill.per_minute is not None:
            rate = _("{money}/min").format(money=formats.money_within(bill.per_minute, _COST_CELLS))
            fullest.insert(0, Content.assemble(costed, " · ", (rate, "$foreground-muted")))
        return [Content.assemble(fullest[0], "  ", (summary.title, "bold")), *fullest]

    def _legal(self) -> list[Content]:
        """Legal clocks: what is overdue, and what runs out within a day; the fullest first, then the same, shorter."""
        session = self._session
        now = session.now
        found = legal_clocks(session.incident, now, session.rules)
        late, following = overdue(found), most_urgent(found)
        left = following.left(now) if following else None
        near = left is not None and left < _A_DAY
        next_one: list[Content] = []
        if following is not None and left is not None and near:
            time = formats.running(left)
            texts = f"§ {_(following.regime.title)} {time}", f"§ {time}"
            next_one = [Content.styled(text, "bold $text-warning") for text in texts]
        if not late:
            return next_one
        named = _("§ {clock} overdue").format(clock=_(late[0].regime.title))
        count = ngettext("§ {n} overdue", "§ {n} overdue", len(late)).format(n=len(late))
        full, short = (
            Content.styled(text, "bold $text-error reverse") for text in (named if len(late) == 1 else count, count)
        )
        if not next_one:
            return [full, short]
        return [Content.assemble(full, " ", next_one[0]), Content.assemble(short, " ", next_one[1]), short]

    def _saved(self) -> list[Content]:
        """What was saved; with the incident's zone where the laptop is in another, and shorter."""
        notebook = self._session.notebook
        if notebook.trouble:
            count = notebook.unsaved
            text = ngettext("{n} NOT SAVED", "{n} NOT SAVED", count).format(n=count) if count else _("FILE IN TROUBLE")
            return [Content.styled(text, "bold $text-error reverse")]
        if notebook.unsaved:
            return [Content.styled(_("saving …"), "$foreground-muted")]
        clock = formats.clock(self._session.local(notebook.saved_at))
        clocks = dict.fromkeys((named(clock, notebook.saved_at, self._session), clock))
        return [Content.styled(_("saved {time}").format(time=one), "$foreground-muted") for one in clocks]
