"""The summary: its fields, and what derives from them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from data import formats
from data.clock_words import left_text
from data.language import _, ngettext, say
from model.clocks import FOCUS, REQUIREMENT, State
from model.durations import derived
from model.legal import every_clock
from model.message import N_
from model.owed import triggers_met
from model.readiness.summary import missing_fields
from model.summary import Summary
from screens.columns import left
from screens.keys import bound
from screens.section_screen import SectionScreen
from screens.widgets.field_form import FieldForm

__all__ = ["SummaryScreen"]


class SummaryScreen(SectionScreen):
    """What happened, from when to when, how badly, and how it was noticed."""

    CSS_PATH = "summary.tcss"
    word: ClassVar[str] = Summary.word
    follows: ClassVar[frozenset[str]] = frozenset({"timeline", "cost"})
    purpose: ClassVar[str] = N_(
        "What happened, from when to when, how badly, and how it was noticed; due 24 hours after the end. Tab moves "
        "between the fields, enter accepts, the arrows change a choice. What is wrong is said beside the field."
    )

    purpose_keys: ClassVar[Mapping[str, str]] = {"clocks": "app.clocks"}
    BINDINGS: ClassVar[list[BindingType]] = bound("form.edit")

    def compose_section(self) -> ComposeResult:
        """The fields, and beside or below them what derives."""
        with Container(id="columns"):
            yield FieldForm(self.session, Summary.word, Summary.FIELDS)
            yield Static(id="facts")

    def on_mount(self) -> None:
        """Let the clocks run."""
        self.session.tick.subscribe(self, self._on_tick)

    def _on_tick(self, _now: datetime) -> None:
        if self.is_current:
            self._show_facts()

    def action_edit(self) -> None:
        """Go to the first field."""
        self.focus_next("FieldInput, Choice")

    def seek(self, record: str, field: str | None = None) -> None:
        """Go to the field; to the title, which is the summary's prose, where none is named."""
        self.query_one(FieldForm).seek(field or "title")

    def show_incident(self) -> None:
        """Show the fields as they are stored, and what derives from them."""
        self.query_one(FieldForm).show_incident()
        self._show_facts()

    def _show_facts(self) -> None:
        lines = [
            Content.assemble(Content.styled(f"{left(name, 17)} ", "$foreground-muted"), value)
            for name, value in self._facts()
        ]
        self.query_one("#facts", Static).update(Content("\n").join(lines))

    def _facts(self) -> Iterator[tuple[str, Content]]:
        summary, now = self.incident.summary, self.session.now
        duration = summary.duration(now)
        if duration is None:
            yield _("Duration"), Content.styled(_("the start lies in the future"), "$text-warning")
        else:
            text = formats.running(duration) if summary.live else formats.duration(duration)
            yield _("Duration"), Content.styled(text, "bold")
        detect = derived(self.incident, "time_to_detect")
        if detect.value is not None:
            yield _("Detection delay"), Content.styled(formats.duration(detect.value), "bold")
        elif detect.problem:
            style = "$text-warning" if detect.reversed else "$foreground-muted"
            yield _("Detection delay"), Content.styled(say(detect.problem), style)
        yield _("24-hour clock"), self._clock(now)
        met = [say(trigger.message) for trigger in triggers_met(self.incident, now, self.session.rules)]
        yield _("Owed because of"), Content("\n".join(met[:1]) or _("nothing: no post-mortem is owed"))
        for text in met[1:]:
            yield "", Content(text)
        yield from self._industry(now)

    def _industry(self, now: datetime) -> Iterator[tuple[str, Content]]:
        """What matters in the industry, what the regulator asks for, and the clocks that run."""
        industry = self.incident.summary.industry
        if industry is not None:
            yield _("Focus"), Content(_(FOCUS[industry]))
            yield _("Asked for"), Content(_(REQUIREMENT[industry]))
        name = _("Legal clocks")
        for row in every_clock(self.incident, now, self.session.rules):
            left = left_text(row.clock, now)
            if left and row.applies:
                style = "bold $text-error" if row.clock.state is State.OVERDUE else ""
                yield name, Content.styled(f"{_(row.clock.regime.title)}: {left}", style)
                name = ""
        if name and industry is not None:
            yield (
                name,
                Content.styled(_("none is running; {clocks} shows all").format(**self.keys), "$foreground-muted"),
            )

    def _clock(self, now: datetime) -> Content:
        summary = self.incident.summary
        missing = [_(label) for label in missing_fields(summary)]
        due = summary.due_at()
        if due is None:
            return Content.styled(_("starts with the end"), "$foreground-muted")
        if not missing:
            return Content.styled(_("✓ complete"), "$text-success")
        count = ngettext("{n} field missing", "{n} fields missing", len(missing)).format(n=len(missing))
        if now >= due:
            text = _("overdue by {time}, {missing}").format(time=formats.duration(now - due), missing=count)
            return Content.styled(text, "bold $text-error")
        return Content(_("due in {time}, {missing}").format(time=formats.duration(due - now), missing=count))
