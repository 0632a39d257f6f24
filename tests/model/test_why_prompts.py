"""What the next why asks varies by depth and by what was answered, and asks for systems."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.why_prompts import next_question, system_question


def test_without_an_answer_the_direct_cause_is_asked_for() -> None:
    assert "direct cause" in str(next_question([]))


def test_each_depth_asks_something_else() -> None:
    asked = [str(next_question(["xyz"] * depth)) for depth in range(6)]
    assert len(set(asked)) == 6
    assert str(next_question(["xyz"] * 40)) == asked[5]


@pytest.mark.parametrize(
    ("answer", "asks"),
    [
        ("The checklist was not followed", "what made the deviation sensible"),
        ("Queue depth crossed its quota", "limit reached without a warning"),
        ("The integration tests use a mock", "sensible to test without this"),
        ("No alert covered the replica", "stay unseen"),
        ("The supplier renewed its certificate late", "depend on it so far"),
        ("The new release doubled the requests", "look safe"),
        ("The wiki page was outdated", "drift apart"),
        ("Nobody owns the cron job", "without an owner"),
        ("The cleanup was deferred for the launch", "priority sensible"),
    ],
)
def test_what_was_answered_decides_the_question(answer: str, asks: str) -> None:
    assert asks in str(next_question([answer]))


def test_the_same_subject_twice_is_asked_by_its_depth() -> None:
    first = str(next_question(["No alert fired"]))
    assert str(next_question(["No alert fired", "The alert was muted"])) != first


def test_deep_down_it_asks_how_things_are_decided() -> None:
    assert "how is it decided what is tested" in str(next_question(["a", "b", "The tests leave this out"]))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_question_asks_how_or_what(answers: list[str]) -> None:
    said = str(next_question(answers))
    assert said.startswith(("how", "what"))
    assert "why" not in said.split()
    assert "who " not in said


@pytest.mark.parametrize("answer", ["human error", "Omar should have checked the flag", "The engineer was careless"])
def test_an_answer_that_ends_in_a_person_is_asked_for_the_system(answer: str) -> None:
    question = system_question(answer, {"Omar"})
    assert question is not None
    assert str(question).startswith(("what", "which"))


@pytest.mark.parametrize("answer", ["", "The pool ran out", "Omar joined the bridge"])
def test_other_answers_are_not(answer: str) -> None:
    assert system_question(answer, {"Omar"}) is None
