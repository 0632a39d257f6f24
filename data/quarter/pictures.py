"""The pictures of the review as SVG: what a quarter cost, how long things took, where the factors are hot."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from markupsafe import Markup

from data import formats
from data.language import _
from data.quarter.words import category_name, costs_text
from model.money import Money
from model.review.answers import QuarterCost, Review, Times
from model.review.axis import LogAxis
from model.review.heat import Cell, Heat

__all__ = ["cost_picture", "factors_picture", "pictures", "times_picture"]

_WIDTH = 960
_LEFT, _ROW, _DOT = 250, 30, 5
_RIGHT = 200
_BARS = _WIDTH - _LEFT - _RIGHT
_HOTTEST = 3
_DARK_FROM = 2.0
"""The mean from which a cell of the heat map is so dark that its figure is written in the paper's colour."""


def pictures(review: Review) -> Markup:
    """All pictures, below each other."""
    drawn = [
        cost_picture(review.cost_by_quarter),
        times_picture(_("Time to detect"), review.time_to_detect, review),
        times_picture(_("Time to resolve"), review.time_to_resolve, review),
        factors_picture(review.factors, [str(one.quarter) for one in review.cost_by_quarter]),
    ]
    return Markup("\n").join(one for one in drawn if one)


def cost_picture(quarters: Sequence[QuarterCost]) -> Markup:
    """A bar a quarter, from nought; of several currencies the commonest is drawn, and all are written."""
    currency = _drawn_currency(quarters)
    amounts = [_in_currency(one.total, currency) for one in quarters]
    most = max(amounts, default=Decimal(0))
    if most <= 0:
        return Markup("")
    return _figure(_("Cost by quarter"), _cost_rows(quarters, amounts, most), len(quarters))


def _cost_rows(quarters: Sequence[QuarterCost], amounts: Sequence[Decimal], most: Decimal) -> Iterator[Markup]:
    for row, (one, amount) in enumerate(zip(quarters, amounts, strict=True)):
        width = round(float(max(Decimal(0), amount) / most) * _BARS, 1)
        middle = _middle(row)
        yield _label(str(one.quarter), middle)
        yield Markup('<rect class="bar" x="{}" y="{}" width="{}" height="16"/>').format(_LEFT, middle - 8, width)
        said = costs_text(one.total) if one.total else "–"
        yield Markup('<text class="label" x="{}" y="{}">{}</text>').format(_LEFT + width + 8, middle + 4, said)


def _drawn_currency(quarters: Sequence[QuarterCost]) -> str:
    found = [money.currency for one in quarters for money in one.total]
    return max(dict.fromkeys(found), key=found.count) if found else ""


def _in_currency(total: Sequence[Money], currency: str) -> Decimal:
    return sum((money.amount for money in total if money.currency == currency), Decimal(0))


def times_picture(title: str, times: Times, review: Review) -> Markup:
    """A dot an incident, this quarter above the one before, on one logarithmic axis; a line at each median."""
    axis = LogAxis.over([*times.seconds, *times.previous_seconds])
    if axis is None:
        return Markup("")
    samples = ((review.quarter, times.seconds), (review.quarter.moved(-1), times.previous_seconds))
    inside: list[Markup] = []
    for row, (quarter, seconds) in enumerate(samples):
        inside.append(_label(f"{quarter} · n = {formats.number(len(seconds))}", _middle(row)))
        inside += _strip(axis, seconds, _middle(row))
    inside += _ticks(axis, len(samples))
    return _figure(_("{title}: a dot is an incident, the line is the median").format(title=title), inside, 3)


def _strip(axis: LogAxis, seconds: Sequence[int], middle: int) -> Iterator[Markup]:
    if seconds:
        ordered, half = sorted(seconds), len(seconds) // 2
        median = ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
        x = _x(axis, median)
        yield Markup('<line class="median" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(x, middle - 13, middle + 13)
    for one in seconds:
        said = formats.duration(timedelta(seconds=one))
        yield Markup('<circle class="dot" cx="{}" cy="{}" r="{}"><title>{}</title></circle>').format(
            _x(axis, one), middle, _DOT, said
        )


def _ticks(axis: LogAxis, row: int) -> Iterator[Markup]:
    y, free = _middle(row), -1.0
    yield Markup('<line class="axis" x1="{0}" y1="{1}" x2="{2}" y2="{1}"/>').format(_LEFT, y - 10, _LEFT + _BARS)
    for tick in axis.ticks:
        x = _x(axis, tick)
        yield Markup('<line class="tick" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(x, y - 10, y - 5)
        if x >= free:
            said = formats.duration(timedelta(seconds=tick))
            yield Markup('<text class="clock" x="{}" y="{}" text-anchor="middle">{}</text>').format(x, y + 8, said)
            free = x + 70


def _x(axis: LogAxis, seconds: float) -> float:
    return round(_LEFT + axis.place(seconds) * _BARS, 1)


def factors_picture(factors: Sequence[Heat], quarters: Sequence[str]) -> Markup:
    """A row a factor, a column a quarter: the mean of the scores from 0 to 3, written and shaded."""
    if not factors:
        return Markup("")
    wide = (_WIDTH - _LEFT) // max(1, len(quarters))
    inside = [
        Markup('<text class="clock" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            _LEFT + column * wide + wide // 2, _middle(0) + 4, quarter
        )
        for column, quarter in enumerate(quarters)
    ]
    for number, row in enumerate(factors, 1):
        inside.append(_label(category_name(row.name), _middle(number)))
        inside += (_heat_cell(cell, _LEFT + column * wide, number, wide) for column, cell in enumerate(row.cells))
    return _figure(_("Factors: the mean of their scores, 0 to 3, and of how many"), inside, len(factors) + 1)


def _heat_cell(cell: Cell, x: int, row: int, wide: int) -> Markup:
    opacity = round((cell.mean or 0) / _HOTTEST, 2)
    text = "–" if cell.mean is None else f"{formats.typed_number(_tenth(cell.mean))} ({cell.scored})"
    shown = Markup('<rect class="heat" x="{}" y="{}" width="{}" height="{}" fill-opacity="{}"/>').format(
        x + 1, _middle(row) - _ROW // 2 + 1, wide - 2, _ROW - 2, opacity
    )
    kind = "hot" if (cell.mean or 0) >= _DARK_FROM else "label"
    words = Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(
        kind, x + wide // 2, _middle(row) + 4, text
    )
    return shown + words


def _tenth(mean: float) -> Decimal:
    return Decimal(f"{mean:.1f}")


def _label(text: str, middle: int) -> Markup:
    return Markup('<text class="label" x="0" y="{}">{}</text>').format(middle + 4, text)


def _middle(row: int) -> int:
    return row * _ROW + _ROW // 2


def _figure(title: str, inside: Sequence[Markup] | Iterator[Markup], rows: int) -> Markup:
    return Markup(
        '<figure><figcaption>{3}</figcaption><svg class="review" viewBox="0 0 {0} {1}" role="img" '
        'xmlns="http://www.w3.org/2000/svg"><title>{3}</title>{2}</svg></figure>'
    ).format(_WIDTH, rows * _ROW + 4, Markup("").join(inside), title)
