"""How each figure of the review comes about."""

from collections.abc import Iterator
from decimal import Decimal

from data import formats
from data.language import _
from model.factors import SIGNIFICANT as SCORED
from model.review.repeats import ALIKE
from model.statistics import FEWEST, NOTABLE, SIGNIFICANT

__all__ = ["definitions"]


def definitions() -> Iterator[str]:
    """How each figure is reckoned, a sentence or two each."""
    yield _("An incident belongs to the quarter in which it started, on its own calendar.")
    yield _(
        "An incident that lacks a milestone, or has its milestones in the wrong order, counts in no figure that needs "
        "them; how many these are is shown apart."
    )
    yield _("Quantiles are of type 7; intervals are percentile bootstraps of 10,000 resamples with a fixed seed.")
    yield _(
        "Faster or slower is said only with at least {fewest} incidents in both quarters, p below {p}, an effect "
        "(Cliff’s delta) of at least {delta} and an interval of the ratio of medians that leaves out 1. Where the "
        "median of the quarter before may well be nought, the interval of their difference has to leave out 0."
    ).format(fewest=FEWEST, p=_figure(SIGNIFICANT), delta=_figure(NOTABLE))
    yield _(
        "p is that of the two-sided Mann–Whitney U test: exact up to 900 pairs of figures, beyond that by the normal "
        "approximation; which of the two stands beside it."
    )
    yield _(
        "The typical ratio is that of Hodges and Lehmann: the median of all ratios of a figure of this quarter to one "
        "of the quarter before; the typical difference likewise."
    )
    yield _(
        "A cost counts in each category of its incident; currencies are never added to each other. What is ranked by "
        "cost is ranked in the quarter’s commonest currency, and what cost in others alone comes after."
    )
    yield _(
        "All actions of the quarter’s incidents count that were not cancelled, as they stand today. An action is late "
        "when it was done after its deadline, and overdue when it is open after it: overdue ones are open, too. The "
        "interval of the share that is done is Wilson’s, of 95 %."
    )
    yield _(
        "A repeat has the same category and similar final whys, or the same service and one of three: the same failure "
        "mode, similar words, the same category. "
        "Words are similar from a cosine of {alike} on, weighed by how rare they are (TF-IDF)."
    ).format(alike=_figure(ALIKE))
    yield _(
        "To automate: what is one of a pair of repeats that nobody rejected, by service and category; what customers "
        "or people inside found; what they did not find, but has monitoring scored {least} or more, or as its root "
        "cause; what has capacity scored {least} or more, or as its root cause. Only the quarter’s incidents count and "
        "cost; earlier ones of that service and category are told beside them."
    ).format(least=int(SCORED))


def _figure(figure: float) -> str:
    return formats.number(Decimal(str(figure)))
