"""Statistics of small samples with heavy tails: what can be said, and how sure one can be of it."""

from model.statistics.compare import SIGNIFICANT, Comparison, Verdict, compare
from model.statistics.describe import Description, describe
from model.statistics.proportion import wilson
from model.statistics.quantile import quantile

__all__ = ["SIGNIFICANT", "Comparison", "Description", "Verdict", "compare", "describe", "quantile", "wilson"]
