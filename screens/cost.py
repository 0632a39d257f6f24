"""The cost: what goes into it, and what it comes to, as one types."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from pydantic import ValidationError
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from data import formats
from data.language import _
from model.cost import Bill, Cost
from model.incident import Incident
from model.message import N_, Refused
from model.money import Money
from screens.columns import left, right
from screens.keys import bound
from screens.section_screen import SectionScreen
from screens.widgets.field_form import FieldForm
from screens.widgets.field_row import FieldRow

__all__ = ["CostScreen"]


class CostScreen(SectionScreen):
    """Direct and indirect cost, the total, and the cost of a minute."""

    CSS_PATH = "cost.tcss"
    word: ClassVar[str] = Cost.word
    follows: ClassVar[frozenset[str]] = frozenset({"summary", "timeline"})
    purpose: ClassVar[str] = N_(
        "What the incident costs; an order of magnitude will do, and so does a range such as 8000..12000. The total "
        "follows as you type, and a value counts when enter accepts it. With responders, and no hours given, the "
        "engineering hours run with the clock."
    )

    BINDINGS: ClassVar[list[BindingType]] = bound("form.edit")

    def compose_section(self) -> ComposeResult:
        """The fields, and beside or below them what they come to."""
        with Container(id="columns"):
            yield FieldForm(self.session, Cost.word, Cost.FIELDS)
            yield Static(id="facts")

    def on_mount(self) -> None:
        """Let the hours run."""
        self.session.tick.subscribe(self, self._on_tick)

    def _on_tick(self, _now: datetime) -> None:
        if self.is_current and self.incident.summary.live:
            self._show_bill()

    def action_edit(self) -> None:
        """Go to the first field."""
        self.focus_next("FieldInput, Choice")

    def seek(self, record: str, field: str | None = None) -> None:
        """Go to the field, or to the first."""
        self.query_one(FieldForm).seek(field or Cost.FIELDS[0].name)

    def show_incident(self) -> None:
        """Show the fields as they are stored, and what they come to."""
        self.query_one(FieldForm).show_incident()
        self._show_bill()

    @on(FieldRow.Tried)
    def _show_bill(self) -> None:
        tried = self._as_typed()
        bill = tried.bill(self.session.now)
        lines = [
            Content.assemble(
                Content.styled(left(name, 17), "$foreground-muted"), Content.styled(right(text, 20), style)
            )
            for name, text, style in _lines(bill)
        ]
        if tried.cost != self.incident.cost:
            lines.append(Content.styled(_("with what is typed: enter accepts it"), "$text-warning"))
        self.query_one("#facts", Static).update(Content("\n").join(lines))

    def _as_typed(self) -> Incident:
        """The incident as if what is typed had been accepted, where it could be."""
        typed = {row.field.name: row.tried for row in self.query(FieldRow) if row.tried is not None}
        if "currency" in typed or not typed:
            return self.incident
        try:
            cost = self.incident.cost.patched(Cost.word, typed)
            return self.incident.with_sections({Cost.word: cost})
        except (Refused, ValidationError):
            return self.incident


def _lines(bill: Bill) -> Iterator[tuple[str, str, str]]:
    def money(value: Money | None) -> str:
        return "–" if value is None else formats.money_within(value, 20)

    hours = "–" if bill.work is None else formats.quantity(bill.work)
    yield _("Direct"), money(bill.direct), ""
    yield _("Engineering hours"), hours, ""
    yield _("Engineering"), money(bill.engineering), ""
    yield _("Users lost"), money(bill.churn), ""
    yield _("Indirect"), money(bill.indirect), ""
    yield _("Total"), money(bill.total), "bold"
    if bill.total is not None and bill.total.ranged:
        currency = bill.total.currency
        yield _("At least"), money(Money(amount=bill.total.least, currency=currency)), ""
        yield _("At most"), money(Money(amount=bill.total.most, currency=currency)), ""
    yield _("Per minute"), money(bill.per_minute), "bold"
