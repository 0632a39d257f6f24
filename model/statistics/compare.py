"""Two samples: is the second smaller than the first, or can one not tell?"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import erfc, exp, log, sqrt
from random import Random
from statistics import median

from model.statistics.bootstrap import SEED, medians, percentiles

__all__ = ["FEWEST", "NOTABLE", "SIGNIFICANT", "Comparison", "Verdict", "compare"]

FEWEST = 8
"""Figures that each sample needs before anything is said."""
SIGNIFICANT = 0.05
NOTABLE = 0.33
"""Cliff's delta from which a difference is more than small (Romano and others 2006)."""
_MOST_EXACT = 900
"""Pairs up to which every way to share out the ranks is counted."""
_MOST_PAIRS, _HALVINGS = 40_000, 60
_LEFT_OUT = 0.01
"""The share of resamples without a ratio up to which there is an interval of it."""
Interval = tuple[float, float]


class Verdict(StrEnum):
    """What can be said of times."""

    FASTER = "faster"
    SLOWER = "slower"
    NO_EVIDENCE = "no-evidence"
    TOO_FEW = "too-few"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The second sample against the first."""

    verdict: Verdict
    u: float | None = None
    """The Mann–Whitney U of the first sample: in how many pairs its figure is the larger one; a tie is half a pair."""
    p_value: float | None = None
    """Two-sided; exact where there are few figures, with ties as they are."""
    exact: bool = False
    cliffs_delta: float | None = None
    """From −1 to 1: above 0, figures of the first tend to be larger."""
    shift: float | None = None
    """The Hodges–Lehmann shift: the median of all differences, second less first."""
    ratio: float | None = None
    """The Hodges–Lehmann ratio: the median of all ratios, second to first; where all figures are above nought."""
    ratio_interval: tuple[float, float] | None = None
    """95 %, of the ratio of the medians, by a bootstrap with a fixed seed; none where the first may well be nought."""
    shift_interval: tuple[float, float] | None = None
    """95 %, of the difference of the medians, second less first, from the same resamples."""

    @property
    def by_shift(self) -> bool:
        """Whether the difference of the medians decides, as there is no ratio of them."""
        return self.ratio_interval is None and self.shift_interval is not None


def compare(first: Sequence[float], second: Sequence[float]) -> Comparison:
    """What the second sample says against the first.

    Faster only where p < 0.05, |delta| ≥ 0.33 and the interval of the ratio of medians lies below 1; slower likewise.
    Where the first median may well be nought there is no such ratio: the interval of their difference must leave out 0.
    """
    return _compare(tuple(first), tuple(second))


@lru_cache(maxsize=32)
def _compare(first: tuple[float, ...], second: tuple[float, ...]) -> Comparison:
    if not first or not second:
        return Comparison(Verdict.TOO_FEW)
    pairs = len(first) * len(second)
    u = _u(first, sorted(second))
    delta = 2 * u / pairs - 1
    exact = pairs <= _MOST_EXACT
    p = _exact(first, second, u) if exact else _normal(first, second, u)
    positive = min(first) > 0 and min(second) > 0
    ratio = exp(_middle_difference([log(a) for a in first], [log(b) for b in second])) if positive else None
    ratio_interval, shift_interval = _of_medians(first, second)
    shift = _middle_difference(first, second)
    verdict = Verdict.TOO_FEW
    if min(len(first), len(second)) >= FEWEST:
        verdict = _verdict(p, delta, (shift_interval, 0) if ratio_interval is None else (ratio_interval, 1))
    return Comparison(verdict, u, p, exact, delta, shift, ratio, ratio_interval, shift_interval)


def _u(first: Sequence[float], ordered: Sequence[float]) -> float:
    """In how many pairs the figure of the first is the larger one; a tie is half a pair."""
    return sum((bisect_left(ordered, a) + bisect_right(ordered, a)) / 2 for a in first)


def _middle_difference(first: Sequence[float], second: Sequence[float]) -> float:
    """The median of all differences, second less first; of very many pairs to twelve digits, without making them."""
    if len(first) * len(second) <= _MOST_PAIRS:
        return median([b - a for a in first for b in second])
    ones, others = sorted(first), sorted(second)
    half = len(first) * len(second) / 2
    low, high = others[0] - ones[-1], others[-1] - ones[0]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(bisect_right(others, middle + a) for a in ones) < half:
            low = middle
        else:
            high = middle
    return high


def _verdict(p: float, delta: float, decides: tuple[tuple[float, float], int]) -> Verdict:
    """What p, the effect, and an interval with the figure that stands for no change allow to say."""
    (low, high), unchanged = decides
    if p >= SIGNIFICANT or abs(delta) < NOTABLE:
        return Verdict.NO_EVIDENCE
    if delta > 0 and high < unchanged:
        return Verdict.FASTER
    return Verdict.SLOWER if delta < 0 and low > unchanged else Verdict.NO_EVIDENCE


def _doubled_ranks(figures: Sequence[float]) -> dict[float, int]:
    """Twice the middle rank of each figure, so that ties have whole ones."""
    ranks: dict[float, int] = {}
    below = 0
    for figure, count in sorted(Counter(figures).items()):
        ranks[figure] = 2 * below + count + 1
        below += count
    return ranks


def _exact(first: Sequence[float], second: Sequence[float], u: float) -> float:
    """The two-sided p of U among all ways to share the figures out (Mann and Whitney 1947), ties included."""
    together = (*first, *second)
    ranks, n = _doubled_ranks(together), len(first)
    ways: list[Counter[int]] = [Counter({0: 1}), *(Counter[int]() for _ in range(n))]
    for figure in together:
        rank = ranks[figure]
        for size in range(n, 0, -1):
            here = ways[size]
            for total, count in ways[size - 1].items():
                here[total + rank] += count
    observed = round(2 * u) + n * (n + 1)
    every = ways[n].total()
    least = sum(count for total, count in ways[n].items() if total <= observed)
    most = sum(count for total, count in ways[n].items() if total >= observed)
    return min(1.0, 2 * min(least, most) / every)


def _normal(first: Sequence[float], second: Sequence[float], u: float) -> float:
    """The two-sided p of U by the normal approximation, corrected for ties and for continuity."""
    n, m = len(first), len(second)
    total = n + m
    ties = sum(count**3 - count for count in Counter((*first, *second)).values())
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    if variance <= 0:
        return 1.0
    distance = max(0.0, abs(u - n * m / 2) - 0.5)
    return erfc(distance / sqrt(variance) / sqrt(2))


def _of_medians(first: Sequence[float], second: Sequence[float]) -> tuple[Interval | None, Interval]:
    """The intervals of the ratio and of the difference of the medians, from the same resamples.

    A resample whose first median is nought has no ratio: very few are left out, with more there is no interval of it.
    """
    generator = Random(SEED)
    before, after = medians(sorted(first), generator), medians(sorted(second), generator)
    drawn = list(zip(before, after, strict=True))
    ratios = [later / earlier for earlier, later in drawn if earlier > 0]
    of_ratio = percentiles(ratios) if len(ratios) >= (1 - _LEFT_OUT) * len(drawn) else None
    return of_ratio, percentiles([later - earlier for earlier, later in drawn])
