"""The figures of the quarterly review: against figures worked out elsewhere, and against SciPy."""

from functools import cache
from math import log
from random import Random
from statistics import median
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.review.likeness import Corpus
from model.statistics import Verdict, compare, describe, quantile, wilson
from model.statistics.bootstrap import medians

BEFORE = [12, 18, 25, 31, 38, 47, 64, 95, 180, 610]
AFTER = [9, 14, 16, 22, 27, 35, 41, 58, 120]
"""Minutes to resolve in two quarters."""
SAMPLES = st.lists(st.integers(1, 2_000), min_size=1, max_size=14)


@cache
def scipy_stats() -> Any:
    """SciPy's statistics take more than a second to load: not in every process that only reads this file."""
    from scipy import stats

    return stats


def test_the_check_sample_is_described_to_the_last_digit() -> None:
    before, after = describe(BEFORE), describe(AFTER)
    assert (before.n, before.mean, before.median, before.q1, before.q3) == (10, 112, 42.5, 26.5, 87.25)
    assert before.p90 == pytest.approx(223)
    assert before.geometric_mean == pytest.approx(53.704946, abs=1e-6)
    assert before.mean_interval == pytest.approx((34.8, 233.4))
    assert before.median_interval == pytest.approx((24.5, 122))
    assert (after.mean, after.median, after.q1, after.q3) == (38, 27, 16, 41)
    assert after.p90 == pytest.approx(70.4)
    assert after.mean_interval == pytest.approx((20.444444, 61.777778), abs=1e-6)
    assert after.median_interval == pytest.approx((14, 58))


def test_two_thirds_less_on_average_is_no_evidence_in_the_check_sample() -> None:
    found = compare(BEFORE, AFTER)
    assert found.verdict is Verdict.NO_EVIDENCE
    assert found.u == 60
    assert found.p_value == pytest.approx(0.242807, abs=1e-6)
    assert found.cliffs_delta == pytest.approx(1 / 3)
    assert found.shift == -15.5
    assert found.ratio == pytest.approx(0.594527, abs=1e-6)
    assert found.ratio_interval == pytest.approx((0.197183, 1.487179), abs=1e-6)


def test_the_share_that_is_done_has_an_interval() -> None:
    assert wilson(17, 23) == pytest.approx((0.535300, 0.874514), abs=1e-6)
    assert wilson(0, 5) == pytest.approx((0, 0.434482), abs=1e-6)
    assert wilson(0, 0) is None


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ([60 + n for n in range(10)], [10 + n for n in range(10)], Verdict.FASTER),
        ([10 + n for n in range(10)], [60 + n for n in range(10)], Verdict.SLOWER),
        ([60 + n for n in range(7)], [10 + n for n in range(10)], Verdict.TOO_FEW),
        ([5] * 9, [5] * 9, Verdict.NO_EVIDENCE),
        ([], [5], Verdict.TOO_FEW),
    ],
)
def test_a_verdict_needs_enough_figures_and_a_difference_that_is_not_chance(
    before: list[float], after: list[float], verdict: Verdict
) -> None:
    assert compare(before, after).verdict is verdict


MINUTES = [60.0 * n for n in range(5, 15)]
SECONDS = [float(n) for n in range(10)]


@pytest.mark.parametrize(
    ("before", "after", "verdict", "by_shift"),
    [
        (MINUTES, [0, *SECONDS[1:]], Verdict.FASTER, False),
        ([0, *MINUTES[1:]], SECONDS[1:], Verdict.FASTER, False),
        ([0, *SECONDS[1:]], MINUTES, Verdict.SLOWER, False),
        ([0] * 6 + SECONDS[1:5], MINUTES, Verdict.SLOWER, True),
        (MINUTES, [0] * 10, Verdict.FASTER, False),
        ([0] * 10, [0] * 10, Verdict.NO_EVIDENCE, True),
        ([0] * 9, [0] * 6 + [30, 60, 90], Verdict.NO_EVIDENCE, True),
    ],
)
def test_what_was_detected_at_once_takes_part_in_the_verdict(
    before: list[float], after: list[float], verdict: Verdict, by_shift: bool
) -> None:
    found = compare(before, after)
    assert (found.verdict, found.by_shift) == (verdict, by_shift)


