"""Statistics of small samples with heavy tails: what can be said, and how sure one can be of it."""

from model.statistics.compare import FEWEST, NOTABLE, SIGNIFICANT, Comparison, Verdict, compare
from model.statistics.describe import Description, describe
from model.statistics.proportion import wilson
from model.statistics.quantile import quantile

__all__ = [
    "FEWEST",
    "NOTABLE",
    "SIGNIFICANT",
    "Comparison",
    "Description",
    "Verdict",
    "compare",
    "describe",
    "quantile",
    "wilson",
]
