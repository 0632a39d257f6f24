"""A chain of any length stands in five lines, and nothing of it is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.five_lines import five_lines, shared
from model.whys import Why
from tests.building import record_id


def chain(length: int) -> list[Why]:
    return [Why(id=record_id(number), text=f"why {number}") for number in range(1, length + 1)]


def texts(length: int, begins: int = 0) -> list[tuple[int, int, int, int]]:
    return [(line.first, line.last, line.level, len(line.whys)) for line in five_lines(chain(length), begins)]


def test_a_short_chain_has_a_line_a_why() -> None:
    assert texts(3) == [(1, 1, 0, 1), (2, 2, 1, 1), (3, 3, 2, 1)]


def test_the_middle_of_a_long_chain_shares_the_fourth_line_and_the_last_why_is_the_root() -> None:
    assert texts(8)[3:] == [(4, 7, 3, 4), (8, 8, 4, 1)]


def test_a_branch_goes_on_after_what_it_shares() -> None:
    assert texts(8, 5) == [(6, 7, 3, 2), (8, 8, 4, 1)]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 60), st.data())
def test_five_lines_hold_every_why_once_and_in_order(length: int, data: st.DataObject) -> None:
    begins = data.draw(st.integers(0, length - 1))
    whys = chain(length)
    lines = five_lines(whys, begins)
    assert [why for line in lines for why in line.whys] == whys[begins:]
    assert 1 <= len(lines) + bool(begins) <= 5
    assert all(line.last - line.first + 1 == len(line.whys) for line in lines)


def test_what_a_branch_shares_is_found_at_the_latest_chain_that_has_it() -> None:
    first, second, third, other = chain(4)
    assert shared((first, second, third), []) == (0, 0)
    assert shared((first, second, other), [(first, second, third)]) == (2, 1)
    assert shared((other,), [(first, second)]) == (0, 0)
    assert shared((first, other), [(first, second, third), (third,)]) == (1, 1)
