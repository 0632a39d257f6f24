"""What actions cover, and what made a deviation sensible, as documents say it."""

from data.blocks import Subject, post_mortem
from data.documents.nodes import Table
from data.history import Line, Recorded
from data.history_words import Wording
from model.incident import Incident
from model.rules import Rules
from tests.building import NOON, incident, record_id


def cells(written: Incident) -> list[str]:
    """Every cell of every table of the document."""
    nodes = post_mortem(Subject(written, NOON, Rules()))
    return [cell for node in nodes if isinstance(node, Table) for row in node.rows for cell in row]


def action(**values: object) -> dict[str, object]:
    return {"id": record_id(1), "number": 1, "text": "Test the pool", "created_at": NOON, **values}


def test_an_action_says_what_it_is_the_answer_to() -> None:
    own = {"id": "own-1", "label": "Runbooks nobody reviews", "score": 2}
    covers = ["factors.testing", "factors.own-1", "recurrence.tests", "something.else"]
    found = cells(incident(actions=[action(covers=covers)], factors=[own]))
    names = "Insufficient testing; Runbooks nobody reviews; Test coverage added?; something.else"
    assert f"Test the pool\nCovers: {names}" in found


def test_an_action_that_covers_nothing_says_what_will_be_done_alone() -> None:
    assert "Test the pool" in cells(incident(actions=[action()]))


def test_what_made_a_deviation_sensible_stands_with_its_note() -> None:
    factor = {"id": "process", "score": 2, "note": "No review", "sensible": "Nobody could be reached"}
    assert "No review\nSensible at the time: Nobody could be reached" in cells(incident(factors=[factor]))
    bare = {"id": "process", "sensible": "Nobody could be reached"}
    assert "Sensible at the time: Nobody could be reached" in cells(incident(factors=[bare]))


def test_the_history_says_by_name_what_an_action_covers() -> None:
    words = Wording(incident(actions=[action()]))
    made = Recorded(record_id(9), NOON, "mina", "what action 1 covers", ())
    step = Line(made, "actions", record_id(1), "covers", None, ["factors.testing"])
    assert words.field(step) == "Covers"
    assert words.after(step) == "Insufficient testing"
