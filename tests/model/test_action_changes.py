"""Changes of actions, with what follows: numbers, proposed deadlines, when one was done."""

from datetime import date, timedelta
from typing import Any

import pytest

from data.language import say
from model.action_changes import action_of_question, correction, new_action
from model.actions import Action
from model.change import applied
from model.deadlines import WorkingCalendar
from model.incident import Incident
from tests.building import NOON, incident, record_id

CALENDAR = WorkingCalendar()


def with_action(**values: Any) -> Incident:
    """An incident with action 3, P1, agreed on at noon of Monday 23 November, due a week later."""
    action = {"id": record_id(3), "number": 3, "text": "bound the pool", "created_at": NOON, "deadline": "2026-11-30"}
    return incident(actions=[{**action, **values}])


def corrected(written: Incident, **values: Any) -> Action:
    """The action after the correction, which undo can take back."""
    change = correction(written, written.actions.root[0], values, NOON, CALENDAR)
    assert change is not None
    assert len(change.steps) == 1
    changed = applied(written, change.steps)
    assert applied(changed, change.inverse().steps) == written
    return changed.actions.root[0]


def test_a_new_action_gets_the_next_number_and_the_latest_deadline_of_a_p1() -> None:
    written = with_action()
    action = applied(written, new_action(written, "cover payment", NOON, CALENDAR).steps).actions.root[-1]
    assert (action.number, action.text, action.priority, action.status) == (4, "cover payment", "P1", "open")
    assert (action.deadline, action.created_at) == (date(2026, 11, 30), NOON)


@pytest.mark.parametrize(("priority", "deadline"), [("P0", date(2026, 11, 24)), ("P2", date(2026, 12, 7))])
def test_another_priority_proposes_its_own_deadline(priority: str, deadline: date) -> None:
    assert corrected(with_action(), priority=priority).deadline == deadline
    assert corrected(with_action(deadline=None), priority=priority).deadline == deadline


def test_a_deadline_set_by_hand_outlives_the_priority() -> None:
    assert corrected(with_action(deadline="2026-11-26"), priority="P0").deadline == date(2026, 11, 26)


def test_done_notes_when_and_every_other_status_forgets_it() -> None:
    assert corrected(with_action(), status="done").done_at == NOON
    done = with_action(status="done", done_at=NOON - timedelta(hours=1))
    for status in ("open", "in-progress", "cancelled"):
        assert corrected(done, status=status).done_at is None


def test_what_is_so_already_is_no_change() -> None:
    written = with_action()
    assert correction(written, written.actions.root[0], {"priority": "P1"}, NOON, CALENDAR) is None


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"text": "bound every pool"}, "action 3: “bound every pool”"),
        ({"owner": "omar"}, "owner of action 3: omar"),
        ({"deadline": "2026-11-27"}, "deadline of action 3: Nov 27, 2026"),
        ({"deadline": None}, "deadline of action 3: –"),
        ({"priority": "P0"}, "priority of action 3: P0"),
        ({"status": "in-progress"}, "status of action 3: in progress"),
    ],
)
def test_undo_names_what_was_changed_and_to_what(values: dict[str, Any], name: str) -> None:
    written = with_action()
    change = correction(written, written.actions.root[0], values, NOON, CALENDAR)
    assert change is not None
    assert say(change.name) == name


def test_an_open_question_becomes_an_action_that_it_is_linked_to_in_one_change() -> None:
    written = incident()
    change = action_of_question(written, "runbook", "", NOON, CALENDAR)
    changed = applied(written, change.steps)
    (action,) = changed.actions.root
    assert action.text == "Write or update the runbook"
    assert changed.recurrence.root["runbook"].action == action.id
    assert say(change.name) == "action: “Write or update the runbook”"
    undone = applied(changed, change.inverse().steps)
    assert undone.actions.root == ()
    assert undone.recurrence.root["runbook"].action is None
