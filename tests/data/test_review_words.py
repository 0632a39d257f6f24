"""What the review says of its figures: as much as they hold, and no more."""

import pytest

from data.quarter.words import comparison_text, deciding_text, p_text
from model.statistics import compare


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.0, "p < 0.001"),
        (3e-7, "p < 0.001"),
        (0.000999, "p < 0.001"),
        (0.001, "p = 0.001"),
        (0.0479, "p = 0.0479"),
        (0.05, "p = 0.05"),
        (0.049996, "p = 0.049996"),
        (0.242807, "p = 0.243"),
        (0.9996, "p = 1"),
        (1.0, "p = 1"),
    ],
)
def test_p_is_never_nought_and_stays_on_its_side_of_the_limit(p: float, said: str) -> None:
    assert p_text(p) == said


def test_a_comparison_says_how_p_was_reckoned_and_which_interval_decides() -> None:
    said = comparison_text(compare([12, 18, 25, 31, 38, 47, 64, 95, 180, 610], [9, 14, 16, 22, 27, 35, 41, 58, 120]))
    assert "p = 0.243 (exact)" in said
    assert "typical ratio 0.59; ratio of the medians 0.2 to 1.49" in said
    assert "(approximate)" in comparison_text(compare(range(1, 51), range(2, 52)))


def test_where_there_is_no_ratio_the_difference_is_said() -> None:
    said = comparison_text(compare([0] * 9, [60 * n for n in range(1, 10)]))
    assert "typical difference 5 min" in said
    assert "leaves out 0" in deciding_text(compare([0] * 9, [60 * n for n in range(1, 10)]))
    assert "leaves out 1" in deciding_text(compare([1], [2]))
    assert "difference of the medians 2 min to 8 min" in said
