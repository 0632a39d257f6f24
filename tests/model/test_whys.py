"""The whys: chains that branch, survive a damaged file, and do not end in a person."""

from typing import Any

import pytest

from model.whys import Why, Whys, ends_in_person
from tests.building import incident, record_id


def why(number: int, parent: int | None = None, **values: Any) -> dict[str, Any]:
    above = None if parent is None else record_id(parent)
    return {"id": record_id(number), "parent": above, "text": f"why {number}", **values}


def chains(*whys: dict[str, Any]) -> list[list[str]]:
    return [[item.text for item in chain] for chain in Whys.of(whys).chains()]


def test_each_why_explains_the_one_above_it() -> None:
    assert chains(why(1), why(2, 1), why(3, 2)) == [["why 1", "why 2", "why 3"]]


def test_a_chain_may_branch_and_there_may_be_several() -> None:
    assert chains(why(1), why(2, 1), why(3, 1), why(4, 2), why(5)) == [
        ["why 1", "why 2", "why 4"],
        ["why 1", "why 3"],
        ["why 5"],
    ]


def test_a_why_whose_parent_is_gone_begins_a_chain() -> None:
    assert chains(why(2, 1), why(3, 2)) == [["why 2", "why 3"]]


def test_whys_in_a_circle_make_a_chain_that_begins_with_the_oldest() -> None:
    assert chains(why(2, 3), why(3, 2)) == [["why 2", "why 3"]]
    assert chains(why(1, 1)) == [["why 1"]]
    assert chains(why(1), why(2, 4), why(3, 2), why(4, 3), why(5, 3)) == [
        ["why 1"],
        ["why 2", "why 3", "why 4"],
        ["why 2", "why 3", "why 5"],
    ]
    assert chains(why(1, 1), why(3)) == [["why 3"], ["why 1"]]


def test_a_chain_of_five_thousand_is_one_chain() -> None:
    long = Whys.model_construct(root=tuple(Why.model_validate(why(n, n - 1 or None)) for n in range(1, 5001)))
    (chain,) = long.chains()
    assert len(chain) == 5000
    assert chain[-1].text == "why 5000"


def test_answers_are_the_whys_right_below() -> None:
    written = incident(whys=[why(1), why(2, 1), why(3, 1), why(4, 2)]).whys
    assert [item.text for item in written.answers(record_id(1))] == ["why 2", "why 3"]


@pytest.mark.parametrize(
    "text",
    [
        "Human error.",
        "It was an operator’s mistake",
        "They should have been careful",
        "She forgot the flag",
        "Carelessness during the change",
        "He should have checked the dashboard",
    ],
)
def test_an_answer_that_stops_at_a_person_is_noticed(text: str) -> None:
    assert ends_in_person(text)


@pytest.mark.parametrize("text", ["The deploy tool has no dry run", "No alert watches the queue's depth", ""])
def test_an_answer_about_the_system_is_fine(text: str) -> None:
    assert not ends_in_person(text)
