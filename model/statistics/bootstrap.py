"""Intervals by resampling: the same figures give the same interval, on every machine."""

from collections.abc import Callable, Sequence
from random import Random

from model.statistics.quantile import of_sorted

__all__ = ["LEVEL", "RESAMPLES", "SEED", "interval", "percentiles", "resamples"]

SEED = 20261123
RESAMPLES = 10_000
LEVEL = 0.95


def resamples(sample: Sequence[float], generator: Random) -> list[float]:
    """As many figures as there are, each drawn from all of them."""
    n = len(sample)
    return [sample[int(generator.random() * n)] for _ in range(n)]


def interval(sample: Sequence[float], figure: Callable[[Sequence[float]], float]) -> tuple[float, float]:
    """The percentile bootstrap interval of a figure of the sample (Efron and Tibshirani 1993, chapter 13)."""
    generator = Random(SEED)
    return percentiles([figure(resamples(sample, generator)) for _ in range(RESAMPLES)])


def percentiles(figures: Sequence[float]) -> tuple[float, float]:
    """What the middle 95 % of the figures lie between."""
    ordered = sorted(figures)
    tail = (1 - LEVEL) / 2
    return of_sorted(ordered, tail), of_sorted(ordered, 1 - tail)
