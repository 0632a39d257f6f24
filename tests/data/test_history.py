"""The history: every change with who, when, what, before and after; what an entry was at first stays known."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.history import Line, history
from data.history_words import Wording
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from data.trouble import BrokenFile
from model.message import Message
from model.stamping import NewEntry
from model.timeline import Milestone
from tests.building import NOON, entry, incident, record_id


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    file = tmp_path / "INC-20261123-K7QF.json"
    start = incident(zone="Europe/Berlin", entries=[entry(1, "11:55", "pager", author="omar")])
    IncidentFile(file).write(tables_of(start))
    return Notebook(file, Clock(), "mina")


def told(notebook: Notebook) -> list[Line]:
    notebook.flush()
    assert [line.change.id for line in history(notebook.path)] == [line.change.id for line in notebook.history()]
    return history(notebook.path)


def words(notebook: Notebook, line: Line) -> tuple[str, str, str]:
    wording = Wording(notebook.incident)
    return wording.where(line), wording.before(line), wording.after(line)


def test_an_entry_that_was_backdated_and_corrected_tells_what_was_recorded_first(notebook: Notebook) -> None:
    notebook.stamp(NewEntry(NOON + timedelta(minutes=9), "rolback"))
    entry = notebook.incident.timeline.root[-1]
    notebook.correct(entry, {"text": "rollback", "at": "2026-11-23T11:30:00Z"})
    first, *rest = (line for line in told(notebook) if line.record == entry.id)
    assert first.before is None
    assert (first.after["text"], first.after["at"]) == ("rolback", "2026-11-23T12:09:00Z")
    assert first.after["recorded_at"] == "2026-11-23T12:00:02Z"
    assert (first.change.by, first.change.name) == ("mina", "stamp 13:09")
    assert [(line.field, line.before, line.after) for line in rest] == [
        ("at", "2026-11-23T12:09:00Z", "2026-11-23T11:30:00Z"),
        ("text", "rolback", "rollback"),
    ]
    assert notebook.incident.timeline.root[0].recorded_at == entry.recorded_at


def test_an_entry_that_was_deleted_is_in_the_history_from_its_first_recording(notebook: Notebook) -> None:
    notebook.delete(notebook.incident.timeline.root[0])
    made, removed = told(notebook)
    assert (made.change.by, made.after["text"]) == ("omar", "pager")
    assert removed.after is None
    assert removed.before["text"] == "pager"


def test_an_entry_that_was_taken_back_and_done_again_was_recorded_once(notebook: Notebook) -> None:
    notebook.stamp(NewEntry(NOON, "rollback"))
    notebook.flush()
    notebook.undo()
    notebook.flush()
    notebook.redo()
    lines = [line for line in told(notebook) if line.record != record_id(1)]
    assert [(line.before is None, line.after is None) for line in lines] == [
        (True, False),
        (False, True),
        (True, False),
    ]
    assert [bool(line.change.undoes) for line in lines] == [False, True, False]
    assert lines[2].change.redoes == lines[0].change.id


def test_what_is_not_saved_is_in_it_and_marked(notebook: Notebook) -> None:
    notebook.stamp(NewEntry(NOON, "rollback"))
    notebook.put(Message("factor"), "factors", "testing", {"score": 1})
    assert [line.saved for line in notebook.history()] == [True, False, False]
    notebook.flush()
    assert all(line.saved for line in notebook.history())


def test_values_are_shown_as_the_user_knows_them(notebook: Notebook) -> None:
    notebook.put(Message("x"), "summary", "summary", {"started_at": "2026-11-23T10:02:00Z", "users_affected": 4200})
    notebook.put(Message("x"), "cost", "cost", {"brand": {"amount": "1250.5", "currency": "EUR"}})
    notebook.put(Message("x"), "cost", "cost", {"churn_probability": "0.004"})
    notebook.put(Message("x"), "summary", "summary", {"severity": "SEV-1", "detected_by": "customer-report"})
    notebook.put(Message("x"), "recurrence", "tests", {"answer": "not-needed"})
    notebook.put(Message("x"), "factors", "testing", {"score": 3})
    why = notebook.add(Message("x"), "whys", {"text": "No test ran", "category": "testing"})
    notebook.put(Message("x"), "whys", why, {"evidence": [notebook.incident.timeline.root[0].id]})
    action = {"number": 3, "text": "Add a test", "created_at": "2026-11-23T12:00:00Z"}
    done = notebook.add(Message("x"), "actions", action)
    notebook.put(Message("x"), "actions", done, {"deadline": "2026-11-30", "status": "in-progress", "owner": "ada"})
    found = {words(notebook, line)[0]: words(notebook, line)[1:] for line in told(notebook)}
    assert found["Summary · Start"] == ("Nov 23, 2026 13:00", "Nov 23, 2026 11:02")
    assert found["Summary · Users affected"] == ("–", "4,200")
    assert found["Summary · Severity"] == ("SEV-2 · customer impact", "SEV-1 · revenue impact")
    assert found["Summary · Detected by"] == ("–", "customer report")
    assert found["Cost · Brand"] == ("–", "€1,250.50")
    assert found["Cost · Churn probability"] == ("–", "0.4%")
    assert found["Recur. · Test coverage added? · Answer"] == ("–", "not needed")
    assert found["Factors · Insufficient testing · Score"] == ("–", "primary contributor")
    assert found["Whys · “No test ran” · Evidence"] == ("–", "“pager”")
    assert found["Whys · “No test ran”"] == ("–", "No test ran · Category: Insufficient testing")
    assert found["Actions · “Add a test” · Deadline"] == ("–", "Nov 30, 2026")
    assert found["Actions · “Add a test” · Status"] == ("open", "in progress")
    assert found["Actions · “Add a test” · Owner"] == ("–", "ada")


def test_a_milestone_is_named(notebook: Notebook) -> None:
    notebook.stamp(NewEntry(NOON, milestone=Milestone.FIRST_ALERT))
    line = told(notebook)[-1]
    assert line.change.name == "first alert 13:00"
    assert words(notebook, line)[0] == "Timeline · “first alert”"


@pytest.mark.parametrize(
    ("field", "value"),
    [("brand", "much"), ("brand", {"amount": 3}), ("users_affected", ["x"]), ("unheard-of", {"a": 1}), ("brand", 7)],
)
def test_what_somebody_else_wrote_into_the_history_is_shown_as_it_is(
    notebook: Notebook, field: str, value: object
) -> None:
    tables = json.loads(notebook.path.read_bytes())
    step = {"section": "cost", "record": "cost", "before": {field: None}, "after": {field: value}}
    tables["history"]["1"] = {"id": "x", "at": "2026-11-23T12:00:00Z", "by": "\x1b[31m", "name": "n", "steps": [step]}
    notebook.path.write_text(json.dumps(tables))
    line = history(notebook.path)[0]
    assert "\x1b" not in "".join(words(notebook, line))
    assert words(notebook, line)[2]


def test_a_history_that_is_none_is_refused(notebook: Notebook) -> None:
    tables = json.loads(notebook.path.read_bytes())
    tables["history"]["1"] = {"id": "x", "at": "yesterday", "steps": []}
    notebook.path.write_text(json.dumps(tables))
    with pytest.raises(BrokenFile, match="its history cannot be read"):
        history(notebook.path)
