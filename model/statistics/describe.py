"""One sample: its middle, its spread, its tail, and how sure the middle is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, fsum, log
from statistics import median

from model.statistics.bootstrap import of_mean_and_median
from model.statistics.quantile import of_sorted

__all__ = ["Description", "describe"]

FEWEST = 2
"""Figures that an interval needs."""


@dataclass(frozen=True, slots=True)
class Description:
    """A sample in figures, in its own unit; nothing where there are too few."""

    n: int
    mean: float | None
    median: float | None
    q1: float | None
    q3: float | None
    p90: float | None
    geometric_mean: float | None
    """Of the figures, where all of them are above nought."""
    mean_interval: tuple[float, float] | None
    """95 %, by a percentile bootstrap of 10,000 resamples with a fixed seed; so is the median's."""
    median_interval: tuple[float, float] | None


def describe(sample: Sequence[float]) -> Description:
    """The sample's figures."""
    return _describe(tuple(sorted(sample)))


@lru_cache(maxsize=64)
def _describe(ordered: tuple[float, ...]) -> Description:
    n = len(ordered)
    if not n:
        return Description(0, None, None, None, None, None, None, None, None)
    of_mean, of_median = of_mean_and_median(ordered) if n >= FEWEST else (None, None)
    return Description(
        n=n,
        mean=mean(ordered),
        median=median(ordered),
        q1=of_sorted(ordered, 0.25),
        q3=of_sorted(ordered, 0.75),
        p90=of_sorted(ordered, 0.9),
        geometric_mean=exp(fsum(log(figure) for figure in ordered) / n) if ordered[0] > 0 else None,
        mean_interval=of_mean,
        median_interval=of_median,
    )


def mean(sample: Sequence[float]) -> float:
    """The arithmetic mean."""
    return fsum(sample) / len(sample)
