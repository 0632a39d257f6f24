"""Pictures in characters: nothing is lost in them, and nothing stands outside."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.review.axis import LogAxis
from screens.drawings import bar, dots, shade

AXIS = LogAxis(60, 3600)


def test_a_dot_stands_where_its_duration_is_and_equal_ones_are_stacked() -> None:
    assert dots([60], AXIS, 5) == "⡀    "
    assert dots([3600, 3600], AXIS, 5) == "    ⢠"
    assert dots([60] * 9, AXIS, 5) == "⡇    "


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**7), max_size=60), st.integers(1, 60))
def test_dots_are_as_wide_as_they_may_be(seconds: list[int], width: int) -> None:
    drawn = dots(seconds, AXIS, width)
    assert len(drawn) == width
    assert (drawn.strip() == "") == (not seconds)


def test_a_bar_begins_at_nought_and_what_is_not_nought_is_seen() -> None:
    assert [bar(share, 4) for share in (0, 0.001, 0.5, 0.6, 1, 7)] == ["", "▏", "██", "██▍", "████", "████"]


def test_shades_tell_five_steps_and_nothing_known_apart() -> None:
    assert [shade(mean) for mean in (None, 0, 0.5, 1, 2, 3)] == [" ", "·", "░", "▒", "▓", "█"]
