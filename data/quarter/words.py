"""What the review says of its figures, in the reader's language: the same on the screen and in documents."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from data import formats
from data.language import _, ngettext
from data.quarter.report import RepeatCount
from model.factors import FACTOR_LABELS
from model.money import Money
from model.review import Quarter
from model.review.answers import Completion, Review, Times
from model.review.automation import REASON_LABELS, Candidate
from model.review.failure_modes import FAILURE_MODE_LABELS
from model.review.repeats import Repeat
from model.statistics import SIGNIFICANT, Comparison, Verdict
from model.text import clean, one_line

__all__ = [
    "actions_text",
    "because_text",
    "category_name",
    "comparison_text",
    "costs_text",
    "costs_within",
    "deciding_text",
    "interval_text",
    "open_text",
    "p_text",
    "quarter_text",
    "ranking_text",
    "reason_text",
    "repeats_text",
    "span_text",
    "times_rows",
    "verdict_text",
]

_LEAST_P, _DIGITS = 0.001, 3


def category_name(name: str) -> str:
    """The category in words: one of the ten factors, or the team's own."""
    return _(FACTOR_LABELS[name]) if name in FACTOR_LABELS else one_line(clean(name))


def quarter_text(quarter: Quarter, so_far: bool) -> str:
    """The quarter, and whether it is not over yet."""
    return _("{quarter} so far").format(quarter=quarter) if so_far else str(quarter)


def span_text(seconds: float | None) -> str:
    """A duration given in seconds, in words."""
    return "–" if seconds is None else formats.duration(timedelta(seconds=round(seconds)))


def costs_text(sums: Sequence[Money]) -> str:
    """The sums of each currency."""
    return " + ".join(formats.money(money) for money in sums) or _("not known")


def ranking_text(review: Review) -> str:
    """In which currency costs are ranked; empty where there is but one."""
    if not review.mixed:
        return ""
    text = _(
        "Ranked by cost in {currency}, the commonest currency of the quarter; what cost in others alone comes after."
    )
    return text.format(currency=review.currency)


def reason_text(one: Candidate) -> str:
    """Why it should be automated, with the category of what fails again and again."""
    reason = _(REASON_LABELS[one.reason])
    return f"{reason} ({category_name(one.category)})" if one.category else reason


def costs_within(sums: Sequence[Money], cells: int, first: str = "") -> str:
    """The sums of each currency in so many cells: in full, else short, else the first alone; never cut in a figure.

    That of the currency `first` is the first.
    """
    ordered = sorted(sums, key=lambda money: money.currency != first)
    full = costs_text(ordered)
    if len(full) <= cells or not sums:
        return full
    short = [formats.short_money(money) for money in ordered]
    for shown in range(len(short), 1, -1):
        text = " + ".join([*short[:shown], *(["…"] if shown < len(short) else [])])
        if len(text) <= cells:
            return text
    return f"{short[0]} + …" if len(short) > 1 else short[0]


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


def open_text(found: Completion) -> str:
    """How many actions are open, and how many of these are overdue."""
    text = _("{n} open, of which {overdue} overdue")
    return text.format(n=formats.number(len(found.open)), overdue=formats.number(len(found.overdue)))


def repeats_text(before: RepeatCount) -> str:
    """What the quarter before had of repeats."""
    count = before.incidents
    text = ngettext(
        "{n} incident of the quarter before looked like an earlier one, {confirmed} confirmed",
        "{n} incidents of the quarter before looked like earlier ones, {confirmed} confirmed",
        count,
    )
    return text.format(n=formats.number(count), confirmed=formats.number(before.confirmed))


def _share(share: float) -> Decimal:
    return Decimal(str(round(share, 2)))


def times_rows(times: Times) -> list[tuple[str, str]]:
    """The figures of a duration with their names."""
    figures = times.figures
    before = times.previous_seconds
    rows = [
        (_("Mean"), span_text(figures.mean)),
        (_("interval of the mean (95 %)"), interval_text(figures.mean_interval)),
        (_("Median"), span_text(figures.median)),
        (_("interval of the median (95 %)"), interval_text(figures.median_interval)),
        (
            _("Middle half"),
            interval_text(None if figures.q1 is None or figures.q3 is None else (figures.q1, figures.q3)),
        ),
        (_("90 % are below"), span_text(figures.p90)),
        (_("Incidents counted"), formats.number(figures.n)),
        (_("Left out: a milestone is missing"), formats.number(len(times.missing))),
        (_("Left out: milestones in the wrong order"), formats.number(len(times.wrong_order))),
        (_("Median in the quarter before"), span_text(median(before) if before else None)),
        (_("Incidents counted in the quarter before"), formats.number(len(before))),
    ]
    return rows


def comparison_text(found: Comparison) -> str:
    """The test against the quarter before, in figures, with the interval that decides; empty where there was none."""
    if found.p_value is None:
        return ""
    test = _("Mann–Whitney U, {p} (exact)") if found.exact else _("Mann–Whitney U, {p} (approximate)")
    parts = [
        test.format(p=p_text(found.p_value)),
        _("Cliff’s delta {delta}").format(delta=_two(found.cliffs_delta or 0.0)),
    ]
    if found.ratio is not None:
        parts.append(_("typical ratio {ratio}").format(ratio=_two(found.ratio)))
    else:
        parts.append(_("typical difference {span}").format(span=_difference(found.shift or 0.0)))
    if found.ratio_interval is not None:
        low, high = map(_two, found.ratio_interval)
        parts.append(_("ratio of the medians {low} to {high} (interval of 95 %)").format(low=low, high=high))
    elif found.shift_interval is not None:
        low, high = map(_difference, found.shift_interval)
        parts.append(_("difference of the medians {low} to {high} (interval of 95 %)").format(low=low, high=high))
    return "; ".join(parts) + "."


def deciding_text(found: Comparison) -> str:
    """What the typical figure is, and which interval decides; empty where nothing was compared."""
    if found.p_value is None:
        return ""
    if found.by_shift:
        return _(
            "The typical difference is the median of all differences (Hodges–Lehmann); faster or slower is said only "
            "where the interval leaves out 0."
        )
    return _(
        "The typical ratio is the median of all ratios (Hodges–Lehmann); faster or slower is said only where the "
        "interval leaves out 1."
    )


def p_text(p: float) -> str:
    """A p-value to three digits that count, or to as many as say on which side of 0.05 it lies."""
    if p < _LEAST_P:
        return _("p < {p}").format(p=formats.exactly(Decimal(str(_LEAST_P))))
    exact = Decimal(repr(p))
    for digits in range(_DIGITS, 18):
        step = Decimal(1).scaleb(exact.adjusted() - digits + 1)
        shown = exact.quantize(step, ROUND_HALF_UP)
        if (shown < Decimal(str(SIGNIFICANT))) == (p < SIGNIFICANT):
            break
    return _("p = {p}").format(p=formats.exactly(shown.normalize()))


def _two(figure: float) -> str:
    return formats.number(Decimal(str(round(figure, 2))))


def _difference(seconds: float) -> str:
    return f"−{span_text(-seconds)}" if round(seconds) < 0 else span_text(seconds)


def interval_text(pair: tuple[float, float] | None) -> str:
    """From where to where, in words."""
    return "–" if pair is None else _("{low} to {high}").format(low=span_text(pair[0]), high=span_text(pair[1]))


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
