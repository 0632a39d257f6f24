"""The lines of the quarterly review that are pictures: dots on an axis, bars, and a heat map."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from rich.cells import cell_len, set_cell_size

from data import formats
from data.language import _
from data.quarter.words import category_name, comparison_text, costs_text, span_text, times_rows, verdict_text
from model.money import Money
from model.review import Quarter, Review
from model.review.answers import QuarterCost, Times
from model.review.axis import LogAxis
from model.review.heat import Heat
from model.statistics import Verdict
from screens.behind import Evidence, Source
from screens.columns import cut, right
from screens.drawings import bar, dots, shade
from screens.review_list import Answer, Parts, fitting, incidents_text, sources

__all__ = ["cost_lines", "factor_lines", "times_lines"]

_NAME, _QUARTER, _SPAN, _CELL = 36, 7, 7, 8
_VERDICTS = {Verdict.FASTER: "▲ ", Verdict.SLOWER: "▼ "}
_WIDE = 50


def times_lines(label: str, times: Times, review: Review, definition: str) -> Iterator[Answer]:
    """A duration: its figures, and a dot an incident in this quarter and in the one before."""
    figures, comparison = times.figures, times.against_previous
    counted = _("{n} counted; left out: {missing} for a missing milestone, {reversed} in the wrong order.").format(
        n=formats.number(figures.n),
        missing=formats.number(len(times.missing)),
        reversed=formats.number(len(times.wrong_order)),
    )
    how = " ".join(part for part in (definition, counted, comparison_text(comparison)) if part)
    rows = sorted(zip(times.seconds, times.counted, strict=True), key=lambda row: -row[0])
    behind = [Source(facts.title, facts.id, "timeline", span_text(seconds)) for seconds, facts in rows]
    for heading, left_out in (
        (_("Left out: a milestone is missing"), times.missing),
        (_("Left out: milestones in the wrong order"), times.wrong_order),
    ):
        if left_out:
            behind.append(Source(heading))
            behind += [Source(facts.title, facts.id, "timeline", "–") for facts in left_out]
    title = _("Time to detect") if times is review.time_to_detect else _("Time to resolve")
    whole = " ".join(part for part in (definition, comparison_text(comparison)) if part)
    evidence = Evidence(f"{title}: {verdict_text(comparison)}", whole, behind, times_rows(times))
    yield Answer(label, partial(_time, times), how, evidence)
    axis = LogAxis.over([*times.seconds, *times.previous_seconds])
    if axis is not None:
        yield Answer("", partial(_strip, axis, review.quarter, times.seconds, len(times.excluded)), how)
        yield Answer("", partial(_strip, axis, review.quarter.moved(-1), times.previous_seconds, None), how)


def _time(times: Times, room: int) -> Parts:
    figures, verdict = times.figures, times.against_previous.verdict
    if not figures.n:
        return [("-muted", _("no incident has both milestones"))]
    parts = [
        ("-plain", _("mean {span}").format(span=span_text(figures.mean))),
        ("-plain", _("median {span}").format(span=span_text(figures.median))),
        ("-mark" if verdict in _VERDICTS else "-muted", _VERDICTS.get(verdict, "") + _short_verdict(verdict)),
        ("-muted", _("90 % below {span}").format(span=span_text(figures.p90))),
    ]
    return fitting(parts, room)


def _short_verdict(verdict: Verdict) -> str:
    match verdict:
        case Verdict.FASTER:
            return _("faster")
        case Verdict.SLOWER:
            return _("slower")
        case Verdict.TOO_FEW:
            return _("can’t tell: too few")
        case Verdict.NO_EVIDENCE:
            return _("can’t tell")


def _strip(axis: LogAxis, quarter: Quarter, seconds: Sequence[int], excluded: int | None, room: int) -> Parts:
    count = f"n {len(seconds)}"
    if excluded:
        count += " · " + _("{n} left out").format(n=excluded)
    count = set_cell_size(count, 18 if room > _WIDE else 0)
    low, high = right(_brief(axis.low), _SPAN), set_cell_size(_brief(axis.high), _SPAN)
    width = max(4, room - _QUARTER - 2 * _SPAN - cell_len(count) - 4)
    return [
        ("-muted", f"{quarter} {low} "),
        ("-mark", set_cell_size(dots(seconds, axis, width), width)),
        ("-muted", f" {high} {count}"),
    ]


def _brief(seconds: int) -> str:
    return span_text(seconds).replace("\u00a0", " ")


def cost_lines(quarters: Sequence[QuarterCost]) -> Iterator[Answer]:
    """A bar a quarter, from nought; of several currencies the commonest is drawn."""
    found = [money.currency for one in quarters for money in one.total]
    currency = max(dict.fromkeys(found), key=found.count) if found else ""
    most = max((_amount(one.total, currency) for one in quarters), default=Decimal(0))
    for number, one in enumerate(quarters):
        how = _(
            "The whole cost of the incidents that began in it: {n}, of {m} of which nothing is known. Live ones do not "
            "count yet; currencies are never added to each other."
        ).format(n=formats.number(len(one.incidents)), m=formats.number(one.unknown))
        evidence = Evidence(_("Cost of {quarter}").format(quarter=one.quarter), how, sources(one.incidents, "cost"))
        share = float(_amount(one.total, currency) / most) if most > 0 else 0.0
        yield Answer("" if number else _("Cost"), partial(_cost, one, share), how, evidence)


def _amount(total: Sequence[Money], currency: str) -> Decimal:
    return sum((money.amount for money in total if money.currency == currency), Decimal(0))


def _cost(one: QuarterCost, share: float, room: int) -> Parts:
    said = costs_text(one.total) if one.total else "–"
    count = incidents_text(len(one.incidents))
    if one.unknown:
        count += ", " + _("{n} not known").format(n=formats.number(one.unknown))
    width = max(4, room - _QUARTER - cell_len(said) - (cell_len(count) + 4 if room > _WIDE else 2))
    drawn = bar(share, width)
    parts = [("-muted", f"{one.quarter} "), ("-mark", drawn), ("-plain", f"{' ' if drawn else ''}{said}")]
    return [*parts, ("-muted", f"  {count}")] if room > _WIDE else parts


def factor_lines(review: Review) -> Iterator[Answer]:
    """The heat map: a line a factor, a column a quarter."""
    how = _(
        "The mean of the scores from 0 to 3, of the incidents that scored the factor; shaded · ░ ▒ ▓ █ as it grows."
    )
    quarters = [str(one.quarter) for one in review.cost_by_quarter]
    if not review.factors:
        yield Answer(_("Factors"), lambda _room: [("-muted", _("no factor is scored yet"))], how)
        return
    yield Answer(_("Factors"), partial(_heat_head, quarters), how)
    for row in review.factors:
        title = _("Factor: {name}").format(name=category_name(row.name))
        here = sources(row.cells[-1].significant, "factors")
        shown = [
            (quarter, f"{_heat(cell.mean)} · n {cell.scored}")
            for quarter, cell in zip(quarters, row.cells, strict=True)
        ]
        explained = _("Significant in the incidents below. {how}").format(how=how)
        yield Answer("", partial(_heat_row, row), how, Evidence(title, explained, here, shown))


def _columns(room: int) -> tuple[int, int]:
    """How many quarters fit, and the cells of the names."""
    count = max(1, min(5, (room - 14) // (_CELL + 1)))
    return count, max(8, min(_NAME, room - count * (_CELL + 1)))


def _heat_head(quarters: Sequence[str], room: int) -> Parts:
    count, name = _columns(room)
    return [("-muted", " " * name + "".join(f" {right(quarter, _CELL)}" for quarter in quarters[-count:]))]


def _heat_row(row: Heat, room: int) -> Parts:
    count, name = _columns(room)
    parts = [("-plain", cut(category_name(row.name), name))]
    for cell in row.cells[-count:]:
        text = f"{shade(cell.mean) * 3} {right(_heat(cell.mean), 3)}" if cell.mean is not None else "–"
        parts.append(("-mark" if (cell.mean or 0) >= 1.5 else "-plain", f" {right(text, _CELL)}"))
    return parts


def _heat(mean: float | None) -> str:
    return "–" if mean is None else formats.typed_number(Decimal(f"{mean:.1f}"))
