"""The lines of the quarterly review that are pictures: bars, and a heat map."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from rich.cells import cell_len, set_cell_size

from data import formats
from data.language import _
from data.quarter.words import category_name, costs_text, costs_within
from model.review import Review
from model.review.answers import QuarterCost
from model.review.heat import Heat
from model.review.totals import in_currency
from screens.behind import Evidence
from screens.columns import right, shortened_inside
from screens.drawings import bar, shade
from screens.review_list import Answer, Parts, incidents_text, sources

__all__ = ["cost_lines", "factor_lines"]

_NAME, _QUARTER, _CELL = 36, 7, 8
_SHORT_COST, _LEAST_BAR = 9, 6


def cost_lines(quarters: Sequence[QuarterCost]) -> Iterator[Answer]:
    """A bar a quarter, from nought; of several currencies the commonest is drawn."""
    found = [money.currency for one in quarters for money in one.total]
    currency = max(dict.fromkeys(found), key=found.count) if found else ""
    for number, one in enumerate(quarters):
        how = (
            _("The whole cost of the incidents that began in it: {n}, of {m} of which nothing is known.").format(
                n=formats.number(len(one.incidents)), m=formats.number(one.unknown)
            ),
            _("Live ones do not count yet; currencies are never added to each other."),
        )
        title = _("Cost of {quarter}").format(quarter=one.quarter)
        figures = [(_("Total cost"), costs_text(one.total) if one.total else "–")]
        evidence = Evidence(title, " ".join(how), sources(one.incidents, "cost"), figures)
        yield Answer("" if number else _("Cost"), partial(_cost, quarters, number, currency), how, evidence)


def _cost(quarters: Sequence[QuarterCost], number: int, currency: str, room: int) -> Parts:
    costs, counts, width = _cost_columns(quarters, currency, room)
    most = max(in_currency(one.total, currency) or Decimal(0) for one in quarters)
    amount = in_currency(quarters[number].total, currency) or Decimal(0)
    drawn = set_cell_size(bar(float(amount / most) if most > 0 else 0.0, width), width)
    parts = [("-muted", f"{quarters[number].quarter} "), ("-mark", f"{drawn} " if width else "")]
    return [*parts, ("-plain", costs[number]), ("-muted", f"  {counts[number]}")]


def _cost_columns(
    quarters: Sequence[QuarterCost], currency: str, room: int
) -> tuple[Sequence[str], Sequence[str], int]:
    """The costs and counts of all quarters, and the cells that are left for the bars: the same for all."""
    counts = [incidents_text(len(one.incidents)) for one in quarters]
    short = [f"n {formats.number(len(one.incidents))}" for one in quarters]
    if any(one.unknown for one in quarters):
        for row, one in enumerate(quarters):
            unknown = _("{n} not known").format(n=formats.number(one.unknown))
            counts[row], short[row] = (f"{text}, {unknown}" for text in (counts[row], short[row]))
    full = [costs_text(one.total) if one.total else "–" for one in quarters]
    brief = [costs_within(one.total, _SHORT_COST, currency) if one.total else "–" for one in quarters]
    columns = [(full, counts), (brief, counts), (brief, short), (brief, [text.partition(",")[0] for text in short])]
    lefts = [room - _QUARTER - 1 - 3 - _widest(costs) - _widest(texts) for costs, texts in columns]
    chosen = next((n for n, left in enumerate(lefts) if left >= _LEAST_BAR), None)
    if chosen is None:
        chosen = next((n for n, left in enumerate(lefts) if left >= -1), len(columns) - 1)
    costs, texts = columns[chosen]
    widest = _widest(costs)
    return [right(text, widest) for text in costs], texts, lefts[chosen] if lefts[chosen] >= _LEAST_BAR else 0


def _widest(texts: Sequence[str]) -> int:
    return max(map(cell_len, texts), default=0)


def factor_lines(review: Review) -> Iterator[Answer]:
    """The heat map: a line a factor, a column a quarter."""
    how = (
        _("The mean of the scores from 0 to 3, of the incidents that scored the factor; shaded · ░ ▒ ▓ █ as it grows."),
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
        explained = _("Significant in the incidents below. {how}").format(how=how[0])
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
    parts = [("-plain", set_cell_size(shortened_inside(category_name(row.name), name), name))]
    for cell in row.cells[-count:]:
        text = f"{shade(cell.mean) * 3} {right(_heat(cell.mean), 3)}" if cell.mean is not None else "–"
        parts.append(("-mark" if (cell.mean or 0) >= 1.5 else "-plain", f" {right(text, _CELL)}"))
    return parts


def _heat(mean: float | None) -> str:
    return "–" if mean is None else formats.typed_number(Decimal(f"{mean:.1f}"))
