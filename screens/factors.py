"""The contributing factors: a slider each, notes, and the heaviest first in a picture."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from data.language import _
from model.action_changes import action_of_factor
from model.coverage import factor_name
from model.factors import DEVIATIONS, FACTOR_LABELS, PRIMARY, SCORE_LABELS, SIGNIFICANT, Factor, Factors
from model.ids import new_record_id
from model.message import N_, Message
from model.text import one_line
from screens.ask import Ask
from screens.keys import bound
from screens.section_screen import SectionScreen
from screens.widgets.edit_line import EditLine
from screens.widgets.line_list import LineList

__all__ = ["FactorsScreen"]

_HIGHEST = 3
_NAME = 36
_WIDE_FROM = 110
_PICTURE_FROM = 20


class FactorList(LineList[Factor]):
    """A line a factor: its slider, its name, the beginning of its note."""

    def paint(self, row: Factor) -> Sequence[tuple[str, str]]:
        """Slider, name, note: the slider in front, where a narrow terminal shows it too."""
        name = set_cell_size(one_line(_(row.name)), _NAME)
        return [*_slider(row.score), ("-plain", f"  {name}  "), ("-muted", one_line(row.note))]


def _slider(score: int | None) -> list[tuple[str, str]]:
    """The four places, the chosen one in brackets: the figure speaks, not the colour."""
    return [("-mark", f"[{place}]") if place == score else ("-muted", f" {place} ") for place in range(_HIGHEST + 1)]


class FactorsScreen(SectionScreen):
    """Ten factors that stay, and the team's own."""

    CSS_PATH = "factors.tcss"
    word: ClassVar[str] = Factors.word
    follows: ClassVar[frozenset[str]] = frozenset({"actions"})
    purpose: ClassVar[str] = N_(
        "How much did each factor contribute? 0 not a factor, 1 minor, 2 significant, 3 primary contributor. Digits "
        "and arrows set the score of the line, {note} writes its note, {add} adds a factor of your own. {previous} "
        "and {next} go to the neighbouring sections, for digits score here. {act} makes an action of the factor. "
        "{sensible} says what made a deviation sensible to those who were there."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {
        "note": "item.edit",
        "add": "item.add",
        "previous": "section.previous",
        "next": "section.next",
        "act": "factor.action",
        "sensible": "factor.sensible",
    }
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "slider.less",
        "slider.more",
        "slider.clear",
        "item.edit",
        "factor.action",
        "factor.sensible",
        "item.add",
        "item.delete",
    )

    def compose_section(self) -> ComposeResult:
        """The sliders, the picture, the note of the chosen factor."""
        with Container(id="columns"):
            yield FactorList(id="factors")
            yield Static(id="picture")
        yield Static(id="label", markup=False)
        yield EditLine(placeholder=_("what shows it?"), id="note")

    def on_mount(self) -> None:
        """Begin with the sliders."""
        self.query_one(FactorList).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Show the picture where there is room for it."""
        self.set_class(event.size.width >= _WIDE_FROM, "-wide")
        self.set_class(event.size.height < _PICTURE_FROM, "-low")

    @property
    def factor(self) -> Factor | None:
        """The factor that the cursor is on."""
        return self.query_one(FactorList).current

    def show_incident(self) -> None:
        """Show the scores, the picture, the note."""
        self.query_one(FactorList).show(tuple(self.incident.factors.root.values()))
        lines = [Content.styled(_("heaviest first"), "$foreground-muted")]
        lines += [_bar(factor) for factor in self.incident.factors.heaviest_first() if factor.score]
        self.query_one("#picture", Static).update(Content("\n").join(lines))
        self._show_note()

    @on(LineList.Highlighted)
    def _show_note(self) -> None:
        factor, note = self.factor, self.query_one(EditLine)
        if factor is None or note.has_focus:
            return
        meaning = _("not scored yet") if factor.score is None else _(SCORE_LABELS[factor.score])
        self.query_one("#label", Static).update(" · ".join([_(factor.name), meaning, *self._asides(factor)]))
        note.store(factor.note)

    def _asides(self, factor: Factor) -> Iterator[str]:
        """What belongs to a heavy factor, or is missing: the actions that cover it, why a deviation was sensible."""
        score = factor.score or 0
        name = factor_name(factor.id)
        actions = [str(action.number) for action in self.incident.actions.kept() if name in action.covers]
        if actions:
            yield _("→ action {number}").format(number=", ".join(actions))
        elif score == PRIMARY:
            yield _("no action covers it ({act})").format(**self.keys)
        if factor.sensible:
            yield _("sensible: {text}").format(text=one_line(factor.sensible))
        elif factor.id in DEVIATIONS and score >= SIGNIFICANT:
            yield _("what made it sensible? ({sensible})").format(**self.keys)

    def on_key(self, event: events.Key) -> None:
        """A digit scores the factor that the cursor is on."""
        if event.character and event.character in "0123" and self.query_one(FactorList).has_focus:
            event.stop()
            event.prevent_default()
            self._score(int(event.character))

    def action_less(self) -> None:
        """One less."""
        if self.factor is not None:
            self._score(max(0, (self.factor.score or 0) - 1))

    def action_more(self) -> None:
        """One more."""
        if self.factor is not None:
            self._score(0 if self.factor.score is None else min(_HIGHEST, self.factor.score + 1))

    def action_unscore(self) -> None:
        """No score."""
        self._score(None)

    def _score(self, score: int | None) -> None:
        factor = self.factor
        if factor is None:
            return
        before, after = ("–" if value is None else str(value) for value in (factor.score, score))
        name = Message("factor: {name} {before} → {after}", name=Message(factor.name), before=before, after=after)
        self.session.notebook.put(name, Factors.word, factor.id, {"score": score})

    @on(LineList.Chosen)
    def action_edit(self) -> None:
        """Write the note of the chosen factor."""
        note = self.query_one(EditLine)
        note.focus()
        note.move_cursor(note.document.end)

    @on(EditLine.Accepted)
    def _accept(self, event: EditLine.Accepted) -> None:
        factor = self.factor
        if factor is not None:
            name = Message("note: {name}", name=Message(factor.name))
            self.session.notebook.put(name, Factors.word, factor.id, {"note": event.text})
            event.line.store(event.text)
        self.query_one(FactorList).focus()

    def seek(self, record: str, field: str | None = None) -> None:
        """Put the cursor on that factor."""
        factors = self.query_one(FactorList)
        factors.focus()
        factors.cursor = next((n for n, factor in enumerate(factors.rows) if factor.id == record), factors.cursor)

    def leave_field(self) -> None:
        """From the note to the sliders; what was typed counts."""
        note = self.query_one(EditLine)
        if note.dirty:
            note.action_accept()
        else:
            self.query_one(FactorList).focus()

    def action_act(self) -> None:
        """Make an action of the factor, which covers it."""
        factor = self.factor
        if factor is None:
            return

        def act(text: str | None) -> None:
            if text:
                calendar = self.session.rules.calendar
                self.session.notebook.do(action_of_factor(self.incident, factor.id, text, self.session.now, calendar))

        hint = _("what will be done, so that one can see when it is done")
        title = _("What will be done about “{factor}”?").format(factor=_(factor.name))
        self.app.push_screen(Ask(title, hint, prose=True), act)

    def action_explain(self) -> None:
        """Say what made a deviation sensible at the time."""
        factor = self.factor
        if factor is None:
            return

        def explain(text: str | None) -> None:
            if text is not None and text != factor.sensible:
                name = Message("what made “{factor}” sensible", factor=Message(factor.name))
                self.session.notebook.put(name, Factors.word, factor.id, {"sensible": text})

        title = _("What made it sensible at the time, to those who were there?")
        self.app.push_screen(
            Ask(title, _("what they knew, saw, and were asked for"), factor.sensible, prose=True), explain
        )

    def action_add(self) -> None:
        """Add a factor of the team's own."""

        def add(label: str | None) -> None:
            if label:
                name = Message("add factor: {name}", name=label)
                record = f"own-{new_record_id(self.session.now).lower()}"
                self.session.notebook.put(name, Factors.word, record, {"id": record, "label": label})

        self.app.push_screen(Ask(_("A factor of your own"), _("its name"), prose=True), add)

    def action_delete(self) -> None:
        """Take a factor of the team's own away; the ten stay."""
        factor = self.factor
        if factor is None:
            return
        if factor.id in FACTOR_LABELS:
            self.notify(_("The ten factors stay; delete a score with backspace."))
        else:
            name = Message("delete factor: {name}", name=factor.name)
            self.session.notebook.remove(name, Factors.word, factor.id)


def _bar(factor: Factor) -> Content:
    score = factor.score or 0
    name = set_cell_size(one_line(_(factor.name)), 30)
    return Content.assemble(f"{name} ", ("█" * (4 * score), "$accent"), f" {score}")
