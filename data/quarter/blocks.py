"""The review as a document without a format: six answers, what to automate, and how each figure came about."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from data import formats
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.language import _, ngettext
from data.quarter.appendix import incidents_behind
from data.quarter.definitions import definitions
from data.quarter.report import Filters, Report
from data.quarter.words import (
    actions_text,
    because_text,
    category_name,
    comparison_text,
    costs_text,
    deciding_text,
    quarter_text,
    ranking_text,
    reason_text,
    repeats_text,
    times_rows,
    verdict_text,
)
from model.review.answers import Category, Completion, Review, Times
from model.review.repeats import Repeat, Ruling

__all__ = ["quarter_document"]


def quarter_document(report: Report, now: datetime, *, appendix: bool = True) -> Iterator[Node]:
    """The whole review; the appendix lists the incidents behind its figures."""
    review = report.review
    yield Heading(1, _("Quarterly review {quarter}").format(quarter=quarter_text(review.quarter, review.so_far)))
    count = len(review.incidents)
    said = ngettext("{n} incident.", "{n} incidents.", count).format(n=formats.number(count))
    as_of = _("As of {moment}.").format(moment=formats.zoned(now))
    yield Paragraph(" ".join([as_of, said, *_limits(report)]), quiet=True)
    yield Heading(2, _("Root-cause categories: where to invest in prevention"))
    yield from _categories(report)
    yield Heading(2, _("Time to detect: is monitoring improving?"))
    yield from _times(review.time_to_detect, _("From the start to the first alert."))
    yield Heading(2, _("Time to resolve: is the response getting faster?"))
    yield from _times(review.time_to_resolve, _("From the start to the confirmed resolution."))
    yield Heading(2, _("Actions: are things being fixed?"))
    yield from _actions(review.actions, review.actions_before)
    yield Heading(2, _("Repeats: the same root cause again"))
    yield from _repeats(report)
    yield Heading(2, _("Cost by quarter: does it fall?"))
    yield from _costs(report)
    yield Heading(2, _("What to automate first"))
    yield from _automation(report)
    yield Heading(2, _("How these figures come about"))
    yield Bullets([Point(text) for text in definitions()])
    if appendix:
        yield from incidents_behind(review)


def _limits(report: Report) -> Iterator[str]:
    review = report.review
    if review.so_far:
        yield _("The quarter is not over: these are its figures so far.")
    if not review.incidents and review.last_with_incidents is not None:
        yield _("The last quarter that has incidents is {quarter}.").format(quarter=review.last_with_incidents)
    yield from _filtered(report.filters)
    if report.broken:
        text = ngettext(
            "{n} file could not be read and is left out.",
            "{n} files could not be read and are left out.",
            report.broken,
        )
        yield text.format(n=formats.number(report.broken))


def _filtered(filters: Filters) -> Iterator[str]:
    wanted = [value for value in (filters.severity, filters.service, filters.industry) if value]
    if wanted:
        yield _("Only {filters}.").format(filters=", ".join(wanted))


def _categories(report: Report) -> Iterator[Node]:
    review = report.review
    found = review.categories
    if found:
        header = (
            *(_("Category"), _("Incidents"), _("Quarter before"), _("Cost of these"), _("Place by cost")),
            *(_("Top three"), _("Which")),
        )
        rows = [
            [
                category_name(one.name),
                formats.number(len(one.incidents)),
                formats.number(one.before),
                costs_text(one.cost),
                "–" if one.rank_by_cost is None else formats.number(one.rank_by_cost),
                _top(one, review),
                ", ".join(facts.id for facts in one.incidents),
            ]
            for one in found
        ]
        strong = frozenset(place for place, one in enumerate(found) if _top(one, review))
        yield Table(header, rows, frozenset({1, 2, 3, 4}), strong, links=frozenset({6}))
    missing = len(review.uncategorised)
    if missing or not found:
        text = ngettext("{n} incident has no category.", "{n} incidents have no category.", missing)
        yield Paragraph(text.format(n=formats.number(missing)), quiet=True)
    if found and review.mixed:
        yield Paragraph(ranking_text(review), quiet=True)


def _top(one: Category, review: Review) -> str:
    """By what it is among the first three."""
    signs = ((_("by count"), review.top_by_count), (_("by cost"), review.top_by_cost))
    return ", ".join(sign for sign, top in signs if one in top)


def _times(times: Times, definition: str) -> Iterator[Node]:
    verdict = verdict_text(times.against_previous)
    yield Paragraph(_("{verdict}.").format(verdict=verdict[:1].upper() + verdict[1:]))
    yield Facts([(_("Figure"), _("Value")), *times_rows(times)])
    found = times.against_previous
    said = (comparison_text(found), deciding_text(found), definition)
    yield Paragraph(" ".join(part for part in said if part), quiet=True)


def _actions(found: Completion, before: Completion) -> Iterator[Node]:
    text = actions_text(found)
    yield Paragraph(f"{text[:1].upper()}{text[1:]}.")
    if found.total or before.total:
        header = (_("Actions"), _("This quarter"), _("Quarter before, as of today"))
        now, then = _standing(found), _standing(before)
        rows = [
            [name, formats.number(count), formats.number(earlier)]
            for (name, count), (_name, earlier) in zip(now, then, strict=True)
        ]
        yield Table(header, rows, frozenset({1, 2}))
        yield Paragraph(_("The quarter before: {actions}.").format(actions=actions_text(before)), quiet=True)
    if found.overdue:
        yield Paragraph(_("Overdue:"))
        yield Bullets(
            [Point(action.text, f"{action.incident} #{action.number}", action.owner) for action in found.overdue]
        )


def _standing(found: Completion) -> Sequence[tuple[str, int]]:
    return (
        (_("Agreed on"), found.total),
        (_("Done in time"), len(found.done_on_time)),
        (_("Done late"), len(found.done_late)),
        (_("Done, when is not known"), len(found.done) - len(found.done_on_time) - len(found.done_late)),
        (_("Open"), len(found.open)),
        (_("of which overdue"), len(found.overdue)),
    )


def _repeats(report: Report) -> Iterator[Node]:
    pairs = report.repeats
    more = sum({pair.later.id: pair.more for pair in pairs}.values())
    if not pairs:
        yield Paragraph(_("None was found."), quiet=True)
    else:
        header = (_("Incident"), _("Repeats"), _("Because of"), _("Decided"))
        rows = [[pair.later.id, pair.earlier.id, because_text(pair), _ruling(pair)] for pair in pairs]
        yield Table(header, rows, links=frozenset({0, 1}))
    if more:
        text = ngettext("{n} less likely pair is not listed.", "{n} less likely pairs are not listed.", more)
        yield Paragraph(text.format(n=formats.number(more)), quiet=True)
    yield Paragraph(_("{repeats}.").format(repeats=repeats_text(report.repeats_before)), quiet=True)


def _ruling(pair: Repeat) -> str:
    return _("confirmed") if pair.ruling is Ruling.CONFIRMED else _("not decided yet")


def _costs(report: Report) -> Iterator[Node]:
    header = (_("Quarter"), _("Incidents"), _("Total cost"), _("Cost not known"))
    rows = [
        [
            quarter_text(one.quarter, report.review.so_far and one.quarter == report.review.quarter),
            formats.number(len(one.incidents)),
            costs_text(one.total) if one.total else "–",
            formats.number(one.unknown),
        ]
        for one in report.review.cost_by_quarter
    ]
    yield Table(header, rows, frozenset({1, 2, 3}))


def _automation(report: Report) -> Iterator[Node]:
    if not report.automation:
        yield Paragraph(_("Nothing stands out."), quiet=True)
        return
    header = (_("Why"), _("Service"), _("Incidents"), _("Earlier ones"), _("Cost of these"), _("Which"))
    rows = [
        [
            reason_text(one),
            one.subject or "–",
            formats.number(len(one.incidents)),
            formats.number(one.earlier) if one.category else "–",
            costs_text(one.cost),
            ", ".join(facts.id for facts in one.incidents),
        ]
        for one in report.automation
    ]
    yield Table(header, rows, frozenset({2, 3, 4}), links=frozenset({5}))
    said = (
        _("Incidents and costs are the quarter’s; earlier ones are counted beside them."),
        ranking_text(report.review),
    )
    yield Paragraph(" ".join(text for text in said if text), quiet=True)
