"""Two copies of one incident that went apart come together: in any order, and nothing is lost."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.tables import tables_of
from model.merge import merge
from model.merge.copies import Tables, canonical
from tests.building import incident
from tests.scribes import Act, Clock, Scribe, acts, opened


def content(tables: Tables) -> dict[str, list[str]]:
    """The tables without the numbers of their records."""
    return {word: sorted(map(canonical, table.values())) for word, table in tables.items()}


def united(*copies: Tables) -> Tables:
    first, *others = copies
    for other in others:
        first = merge(first, other).tables
    return first


def went_apart(before: list[Act], *after: list[Act], skews: tuple[int, ...] = (0, 0, 0)) -> list[Scribe]:
    """Scribes whose copies were one until each did something else."""
    first = Scribe(Clock())
    for act in before:
        first.act(act)
    scribes = [first.fork(skew) for _, skew in zip(after, skews, strict=False)]
    for place in range(max(map(len, after))):
        for scribe, theirs in zip(scribes, after, strict=True):
            if place < len(theirs):
                scribe.act(theirs[place])
    return scribes


@settings(deadline=None, max_examples=150)
@given(acts, acts, acts, acts, st.tuples(*[st.sampled_from([0, 0, 40, -40])] * 3))
def test_copies_come_together_in_any_order(
    before: list[Act], one: list[Act], two: list[Act], three: list[Act], skews: tuple[int, int, int]
) -> None:
    a, b, c = (scribe.tables for scribe in went_apart(before, one, two, three, skews=skews))
    assert merge(a, b) == merge(b, a)
    assert united(united(a, b), c) == united(a, united(b, c)) == united(united(c, a), b)
    assert united(united(a, b), b) == united(a, b) == united(a, united(a, b)) == united(united(a, b), united(a, b))
    opened(united(a, b, c))


@settings(deadline=None, max_examples=100)
@given(acts, acts)
def test_a_copy_stays_as_it_is_beside_itself_and_beside_what_it_was(before: list[Act], after: list[Act]) -> None:
    scribe = Scribe(Clock())
    was = [scribe.tables]
    for act in before + after:
        scribe.act(act)
        was.append(scribe.tables)
    now = scribe.incident
    for earlier in was:
        merged = merge(scribe.tables, earlier)
        assert opened(merged.tables) == now
        assert merged.conflicts == ()
        if not any(name == "redo" for name, _, _ in before + after):
            assert content(merged.tables) == content(scribe.tables)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), acts.map(lambda some: some[:3])), min_size=1, max_size=6
    ),
)  # fmt: skip
def test_copies_that_meet_again_and_again_end_as_one(rounds: list[tuple[int, int, list[Act]]]) -> None:
    first = Scribe(Clock())
    scribes = [first, first.fork(30), first.fork(-30)]
    for mine, other, some in rounds:
        for act in some:
            scribes[mine].act(act)
        merged = merge(scribes[mine].tables, scribes[other].tables).tables
        scribes[mine].take(merged)
    a, b, c = (scribe.tables for scribe in scribes)
    assert united(united(a, b), c) == united(a, united(b, c)) == united(united(c, a), b)
    opened(united(a, b, c))


@pytest.mark.parametrize(
    "step",
    [
        {"section": "incident", "record": "", "before": {}, "after": {"id": "INC-20261123-ZZZZ"}},
        {"section": "incident", "record": "", "before": {}, "after": None},
        {"section": "notes", "record": "1", "before": None, "after": {"id": 3}},
        {"section": "history", "record": "h", "before": {}, "after": {"at": 3}},
        {"section": "actions", "record": "q", "before": None, "after": {"number": {}, "text": "do"}},
        {"section": "summary", "record": "summary", "before": {}, "after": None},
        {"section": "cost", "record": "cost", "before": {}, "after": {"currency": {}, "brand": [1]}},
    ],
)
def test_a_line_that_says_what_cannot_be_changes_no_record(step: dict[str, Any]) -> None:
    plain = tables_of(incident())
    line = {"id": "h", "at": "2026-11-23T12:00:00Z", "by": "omar", "name": "odd", "steps": [step]}
    odd = {**plain, "history": {"1": line}}
    merged = merge(odd, plain)
    assert opened(merged.tables) == opened(plain)
    assert merge(plain, odd) == merged
    assert line in merged.tables["history"].values()
    assert merge(merged.tables, odd).tables == merged.tables
