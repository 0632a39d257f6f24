"""The review as a document without a format: six answers, what to automate, and how each figure came about."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median

from data import formats
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.language import _, ngettext
from data.quarter.report import Filters, Report
from model.factors import FACTOR_LABELS
from model.money import Money
from model.review.answers import Completion, Times
from model.review.automation import REASON_LABELS
from model.review.failure_modes import FAILURE_MODE_LABELS
from model.review.repeats import Repeat, Ruling
from model.statistics import Comparison, Verdict
from model.text import clean, one_line

__all__ = [
    "actions_text",
    "because_text",
    "category_name",
    "comparison_text",
    "costs_text",
    "definitions",
    "quarter_document",
    "span_text",
    "times_rows",
    "verdict_text",
]

TOP = 3


def quarter_document(report: Report, now: datetime) -> Iterator[Node]:
    """The whole review."""
    review = report.review
    yield Heading(1, _("Quarterly review {quarter}").format(quarter=review.quarter))
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
    yield from _actions(review.actions)
    yield Heading(2, _("Repeats: the same root cause again"))
    yield from _repeats(report.repeats)
    yield Heading(2, _("Cost by quarter: does it fall?"))
    yield from _costs(report)
    yield Heading(2, _("What to automate first"))
    yield from _automation(report)
    yield Heading(2, _("How these figures come about"))
    yield Bullets([Point(text) for text in definitions()])


def category_name(name: str) -> str:
    """The category in words: one of the ten factors, or the team's own."""
    return _(FACTOR_LABELS[name]) if name in FACTOR_LABELS else one_line(clean(name))


def span_text(seconds: float | None) -> str:
    """A duration given in seconds, in words."""
    return "–" if seconds is None else formats.duration(timedelta(seconds=round(seconds)))


def costs_text(sums: Sequence[Money]) -> str:
    """The sums of each currency."""
    return " + ".join(formats.money(money) for money in sums) or _("not known")


def verdict_text(found: Comparison) -> str:
    """What can be said against the quarter before."""
    match found.verdict:
        case Verdict.FASTER:
            return _("faster than the quarter before")
        case Verdict.SLOWER:
            return _("slower than the quarter before")
        case Verdict.TOO_FEW:
            return _("can’t tell: too few incidents in one of the two quarters")
        case Verdict.NO_EVIDENCE:
            return _("can’t tell: no evidence of a change against the quarter before")


def actions_text(found: Completion) -> str:
    """How many actions are done, and how sure the share is."""
    if found.share is None or found.interval is None:
        return _("no actions were agreed on")
    low, high = (formats.percent(_share(end)) for end in found.interval)
    text = _("{done} of {total} done, {share} (interval of 95 %: {low} to {high})")
    return text.format(
        done=formats.number(len(found.done)),
        total=formats.number(found.total),
        share=formats.percent(_share(found.share)),
        low=low,
        high=high,
    )


def _share(share: float) -> Decimal:
    return Decimal(str(round(share, 2)))


def _limits(report: Report) -> Iterator[str]:
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
    found = report.review.categories
    if found:
        header = (_("Category"), _("Incidents"), _("Quarter before"), _("Cost of these"), _("Which"))
        rows = [
            [
                category_name(one.name),
                formats.number(len(one.incidents)),
                formats.number(one.before),
                costs_text(one.cost),
                ", ".join(facts.id for facts in one.incidents),
            ]
            for one in found
        ]
        yield Table(header, rows, frozenset({1, 2, 3}), strong=frozenset(range(min(TOP, len(rows)))))
    missing = len(report.review.uncategorised)
    if missing or not found:
        text = ngettext("{n} incident has no category.", "{n} incidents have no category.", missing)
        yield Paragraph(text.format(n=formats.number(missing)), quiet=True)


def _times(times: Times, definition: str) -> Iterator[Node]:
    verdict = verdict_text(times.against_previous)
    yield Paragraph(_("{verdict}.").format(verdict=verdict[:1].upper() + verdict[1:]))
    yield Facts([(_("Figure"), _("Value")), *times_rows(times)])
    yield Paragraph(
        " ".join(part for part in (comparison_text(times.against_previous), definition) if part), quiet=True
    )


def times_rows(times: Times) -> list[tuple[str, str]]:
    """The figures of a duration with their names."""
    figures = times.figures
    before = times.previous_seconds
    rows = [
        (_("Mean"), span_text(figures.mean)),
        (_("interval of the mean (95 %)"), _interval(figures.mean_interval)),
        (_("Median"), span_text(figures.median)),
        (_("interval of the median (95 %)"), _interval(figures.median_interval)),
        (_("Middle half"), _interval(None if figures.q1 is None or figures.q3 is None else (figures.q1, figures.q3))),
        (_("90 % are below"), span_text(figures.p90)),
        (_("Incidents counted"), formats.number(figures.n)),
        (_("Left out: a milestone is missing"), formats.number(len(times.excluded))),
        (_("Median in the quarter before"), span_text(median(before) if before else None)),
        (_("Incidents counted in the quarter before"), formats.number(len(before))),
    ]
    return rows


