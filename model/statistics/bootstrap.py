"""Intervals by resampling: the same figures give the same interval, on every machine."""

from collections.abc import Callable, Iterator, Sequence
from random import Random

from model.statistics.quantile import of_sorted

__all__ = ["LEVEL", "RESAMPLES", "SEED", "how_many", "intervals", "percentiles", "resamples"]

SEED = 20261123
RESAMPLES = 10_000
_DRAWS = 2_000_000
_FEWEST = 1_000
LEVEL = 0.95


def resamples(sample: Sequence[float], generator: Random) -> list[float]:
    """As many figures as there are, each drawn from all of them."""
    n, draw = len(sample), generator.random
    return [sample[int(draw() * n)] for _ in range(n)]


def how_many(figures: int) -> int:
    """How many resamples are drawn of that many figures: 10,000; of more than 200 fewer, but never below 1,000."""
    return min(RESAMPLES, max(_FEWEST, _DRAWS // max(1, figures)))


def intervals(sample: Sequence[float], *figures: Callable[[Sequence[float]], float]) -> list[tuple[float, float]]:
    """The percentile bootstrap interval of each figure of the sample (Efron and Tibshirani 1993, chapter 13)."""
    generator = Random(SEED)
    drawn = [[figure(again) for figure in figures] for again in _again(sample, generator)]
    return [percentiles(list(of_figure)) for of_figure in zip(*drawn, strict=True)]


def _again(sample: Sequence[float], generator: Random) -> Iterator[list[float]]:
    return (resamples(sample, generator) for _ in range(how_many(len(sample))))


def percentiles(figures: Sequence[float]) -> tuple[float, float]:
    """What the middle 95 % of the figures lie between."""
    ordered = sorted(figures)
    tail = (1 - LEVEL) / 2
    return of_sorted(ordered, tail), of_sorted(ordered, 1 - tail)
