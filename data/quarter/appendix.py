"""The incidents behind the figures of the review, quarter by quarter."""

from collections.abc import Iterator

from data import formats
from data.documents.nodes import Heading, Node, Table
from data.language import _
from data.quarter.words import quarter_text, span_text
from model.review import Facts, Review
from model.text import clean, one_line

__all__ = ["incidents_behind"]


def incidents_behind(review: Review) -> Iterator[Node]:
    """A table a quarter of the cost trend, the latest first, with what each incident adds to the figures."""
    yield Heading(2, _("The incidents behind these figures"))
    for one in reversed(review.cost_by_quarter):
        if not one.incidents:
            continue
        yield Heading(3, quarter_text(one.quarter, review.so_far and one.quarter == review.quarter))
        header = (
            *(_("ID"), _("Incident"), _("Began on"), _("Severity")),
            *(_("Time to detect"), _("Time to resolve"), _("Total cost")),
        )
        rows = [
            [
                facts.id,
                one_line(clean(facts.title)),
                formats.day(facts.day),
                facts.severity,
                _time(facts, "time_to_detect", facts.detect_seconds),
                _time(facts, "time_to_resolve", facts.resolve_seconds),
                formats.money(facts.total_cost) if facts.total_cost else _("not known"),
            ]
            for facts in one.incidents
        ]
        yield Table(header, rows, frozenset({4, 5, 6}), anchors=True)


def _time(facts: Facts, name: str, seconds: int | None) -> str:
    """The duration, or why it is left out."""
    if seconds is not None:
        return span_text(seconds)
    return _("left out: wrong order") if name in facts.wrong_order else _("left out: missing")
