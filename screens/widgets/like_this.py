"""Beside the timeline: how many past incidents are like this one; the likest, its fix, and what was left undone."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len
from textual import work
from textual.content import Content
from textual.message import Message as Event
from textual.timer import Timer
from textual.widget import Widget

from data import formats
from data.language import _, ngettext
from data.notebook import Changed
from data.similar import Memory
from model.harmless import clean, one_line
from model.incident import Incident
from model.instant import in_zone
from screens.beside import beside
from screens.keymap import key_shown
from screens.session import Session

if TYPE_CHECKING:  # loaded once there is a past
    from model.review.similar import Similar, Unfinished

    Undone: TypeAlias = tuple[Similar, Unfinished]

__all__ = ["LikeThis"]

PAUSE = 1.0
"""Seconds after a change until it is looked for: whatever else changes meanwhile is looked for with it."""
_ASKED = frozenset({"summary", "timeline", "whys", "factors"})
"""The sections that say what an incident is like."""
_MOST = 6
"""Lines of one text."""


class LikeThis(Widget):
    """As many lines as the others beside the timeline leave free. It looks while the incident is live, in a thread."""

    DEFAULT_CSS = """
    LikeThis { height: 1fr; margin-top: 1; text-wrap: nowrap; display: none; }
    """

    class Found(Event):
        """It was looked for."""

        def __init__(self, alike: bool) -> None:
            super().__init__()
            self.alike = alike

    def __init__(self, session: Session) -> None:
        super().__init__(id="like-this")
        self._session = session
        self._memory = Memory(session.workspace)
        self._asked: Incident | None = None
        """The incident as it was when it was last looked for."""
        self._looking = False
        self._pause: Timer | None = None
        self._alike: Sequence[Similar] = ()
        self._today = date.min

    def on_mount(self) -> None:
        """Follow what says what the incident is like."""
        self._session.changed.subscribe(self, self._on_change)

    def _on_change(self, changed: Changed) -> None:
        if changed.sections & _ASKED and self.screen.is_current:
            self._look_soon()

    def _look_soon(self) -> None:
        if self._pause is None:
            self._pause = self.set_timer(PAUSE, self.look)

    def look(self) -> None:
        """Look for past incidents like this one, unless nothing has changed that says what it is like."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        before, now = self._asked, self._session.incident
        if self._looking or (before is not None and _said(before) == _said(now)):
            return
        self._asked = now
        if now.summary.live:
            self._look_beside(now)
        else:
            self._show(())

    @work(exclusive=True, group="like-this", exit_on_error=False)
    async def _look_beside(self, incident: Incident) -> None:
        """One look at a time: what changes meanwhile is looked for after it."""
        self._looking = True
        try:
            self._today = in_zone(self._session.now, self._session.settings.home_zone).date()
            self._show(await beside(partial(self._memory.like, incident, self._today)))
        finally:
            self._looking = False
        if _said(incident) != _said(self._session.incident) and self.screen.is_current:
            self._look_soon()

    def _show(self, alike: "Sequence[Similar]") -> None:
        self._alike = alike
        self.display = bool(alike)
        self.refresh()
        self.post_message(self.Found(bool(alike)))

    def render(self) -> Content:
        """What there is room for, the most urgent first."""
        width, height = self.size
        if not self._alike or not height:
            return Content("")
        lines = list(self._counts(width, height))
        blocks = [text.wrap(width) for text in self._likest()]
        room = height - len(lines)
        if room > sum(min(_MOST, len(block)) for block in blocks):
            lines.append(Content(""))
            room -= 1
        return Content("\n").join([*lines, *_within(blocks, room, width)])

    def _counts(self, width: int, height: int) -> Iterator[Content]:
        """How many there are, how many actions of then are overdue, and the key that shows them."""
        from model.review.similar import overdue

        count, late = len(self._alike), overdue(self._alike, self._today)
        alike = ngettext("{n} like this", "{n} like this", count).format(n=formats.number(count))
        undone = ngettext("{n} overdue", "{n} overdue", late).format(n=formats.number(late)) if late else ""
        key = key_shown(self.app, self._session.settings.keys, "app.similar")
        if height > 1:
            yield Content.assemble((alike, "$text"), f"  {key}")
            yield from [Content.styled(undone, "$text-warning")] if undone else []
        else:
            both = f"{alike} {undone}" if cell_len(f"{alike} {undone}  {key}") <= width else f"▲ {alike}"
            yield Content.assemble((both, "$text-warning") if undone else (alike, "$text"), f"  {key}")

    def _likest(self) -> Iterator[Content]:
        """The likest one, what fixed it, and what was left undone: of it, or else what fits best."""
        likest = self._alike[0]
        when = _("still live") if likest.facts.live else formats.day(likest.facts.day)
        yield Content.assemble((one_line(clean(likest.facts.title)), "$text"), f" · {when}")
        if likest.facts.fixed_by:
            yield Content(_("fixed by: {text}").format(text=one_line(clean(likest.facts.fixed_by))))
        undone = next(self._undone(), None)
        if undone is not None:
            yield self._left_undone(*undone)

    def _undone(self) -> "Iterator[Undone]":
        yield from ((item, each) for item in self._alike for each in item.fitting)
        yield from ((self._alike[0], each) for each in self._alike[0].unfinished)

    def _left_undone(self, item: "Similar", each: "Unfinished") -> Content:
        late = each.action.overdue(self._today)
        text = _("OVERDUE: #{number} {text}") if late else _("open: #{number} {text}")
        said = text.format(number=each.action.number, text=one_line(clean(each.action.text)))
        more = [_("could have prevented it")] if each.fits else []
        more += [item.facts.id] if item is not self._alike[0] else []
        told = Content.styled(said, "$text-error" if late else "$text-accent")
        return Content(" · ").join([told, *map(Content, more)])


def _said(incident: Incident) -> tuple[object, ...]:
    """What says what the incident is like. A section that has not changed is the same value."""
    summary = incident.summary
    sections = map(id, (incident.timeline, incident.whys, incident.factors))
    return (summary.live, summary.title, summary.service, summary.started_at, *sections)


def _within(blocks: Sequence[Sequence[Content]], room: int, width: int) -> Iterator[Content]:
    """The texts in so many lines: the beginning of each, then more of the last ones; what is cut ends in dots."""
    given = [0] * len(blocks)
    for number in range(_MOST):
        order = enumerate(blocks) if number == 0 else reversed([*enumerate(blocks)])
        for place, block in order:
            if sum(given) < room and number < len(block):
                given[place] += 1
    for block, lines in zip(blocks, given, strict=True):
        yield from block[: lines - 1] if 0 < lines < len(block) else block[:lines]
        if 0 < lines < len(block):
            yield Content(" ").join(block[lines - 1 :]).truncate(width, ellipsis=True)