def test_the_difference_of_the_medians_decides_where_the_first_may_be_nought() -> None:
    found = compare([0] * 6 + SECONDS[1:5], MINUTES)
    assert found.ratio_interval is None
    assert found.shift_interval is not None
    assert 0 < found.shift_interval[0] < 570 < found.shift_interval[1]


@settings(deadline=None, max_examples=40)
@given(SAMPLES, st.floats(0, 1))
def test_quantiles_are_those_of_scipy(sample: list[int], share: float) -> None:
    expected = scipy_stats().mstats.mquantiles(sample, prob=[share], alphap=1, betap=1)[0]
    assert quantile(sample, share) == pytest.approx(expected)


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(1, 10_000), min_size=4, max_size=20), st.data())
def test_without_ties_the_exact_p_is_that_of_scipy(figures: set[int], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(sorted(figures)))
    cut = data.draw(st.integers(1, len(mixed) - 1))
    found = compare(mixed[:cut], mixed[cut:])
    expected = scipy_stats().mannwhitneyu(mixed[:cut], mixed[cut:], method="exact")
    assert found.u == expected.statistic
    assert found.p_value == pytest.approx(expected.pvalue)


@settings(deadline=None, max_examples=15)
@given(st.lists(st.integers(1, 9), min_size=2, max_size=5), st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_with_ties_the_exact_p_is_that_of_scipys_permutations(first: list[int], second: list[int]) -> None:
    found = compare(first, second)
    expected = scipy_stats().permutation_test(
        (first, second),
        lambda one, other, axis: scipy_stats().mannwhitneyu(one, other, axis=axis, method="asymptotic").statistic,
        vectorized=True,
        n_resamples=10**6,
        permutation_type="independent",
    )
    assert found.p_value == pytest.approx(expected.pvalue)


def test_of_many_figures_the_p_is_scipys_approximation() -> None:
    first = [n % 17 + 3 for n in range(60)]
    second = [n % 13 + 1 for n in range(50)]
    found = compare(first, second)
    assert not found.exact
    assert found.p_value == pytest.approx(scipy_stats().mannwhitneyu(first, second, method="asymptotic").pvalue)


@settings(deadline=None, max_examples=20)
@given(SAMPLES, SAMPLES)
def test_comparing_the_other_way_around_says_the_opposite(first: list[int], second: list[int]) -> None:
    there, back = compare(first, second), compare(second, first)
    assert there.p_value == pytest.approx(back.p_value)
    assert there.cliffs_delta == pytest.approx(-(back.cliffs_delta or 0))
    assert there.ratio is not None
    assert back.ratio is not None
    assert log(there.ratio) == pytest.approx(-log(back.ratio))


@settings(deadline=None, max_examples=10)
@given(SAMPLES)
def test_intervals_hold_their_figure_and_are_the_same_each_time(sample: list[int]) -> None:
    found = describe(sample)
    if found.median_interval is None:
        assert len(sample) == 1
        return
    low, high = found.median_interval
    assert min(sample) <= low <= high <= max(sample)
    assert low <= median(sample) <= high
    describe.__globals__["_describe"].cache_clear()
    assert describe(sample) == found


@pytest.mark.parametrize("n", [201, 250])
def test_the_medians_of_many_figures_are_spread_as_those_of_whole_resamples(n: int) -> None:
    """The middle of a resample is drawn at once: it lands on each figure as often as if all had been drawn."""
    figures = [float(number) for number in range(n)]
    quick = list(medians(figures, Random(1)))
    slow = [median(figures[int(draw() * n)] for _ in range(n)) for draw in [Random(2).random] for _ in range(2_000)]
    assert len(quick) == 10_000
    for share in (0.025, 0.25, 0.5, 0.75, 0.975):
        assert quantile(quick, share) == pytest.approx(quantile(slow, share), abs=n / 60)


@given(st.lists(st.text("abcd ", max_size=30), min_size=1, max_size=8), st.floats(0.01, 1, allow_subnormal=False))
def test_none_that_is_as_alike_as_asked_for_is_passed_over(texts: list[str], least: float) -> None:
    words = [" ".join(f"word{letter}" for letter in text if letter != " ") for text in texts]
    corpus = Corpus.of({str(number): text for number, text in enumerate(words)})
    names = [str(number) for number in range(len(words))]
    of_all = {name: corpus.cosine("0", name) for name in names}
    assert corpus.among(names).alike("0", least) == {name: value for name, value in of_all.items() if value >= least}
