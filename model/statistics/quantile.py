"""Quantiles of type 7 (Hyndman and Fan 1996), as spreadsheets and most libraries reckon them."""

from collections.abc import Sequence
from math import floor

__all__ = ["of_sorted", "quantile"]


def quantile(sample: Sequence[float], share: float) -> float:
    """The figure below which that share of the sample lies; the sample is not empty."""
    return of_sorted(sorted(sample), share)


def of_sorted(ordered: Sequence[float], share: float) -> float:
    """The same of figures that are in order already."""
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
