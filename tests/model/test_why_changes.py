"""Changes of the whys: the category stays at the end of its chain, and no answer hangs in the air."""

from typing import Any

import pytest

from model.change import Change, applied
from model.incident import Incident
from model.why_changes import answer, removal, set_category
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
