"""Intervals by resampling: the same figures give the same interval, on every machine."""

from collections.abc import Iterator, Sequence
from math import fsum
from random import Random
from statistics import median

from model.statistics.quantile import of_sorted

__all__ = ["LEVEL", "RESAMPLES", "SEED", "medians", "of_mean_and_median", "percentiles"]

SEED = 20261123
RESAMPLES = 10_000
LEVEL = 0.95
_DRAWN = 200
"""Figures up to which the median of a resample is taken of its figures; of more it is drawn at once."""

Interval = tuple[float, float]


def of_mean_and_median(ordered: Sequence[float]) -> tuple[Interval, Interval]:
    """The percentile bootstrap intervals of both (Efron and Tibshirani 1993, chapter 13), of figures in order."""
    n, generator = len(ordered), Random(SEED)
    if n > _DRAWN:
        means = [fsum(generator.choices(ordered, k=n)) / n for _ in range(RESAMPLES)]
        return percentiles(means), percentiles(list(medians(ordered, generator)))
    drawn = [_resample(ordered, generator) for _ in range(RESAMPLES)]
    return percentiles([fsum(figures) / n for figures in drawn]), percentiles([median(figures) for figures in drawn])


def medians(ordered: Sequence[float], generator: Random) -> Iterator[float]:
    """The medians of 10,000 resamples of figures in order.

    The places of a resample are as many even draws from 0 to 1. The k-th of n such draws is Beta(k, n + 1 − k), and the
    one after it is the least of n − k even draws from there to 1 (David and Nagaraja 2003, chapter 2): of many figures
    the middle one or two are drawn so, in place of all of them.
    """
    n = len(ordered)
    if n <= _DRAWN:
        yield from (median(_resample(ordered, generator)) for _ in range(RESAMPLES))
        return
    middle = (n + 1) // 2
    for _ in range(RESAMPLES):
        place = generator.betavariate(middle, n + 1 - middle)
        figure = _at(ordered, place)
        if n % 2 == 0:
            place += (1 - place) * (1 - (1 - generator.random()) ** (1 / (n - middle)))
            figure = (figure + _at(ordered, place)) / 2
        yield figure


def percentiles(figures: Sequence[float]) -> Interval:
    """What the middle 95 % of the figures lie between."""
    ordered = sorted(figures)
    tail = (1 - LEVEL) / 2
    return of_sorted(ordered, tail), of_sorted(ordered, 1 - tail)


def _resample(sample: Sequence[float], generator: Random) -> list[float]:
    """As many figures as there are, each drawn from all of them."""
    n, draw = len(sample), generator.random
    return [sample[int(draw() * n)] for _ in range(n)]


def _at(ordered: Sequence[float], place: float) -> float:
    """The figure that a draw from 0 to 1 hits."""
    return ordered[min(int(place * len(ordered)), len(ordered) - 1)]
