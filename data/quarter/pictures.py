"""The pictures of the review as SVG: what a quarter cost, how long things took, where the factors are hot."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from statistics import median

from markupsafe import Markup
from rich.cells import cell_len

from data import formats
from data.language import _
from data.quarter.words import category_name, costs_text, costs_within, span_text
from model.review import Facts
from model.review.answers import QuarterCost, Review, Times
from model.review.axis import LogAxis
from model.review.heat import Cell, Heat
from model.review.totals import in_currency
from model.text import clean, one_line

__all__ = ["cost_picture", "factors_picture", "pictures", "text_width", "times_picture"]

_WIDTH = 960
_LEFT, _ROW, _DOT = 250, 30, 5
_BARS = _WIDTH - _LEFT - 40
_NAMES, _LEAST_BARS, _SHORT_COST = 90, 200, 40
_CELL = 7.8
"""The width of a figure, at most: of 13 units, in the widest of the usual fonts."""
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
    amounts = [in_currency(one.total, currency) or Decimal(0) for one in quarters]
    if max(amounts, default=Decimal(0)) <= 0:
        return Markup("")
    said = [costs_text(one.total) if one.total else "–" for one in quarters]
    if _bars(said) < _LEAST_BARS:
        said = [costs_within(one.total, _SHORT_COST) if one.total else "–" for one in quarters]
    names = [str(one.quarter) for one in quarters]
    return _figure(_("Cost by quarter"), _cost_rows(names, amounts, said), len(quarters))


def _cost_rows(names: Sequence[str], amounts: Sequence[Decimal], said: Sequence[str]) -> Iterator[Markup]:
    most, bars = max(amounts), _bars(said)
    for row, (name, amount, text) in enumerate(zip(names, amounts, said, strict=True)):
        width = round(float(max(Decimal(0), amount) / most) * bars, 1)
        middle = _middle(row)
        yield _label(name, middle)
        yield Markup('<rect class="bar" x="{}" y="{}" width="{}" height="16"/>').format(_NAMES, middle - 8, width)
        yield Markup('<text class="label" x="{}" y="{}">{}</text>').format(_NAMES + width + 8, middle + 4, text)


def _bars(said: Sequence[str]) -> int:
    """The width of the longest bar, beside which the longest text has room."""
    return _WIDTH - _NAMES - 8 - max(map(text_width, said))


def text_width(text: str) -> int:
    """About how wide the text is at most, in units of the drawing: its cells, wide letters two of them."""
    return round(cell_len(text) * _CELL) + 4


def _drawn_currency(quarters: Sequence[QuarterCost]) -> str:
    found = [money.currency for one in quarters for money in one.total]
    return max(dict.fromkeys(found), key=found.count) if found else ""


def times_picture(title: str, times: Times, review: Review) -> Markup:
    """A dot an incident, this quarter above the one before, on one logarithmic axis; a line at each median."""
    axis = LogAxis.over([*times.seconds, *times.previous_seconds])
    if axis is None:
        return Markup("")
    samples = (
        (review.quarter, times.seconds, times.counted),
        (review.quarter.moved(-1), times.previous_seconds, times.previous_counted),
    )
    inside: list[Markup] = []
    for row, (quarter, seconds, counted) in enumerate(samples):
        inside.append(_label(f"{quarter} · n = {formats.number(len(seconds))}", _middle(row)))
        inside += _strip(axis, seconds, counted, _middle(row))
    inside += _ticks(axis, len(samples))
    return _figure(_("{title}: a dot is an incident, the line is the median").format(title=title), inside, 3)


def _strip(axis: LogAxis, seconds: Sequence[int], counted: Sequence[Facts], middle: int) -> Iterator[Markup]:
    """The median, and a dot an incident that says which it is and leads to it."""
    if seconds:
        x = _x(axis, median(seconds))
        yield Markup('<line class="median" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(x, middle - 13, middle + 13)
    for one, facts in zip(seconds, counted, strict=True):
        said = f"{facts.id} {one_line(clean(facts.title))}: {span_text(one)}"
        dot = Markup('<circle class="dot" cx="{}" cy="{}" r="{}"><title>{}</title></circle>')
        yield Markup('<a href="#{}">{}</a>').format(facts.id, dot.format(_x(axis, one), middle, _DOT, said))


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
