"""What entries leave to be done: found, answered by an action or as not needed, and followed when it is reworded."""

from datetime import timedelta

import pytest

from model.action_changes import action_of_todo
from model.change import Change, applied
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.readiness import findings
from model.redaction import redacted
from model.rules import Rules
from model.stamping import correct
from model.todos import Proposal, not_needed, proposals, todos
from tests.building import NOON, entry, incident

CALENDAR = WorkingCalendar(zone="UTC")


def said(text: str) -> list[str]:
    return [proposal.text for proposal in proposals(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TODO: bound the pool", ["bound the pool"]),
        ("Rolled back. todo: alert on it.", ["alert on it."]),
        ("TODO: one; TODO: two\nand more", ["one", "two"]),
        ("- TODO: a\n- Todo : b", ["a", "b"]),
        ("**TODO:** bound it", ["bound it"]),
        ("TODO：接続プールの上限を決める", ["接続プールの上限を決める"]),
        ("(TODO: ask)", ["ask"]),
        ("see https://wiki.example/TODO:42 and `# TODO: x`", []),
        ("```\nTODO: in code\n``` TODO: outside", ["outside"]),
        ("mastodon: up, my-todo: x, TODO", []),
        ("TODO:", []),
        ("TODO: " + "x" * 600, ["x" * 499 + "…"]),
    ],
)
def test_what_follows_the_mark_is_what_is_left_to_be_done(text: str, found: list[str]) -> None:
    assert said(text) == found


def test_an_owner_can_be_named() -> None:
    assert proposals("TODO(omar): bound the pool") == (Proposal("bound the pool", "omar"),)


def left(*texts: str) -> Incident:
    return incident(entries=[entry(number, "12:05", text) for number, text in enumerate(texts)])


def open_in(written: Incident) -> list[str]:
    return [todo.proposal.text for todo in todos(written)]


def done(before: Incident, change: Change | None) -> Incident:
    assert change is not None
    return applied(before, change.steps)


def act(before: Incident, text: str) -> Incident:
    first = todos(before)[0].proposal
    return done(before, action_of_todo(before, first, text, NOON, CALENDAR))


def test_an_action_that_is_made_of_it_answers_it_until_it_is_taken_away() -> None:
    written = left("TODO(omar): bound pool\nTODO: alert", "todo: Bound  pool")
    assert open_in(written) == ["bound pool", "alert"], "the same words are the same thing"
    change = action_of_todo(written, todos(written)[0].proposal, "Bound the pool of payment", NOON, CALENDAR)
    made = done(written, change)
    assert open_in(made) == ["alert"]
    assert made.actions.root[0].owner == "omar"
    assert open_in(done(made, change.inverse())) == ["bound pool", "alert"]


def test_an_action_of_the_same_words_and_what_is_not_needed_answer_it_too() -> None:
    written = left("TODO: bound pool\nTODO: alert")
    change = not_needed(written, todos(written)[1].proposal)
    rest = done(written, change)
    assert open_in(rest) == ["bound pool"]
    assert not_needed(rest, todos(written)[1].proposal) is None
    same = incident(entries=[entry(1, "12:05", "TODO: alert")], actions=[])
    assert open_in(act(same, "alert")) == []


def test_answers_follow_a_todo_that_is_reworded_and_not_one_that_is_another() -> None:
    written = act(left("pool is empty. TODO: bund the pool\nTODO: alert"), "Bound the pool")
    item = written.timeline.root[0]
    reworded = done(written, correct(written, item, {"text": "TODO: bound the pool\nTODO: alert on it"}))
    assert open_in(reworded) == ["alert on it"]
    other = done(written, correct(written, item, {"text": "TODO: write to all customers\nTODO: alert"}))
    assert open_in(other) == ["write to all customers", "alert"]
    assert open_in(done(written, correct(written, item, {"text": "TODO: alert"}))) == ["alert"]


def test_an_open_one_is_advice_and_can_wait_while_the_incident_is_live() -> None:
    written = left("TODO: bound the pool")
    (found,) = [one for one in findings(written, NOON + timedelta(minutes=9), Rules()) if one.rule == "timeline.todo"]
    assert (found.blocks, found.later, found.record) == (False, True, written.timeline.root[0].id)
    assert str(found.message) == "no action yet for the TODO “bound the pool”"


def test_a_copy_with_pseudonyms_asks_for_what_is_open_and_no_more() -> None:
    written = act(left("TODO: ask omar@example.org for the dump\nTODO: tell mina@example.org"), "Get the dump")
    copy = redacted(written).incident
    assert "omar" not in copy.model_dump_json()
    assert len(open_in(copy)) == 1
    assert copy.actions.root[0].todo not in ("", written.actions.root[0].todo)
