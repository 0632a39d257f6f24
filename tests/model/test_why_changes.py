"""Changes of the whys: the category stays at the end of its chain, and no answer hangs in the air."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.change import Change, applied
from model.incident import Incident
from model.message import Refused
from model.why_changes import answer, move, removal, set_category, subtree_removal
from model.whys import Why
from tests.building import NOON, incident, record_id


def why(number: int, parent: int | None = None, **values: Any) -> dict[str, Any]:
    above = None if parent is None else record_id(parent)
    return {"id": record_id(number), "parent": above, "text": f"why {number}", **values}


def found(written: Incident, number: int) -> Why:
    item = written.whys.find(record_id(number))
    assert item is not None
    return item


def chains(written: Incident) -> list[list[tuple[str, str | None]]]:
    return [[(item.text, item.category) for item in chain] for chain in written.whys.chains()]


def after(written: Incident, change: Change | None) -> Incident:
    """The incident after the change, which undo can take back."""
    assert change is not None
    changed = applied(written, change.steps)
    assert applied(changed, change.inverse().steps).whys == written.whys
    return changed


def test_a_first_answer_begins_a_chain() -> None:
    assert chains(after(incident(), answer(incident(), None, "pool empty", NOON))) == [[("pool empty", None)]]


def test_asking_further_hands_the_category_down_to_the_new_end() -> None:
    written = incident(whys=[why(1, category="testing")])
    changed = after(written, answer(written, found(written, 1), "deeper", NOON))
    assert chains(changed) == [[("why 1", None), ("deeper", "testing")]]


def test_a_branch_leaves_the_category_of_the_other_chain_alone() -> None:
    written = incident(whys=[why(1), why(2, 1, category="testing")])
    changed = after(written, answer(written, found(written, 1), "beside", NOON))
    assert chains(changed) == [[("why 1", None), ("why 2", "testing")], [("why 1", None), ("beside", None)]]


def test_what_explained_a_why_that_is_taken_away_explains_the_one_above() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 2), why(4, 2)])
    changed = after(written, removal(written, found(written, 2)))
    assert chains(changed) == [[("why 1", None), ("why 3", None)], [("why 1", None), ("why 4", None)]]


def test_without_the_first_why_each_answer_to_it_begins_a_chain() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 1)])
    assert chains(after(written, removal(written, found(written, 1)))) == [[("why 2", None)], [("why 3", None)]]


def test_without_the_last_why_the_one_above_ends_the_chain_with_its_category() -> None:
    written = incident(whys=[why(1), why(2, 1, category="testing")])
    assert chains(after(written, removal(written, found(written, 2)))) == [[("why 1", "testing")]]


def test_without_the_end_of_a_branch_the_other_keeps_its_own_category() -> None:
    written = incident(whys=[why(1), why(2, 1, category="testing"), why(3, 1, category="process")])
    changed = after(written, removal(written, found(written, 3)))
    assert chains(changed) == [[("why 1", None), ("why 2", "testing")]]


@pytest.mark.parametrize("category", ["process", None])
def test_a_chain_gets_another_category_or_none(category: str | None) -> None:
    written = incident(whys=[why(1, category="testing")])
    assert chains(after(written, set_category(written, found(written, 1), category))) == [[("why 1", category)]]


def test_the_category_that_it_has_already_is_no_change() -> None:
    written = incident(whys=[why(1, category="testing")])
    assert set_category(written, found(written, 1), "testing") is None


def test_a_branch_is_taken_away_whole() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 2), why(4, 2, category="process"), why(5, 1)])
    changed = after(written, subtree_removal(written, found(written, 2)))
    assert chains(changed) == [[("why 1", None), ("why 5", None)]]


def test_a_chain_cut_short_keeps_its_category() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 2, category="testing")])
    changed = after(written, subtree_removal(written, found(written, 2)))
    assert chains(changed) == [[("why 1", "testing")]]


def test_a_why_moves_with_all_that_explains_it() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 2, category="testing"), why(4)])
    changed = after(written, move(written, found(written, 2), found(written, 4)))
    assert chains(changed) == [[("why 1", None)], [("why 4", None), ("why 2", None), ("why 3", "testing")]]
    changed = after(written, move(written, found(written, 2), None))
    assert len(chains(changed)) == 3
    assert move(written, found(written, 2), found(written, 1)) is None


def test_moved_whys_without_a_category_take_over_that_of_the_chain_that_they_lengthen() -> None:
    written = incident(whys=[why(1, category="testing"), why(2), why(3, 2)])
    changed = after(written, move(written, found(written, 2), found(written, 1)))
    assert chains(changed) == [[("why 1", None), ("why 2", None), ("why 3", "testing")]]


def test_no_why_explains_itself() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 2)])
    for above in (1, 2, 3):
        with pytest.raises(Refused, match="cannot explain itself"):
            move(written, found(written, 1), found(written, above))


def test_whys_in_a_circle_can_be_taken_away() -> None:
    written = incident(whys=[why(1, 2), why(2, 1), why(3, 3)])
    assert chains(after(written, removal(written, found(written, 1)))) == [[("why 2", None)], [("why 3", None)]]
    assert chains(after(written, subtree_removal(written, found(written, 3)))) == [[("why 1", None), ("why 2", None)]]
    assert chains(after(written, move(written, found(written, 1), None)))[0] == [("why 1", None), ("why 2", None)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 8)), max_size=12))
def test_however_whys_are_moved_each_stands_in_a_chain(moves: list[tuple[int, int]]) -> None:
    written = incident(whys=[why(number) for number in range(1, 9)])
    for moved, above in moves:
        items = written.whys.root
        with suppress(Refused):
            change = move(written, items[moved], items[above] if above < len(items) else None)
            written = applied(written, change.steps) if change else written
    assert {item.id for chain in written.whys.chains() for item in chain} == {item.id for item in written.whys.root}
    assert all(item.id not in written.whys.below(item.id) for item in written.whys.root)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(0, 7)), min_size=8, max_size=8))
def test_whatever_a_file_says_each_why_stands_in_a_chain(parents: list[int | None]) -> None:
    written = incident(whys=[why(number, parent) for number, parent in enumerate(parents)])
    found = written.whys.chains()
    assert {item.id for chain in found for item in chain} == {item.id for item in written.whys.root}
    assert all(len({item.id for item in chain}) == len(chain) for chain in found)
