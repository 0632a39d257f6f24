"""The timeline, live: a line to type into that remembers when typing began, the entries, the durations."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, ClassVar

from pydantic import ValidationError
from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input
from textual.worker import get_current_worker

from data import formats
from data.language import _, ngettext, say
from model.blocks import BLOCK, gap_between
from model.durations import derive
from model.message import N_, Refused
from model.refusal import first_refusal
from model.stamping import pin
from model.timeline import Timeline
from screens.columns import left
from screens.keymap import key_shown
from screens.keys import bound
from screens.section_screen import SectionScreen
from screens.timeline_list import TimelineList
from screens.widgets.bridge import Bridge
from screens.widgets.capture import Capture
from screens.widgets.key_bar import KeyBar
from screens.widgets.like_this import LikeThis
from screens.widgets.line_list import LineList
from screens.widgets.pins import Pins
from screens.widgets.steady import Steady
from screens.zones import ZoneColumns

__all__ = ["TimelineScreen"]

_NARROW_BELOW, _NARROW_BELOW_ZONES = 72, 100
"""Columns below which the durations have no place: beside the time in one zone, and in several."""
_MINUTE = timedelta(minutes=1)
_MANY = 5_000
"""Entries from which on what is missing is looked for beside the screen."""


class TimelineScreen(SectionScreen):
    """Takes down what happens while it happens."""

    CSS_PATH = "timeline.tcss"
    word: ClassVar[str] = Timeline.word
    follows: ClassVar[frozenset[str]] = frozenset({"summary"})
    at_once: ClassVar[bool] = True
    purpose: ClassVar[str] = N_(
        "Type what happens: its time is the moment of the first key, and enter files it. A time in front, such as "
        "“10:42 rollback” or “-5m paged”, says that it happened then. {milestone} and a digit make it a milestone, "
        "{legal} and a digit a legal stamp."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {"milestone": "timeline.milestone", "legal": "timeline.legal"}
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "item.edit", "item.delete", "item.add", "entry.pin", "entry.history", "timeline.zones"
    )

    _durations = Content("")
    _looked = False
    """Whether what is missing has been looked for before: the first look takes longer."""

    def compose_section(self) -> ComposeResult:
        """What is pinned, entries beside durations, the whole text of the chosen one, the capture line."""
        yield Pins(self.session)
        yield Steady(id="zones")
        with Horizontal(id="columns"):
            yield TimelineList(self.session)
            with Vertical(id="side"):
                yield Steady(id="durations")
                yield Bridge(self.session)
                yield Steady(id="silence")
                yield LikeThis(self.session)
        yield Steady(id="detail")
        yield Capture(self.session)

    def on_mount(self) -> None:
        """Begin with the capture line."""
        self.session.tick.subscribe(self, self._on_tick)
        self.query_one("#capture", Input).focus()

    def on_screen_resume(self) -> None:
        """Look for past incidents like this one, once this screen is painted."""
        self.call_after_refresh(self.query_one(LikeThis).look)

    @on(LikeThis.Found)
    def _offer_similar(self, event: LikeThis.Found) -> None:
        self.set_class(event.alike, "-like-others")
        self.query_one(KeyBar).offer("app.similar", worth_it=event.alike)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the durations out where there is no room for them."""
        self._show_zones(event.size.width)

    def show_incident(self) -> None:
        """Show the entries and what derives from them."""
        self.query_one(Pins).show_incident(self.incident)
        self.query_one(Bridge).show_incident()
        self._show_zones(self.size.width)
        self.query_one(TimelineList).show_incident(self.incident)
        self.call_after_refresh(self._show_side)
        self._show_detail()

    def _show_zones(self, width: int) -> None:
        """The times in one zone or in all; the durations give way where the texts would have too little room."""
        every, entries, heading = self.session.all_zones, self.query_one(TimelineList), self.query_one("#zones", Steady)
        entries.zones = ZoneColumns.within(width, self.incident, self.session) if every else None
        heading.display = every
        if entries.zones is not None:
            heading.show(entries.zones.heading(width))
        self.set_class(width < (_NARROW_BELOW_ZONES if every else _NARROW_BELOW), "-narrow")

    def action_zones(self) -> None:
        """Show the times in the incident's zone, in UTC and in the laptop's, or in the first alone."""
        self.session.all_zones = not self.session.all_zones
        self._show_zones(self.size.width)
        self.query_one(TimelineList).refresh()

    def _on_tick(self, _now: datetime) -> None:
        if self.is_current and self.incident.summary.live:
            self._show_silence()

    def _show_side(self) -> None:
        """The durations, and how much is missing; after the entries are painted."""
        lines: list[Content] = []
        for derived in derive(self.incident).values():
            label = _(derived.figure.label)
            if derived.value is not None:
                value = formats.running(derived.value).removeprefix("00:")
                lines.append(Content.assemble(left(label, 11), (f"{value:>13}", "bold")))
            else:
                problem = f"  {say(derived.problem)}" if derived.problem else ""
                lines.append(Content.assemble(left(label, 11), f"{'–':>13}"))
                lines.append(Content.styled(problem, "$foreground-muted"))
        self._durations = Content("\n").join(lines)
        if not self._looked or len(self.incident.timeline.root) > _MANY:
            self._looked = True
            self._show_missing(None)
            self.call_after_refresh(self._show_silence)
            self._look_aside()
        else:
            self._show_silence()
            self._show_missing(self._missing())

    @work(thread=True, exclusive=True, group="missing")
    def _look_aside(self) -> None:
        """Look for what is missing beside the screen: the first look takes a while."""
        found = self._missing()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_missing, found)

    def _missing(self) -> tuple[int, int]:
        """How many things block publishing by now, and how many an entry leaves to be done."""
        from model.readiness import findings

        found = findings(self.incident, self.session.now, self.session.rules)
        blocking = sum(finding.blocks and not finding.later for finding in found)
        return blocking, sum(finding.rule == "timeline.todo" for finding in found)

    def _show_missing(self, counts: tuple[int, int] | None) -> None:
        """Show the durations, and what is missing once it is known."""
        parts = [self._durations]
        count, left_over = counts or (0, 0)
        if counts and not left_over:
            self.query_one(Capture).forget_notice()
        if left_over:
            key = key_shown(self.app, self.session.settings.keys, "app.todos")
            text = ngettext("{n} TODO  {key}", "{n} TODOs  {key}", left_over).format(n=left_over, key=key)
            parts += [Content(""), Content.styled(text, "$text-accent")]
        if count:
            text = ngettext("{n} missing  c", "{n} missing  c", count).format(n=count)
            parts += [*([] if left_over else [Content("")]), Content.styled(text, "$text-warning")]
        self.query_one("#durations", Steady).show(Content("\n").join(parts))

    def _show_silence(self) -> None:
        silence, text = self.query_one("#silence", Steady), self._silence()
        silence.set_class(not text, "-empty")
        silence.show(text)

    def _silence(self) -> str:
        """How long nothing has been taken down, once that is longer than the severity allows."""
        entries = self.incident.timeline.root
        if not self.incident.summary.live or not entries:
            return ""
        gap = gap_between(entries[-1].at, self.session.now, self.incident.summary)
        if gap is None or gap.length < BLOCK:
            return ""
        return _("silent for {time}").format(time=formats.duration(gap.length - gap.length % _MINUTE))

    @on(LineList.Highlighted)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_detail(self) -> None:
        """The whole text of the chosen entry, where its line is too short for it."""
        detail = self.query_one("#detail", Steady)
        entries = self.query_one(TimelineList)
        entry = entries.entry
        long = entry is not None and cell_len(entry.text) > entries.room
        detail.display = bool(entries.has_focus and long)
        if detail.display and entry is not None:
            detail.show(entry.text)

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Correct the chosen entry."""
        entry = self.query_one(TimelineList).entry
        if entry is None:
            return

        def correct(values: dict[str, Any] | None) -> None:
            if values:
                try:
                    self.session.notebook.correct(entry, values)
                except (Refused, ValidationError) as error:
                    self.notify(say(first_refusal(error)[1]), severity="error", timeout=12)

        from screens.entry_editor import EntryEditor

        self.app.push_screen(EntryEditor(self.session, entry), correct)

    def action_delete(self) -> None:
        """Take the chosen entry away; undo brings it back."""
        entry = self.query_one(TimelineList).entry
        if entry is not None:
            self.session.notebook.delete(entry)

    def action_pin(self) -> None:
        """Keep the chosen entry in sight, or no longer."""
        entry = self.query_one(TimelineList).entry
        change = pin(self.incident, entry) if entry else None
        if change:
            self.session.notebook.do(change)

    @on(Pins.Chosen)
    def _go_to_pinned(self, event: Pins.Chosen) -> None:
        self.seek(event.entry)

    def action_history(self) -> None:
        """Show what was changed of the chosen entry."""
        from screens.history import History

        entry = self.query_one(TimelineList).entry
        if entry is not None:
            self.app.push_screen(History(self.session, (self.word, entry.id)))

    def action_add(self) -> None:
        """Type a new entry."""
        self.query_one("#capture", Input).focus()

    def seek(self, record: str, field: str | None = None) -> None:
        """Put the cursor on that entry."""
        entries = self.query_one(TimelineList)
        entries.go_to(record)
        entries.focus()

    def leave_field(self) -> None:
        """From the capture line to the entries."""
        self.query_one(TimelineList).focus()
