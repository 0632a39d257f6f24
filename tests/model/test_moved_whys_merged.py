"""Whys that were moved in two copies at once: no circle comes of it, in whichever order the copies come together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.merge import merge
from tests.scribes import Act, Clock, Scribe, opened

moved = st.lists(st.tuples(st.just("move"), st.integers(0, 6), st.integers(0, 40)), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60)
@given(st.tuples(moved, moved, moved))
def test_no_circle_is_left_in_any_order(moves: tuple[list[Act], ...]) -> None:
    first = Scribe(Clock())
    for number in range(4):
        first.act(("why", 6, 2 + 3 * number))
    scribes = [first.fork(0) for _ in moves]
    for scribe, theirs in zip(scribes, moves, strict=True):
        for act in theirs:
            scribe.act(act)
    a, b, c = (scribe.tables for scribe in scribes)
    together = merge(merge(a, b).tables, c).tables
    assert together == merge(a, merge(b, c).tables).tables == merge(merge(c, a).tables, b).tables
    whys = opened(together).whys
    assert len(whys.root) == 4
    assert all(why.id not in whys.below(why.id) for why in whys.root)


def test_of_two_whys_each_moved_below_the_other_the_older_begins_the_chain() -> None:
    first = Scribe(Clock())
    for how in (2, 5):
        first.act(("why", 0, how))
    first.act(("move", 1, 0))
    one, two = first.fork(0), first.fork(0)
    one.act(("move", 0, 1))
    two.act(("move", 1, 2))
    (chain,) = opened(merge(one.tables, two.tables).tables).whys.chains()
    assert [why.text for why in chain] == ["why 2", "why 5"]
