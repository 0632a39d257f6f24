"""A share of a number, such as of the actions that are done, and how sure it is."""

from math import sqrt

__all__ = ["wilson"]

_Z = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % above it."""


def wilson(count: int, of: int) -> tuple[float, float] | None:
    """The 95 % interval of a proportion (Wilson 1927); none where there is nothing to count."""
    if not of:
        return None
    share, square = count / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)