def comparison_text(found: Comparison) -> str:
    """The test against the quarter before, in figures; empty where there was none."""
    if found.p_value is None:
        return ""
    text = _("Mann–Whitney U, p = {p}; Cliff’s delta {delta}; typical ratio {ratio}.")
    ratio = "–" if found.ratio is None else formats.number(_two(found.ratio))
    delta = formats.number(_two(found.cliffs_delta or 0.0))
    return text.format(p=formats.number(_two(found.p_value)), delta=delta, ratio=ratio)


def _two(figure: float) -> Decimal:
    return Decimal(str(round(figure, 2)))


def _interval(pair: tuple[float, float] | None) -> str:
    return "–" if pair is None else _("{low} to {high}").format(low=span_text(pair[0]), high=span_text(pair[1]))


def _actions(found: Completion) -> Iterator[Node]:
    text = actions_text(found)
    yield Paragraph(f"{text[:1].upper()}{text[1:]}.")
    if found.total:
        rows = [
            (_("Done in time"), len(found.done_on_time)),
            (_("Done late"), len(found.done_late)),
            (_("Done, when is not known"), len(found.done) - len(found.done_on_time) - len(found.done_late)),
            (_("Open"), len(found.open) - len(found.overdue)),
            (_("Overdue"), len(found.overdue)),
        ]
        yield Facts([(_("Actions"), _("How many")), *((name, formats.number(count)) for name, count in rows)])
    if found.overdue:
        yield Bullets(
            [Point(action.text, f"{action.incident} #{action.number}", action.owner) for action in found.overdue]
        )


def _repeats(pairs: Sequence[Repeat]) -> Iterator[Node]:
    more = sum({pair.later.id: pair.more for pair in pairs}.values())
    if not pairs:
        yield Paragraph(_("None was found."), quiet=True)
        return
    header = (_("Incident"), _("Repeats"), _("Because of"), _("Decided"))
    rows = [[pair.later.id, pair.earlier.id, because_text(pair), _ruling(pair)] for pair in pairs]
    yield Table(header, rows)
    if more:
        text = ngettext("{n} less likely pair is not listed.", "{n} less likely pairs are not listed.", more)
        yield Paragraph(text.format(n=formats.number(more)), quiet=True)


def because_text(pair: Repeat) -> str:
    """What makes the two look alike."""
    reasons = [category_name(name) for name in pair.categories]
    if pair.same_service:
        reasons.append(_("service {name}").format(name=pair.later.service))
    for mode, words in pair.modes:
        text = _("failure mode {name} ({words})")
        reasons.append(text.format(name=_(FAILURE_MODE_LABELS[mode]), words=", ".join(words)))
    if pair.words:
        reasons.append(_("words: {words}").format(words=", ".join(pair.words)))
    return "; ".join(reasons)


def _ruling(pair: Repeat) -> str:
    return _("confirmed") if pair.ruling is Ruling.CONFIRMED else _("not decided yet")


def _costs(report: Report) -> Iterator[Node]:
    header = (_("Quarter"), _("Incidents"), _("Total cost"), _("Cost not known"))
    rows = [
        [
            str(one.quarter),
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
    header = (_("Why"), _("Service"), _("Incidents"), _("Cost of these"), _("Which"))
    rows = [
        [
            _(REASON_LABELS[one.reason]),
            one.subject or "–",
            formats.number(len(one.incidents)),
            costs_text(one.cost),
            ", ".join(facts.id for facts in one.incidents),
        ]
        for one in report.automation
    ]
    yield Table(header, rows, frozenset({2, 3}))


def definitions() -> Iterator[str]:
    """How each figure is reckoned, a sentence each."""
    yield _("An incident belongs to the quarter in which it started, on its own calendar.")
    yield _("An incident that lacks a milestone counts in no figure that needs it; how many these are is shown.")
    yield _("Quantiles are of type 7; intervals are percentile bootstraps of 10,000 resamples with a fixed seed.")
    yield _(
        "Faster or slower is said only with at least 8 incidents in both quarters, p below 0.05, an effect of at least "
        "0.33 and an interval of the ratio of medians that leaves out 1."
    )
    yield _("A cost counts in each category of its incident; currencies are never added to each other.")
    yield _("An action is late when it was done after its deadline, and overdue when it is open after it.")
    yield _(
        "A repeat has the same category and similar final whys, or the same service and one of three: the same failure "
        "mode, similar words, the same category."
    )
