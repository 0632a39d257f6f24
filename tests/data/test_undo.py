"""Undo and redo: one's own changes alone, also after a restart, and never over what somebody else changed since."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.history import Recorded
from data.incident_file import IncidentFile
from data.notebook import Changed, Notebook
from data.runs import keeping_open, open_elsewhere
from data.tables import tables_of
from data.undo import before
from model.change import Step
from model.ids import new_record_id, run_of, this_run
from model.message import Message, Refused
from model.stamping import NewEntry
from model.timeline import Milestone
from tests.building import NOON, entry, incident

NAME = "INC-20261123-K7QF.json"
ROOT = Path(__file__).parents[2]


class Clock:
    """A clock that goes on by a second at each look, for all who look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / NAME
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return file


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(path: Path, clock: Clock) -> Callable[..., Notebook]:
    """Opens the incident, as a start of the program does."""
    return lambda author="mina": Notebook(path, clock, author)


Opened = Callable[..., Notebook]


def texts(notebook: Notebook) -> list[str]:
    return sorted(item.text for item in notebook.incident.timeline.root)


def say(notebook: Notebook, text: str) -> None:
    notebook.stamp(NewEntry(NOON, text))


def score(notebook: Notebook, value: int, factor: str = "testing") -> None:
    notebook.put(Message("factor {name}", name=factor), "factors", factor, {"score": value})


def scored(notebook: Notebook) -> int | None:
    return notebook.incident.factors.root["testing"].score


def title(notebook: Notebook, text: str) -> None:
    notebook.put(Message("Title"), "summary", "summary", {"title": text})


# --- after a restart -----------------------------------------------------------------------------------


def test_after_a_restart_undo_goes_back_through_every_change_and_redo_forth_again(opened: Opened) -> None:
    notebook = opened()
    states = [notebook.incident]
    changes: list[Callable[[Notebook], object]] = [
        lambda notebook: say(notebook, "rolled back"),
        lambda notebook: score(notebook, 2),
        lambda notebook: notebook.correct(notebook.incident.timeline.root[0], {"text": "rolled back at last"}),
        lambda notebook: notebook.stamp(NewEntry(NOON, milestone=Milestone.RESOLVED)),
        lambda notebook: notebook.delete(notebook.incident.timeline.root[0]),
        lambda notebook: notebook.add(Message("why"), "whys", {"text": "No test"}),
    ]
    for change in changes:
        change(notebook)
        notebook.flush()
        states.append(notebook.incident)
        notebook = opened()
    for state in reversed(states[:-1]):
        assert notebook.undo()
        assert notebook.incident == state
        notebook.flush()
        notebook = opened()
    assert notebook.undo() is None
    for state in states[1:]:
        assert notebook.redo()
        assert notebook.incident == state
        notebook.flush()
        notebook = opened()
    assert notebook.redo() is None


def test_what_was_taken_back_stays_so_after_a_restart(opened: Opened) -> None:
    notebook = opened()
    say(notebook, "one")
    say(notebook, "two")
    notebook.flush()
    notebook.undo()
    notebook.flush()
    again = opened()
    assert texts(again) == ["one", "pager"]
    assert str(again.undo()) == "stamp 12:00"
    assert texts(again) == ["pager"]
    assert again.undo() is None


def test_a_change_after_a_restart_ends_what_could_be_done_again(opened: Opened) -> None:
    notebook = opened()
    say(notebook, "one")
    notebook.flush()
    notebook.undo()
    notebook.close()
    again = opened()
    say(again, "two")
    assert again.redo() is None
    again.close()
    assert opened().redo() is None


def test_what_was_changed_after_the_restart_is_taken_back_first(opened: Opened) -> None:
    first = opened()
    score(first, 1)
    first.close()
    second = opened()
    score(second, 2)
    second.flush()
    second.undo()
    assert scored(second) == 1
    second.undo()
    assert scored(second) is None
    assert second.undo() is None
    second.redo()
    second.redo()
    assert scored(second) == 2


def test_an_undo_that_was_never_written_leaves_no_trace(opened: Opened, path: Path) -> None:
    notebook = opened()
    score(notebook, 1)
    notebook.flush()
    notebook.undo()
    notebook.redo()
    notebook.flush()
    assert len(json.loads(path.read_bytes())["history"]) == 1
    again = opened()
    again.undo()
    assert again.incident.factors.root["testing"].score is None


def test_an_undo_is_a_line_of_its_own_that_names_what_it_took_back(opened: Opened, path: Path) -> None:
    notebook = opened()
    score(notebook, 1)
    notebook.flush()
    notebook.undo()
    notebook.flush()
    notebook.redo()
    notebook.flush()
    made, undone, redone = json.loads(path.read_bytes())["history"].values()
    assert (undone["undoes"], redone["redoes"]) == (made["id"], made["id"])
    assert undone["steps"][0] == {
        "section": "factors",
        "record": "testing",
        "before": {"score": 1},
        "after": {"score": None},
    }
    assert "undoes" not in made


def test_a_new_entry_says_itself_who_recorded_it_and_its_undo_names_it(opened: Opened, path: Path) -> None:
    notebook = opened()
    say(notebook, "one")
    notebook.flush()
    entry = next(item for item in notebook.incident.timeline.root if item.text == "one")
    assert entry.author == "mina"
    assert json.loads(path.read_bytes())["history"] == {}
    opened().flush()
    again = opened()
    again.undo()
    again.flush()
    (line,) = json.loads(path.read_bytes())["history"].values()
    assert line["undoes"] == entry.id


def test_an_entry_filed_for_somebody_else_is_in_the_history_with_who_filed_it(opened: Opened, path: Path) -> None:
    notebook = opened()
    notebook.stamp(NewEntry(NOON, "from the chat", author="omar"))
    notebook.flush()
    (line,) = json.loads(path.read_bytes())["history"].values()
    assert line["by"] == "mina"
    assert opened("omar").undo() is None
    assert opened().undo()


# --- whose ---------------------------------------------------------------------------------------------


def test_nobody_takes_back_what_another_author_did(opened: Opened) -> None:
    omar = opened("omar")
    say(omar, "theirs")
    score(omar, 1)
    omar.close()
    assert opened().undo() is None


@contextmanager
def another_screen(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program of the same author that has scored a factor, and keeps the incident open."""
    code = f"""
import sys
from pathlib import Path
from data.clock import system_clock
from data.notebook import Notebook
from model.message import Message
from model.stamping import NewEntry
notebook = Notebook(Path({str(path)!r}), system_clock, "mina")
notebook.start()
notebook.stamp(NewEntry(notebook.now, "theirs"))
notebook.put(Message("score"), "factors", "process", {{"score": 1}})
notebook.flush()
while not notebook.is_open:
    pass
print("open", flush=True)
sys.stdin.readline()
notebook.close()
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program


def test_two_screens_of_one_author_do_not_take_back_each_others_changes(opened: Opened, path: Path) -> None:
    from data.clock import system_clock

    with another_screen(path) as program:
        mine = Notebook(path, system_clock, "mina")
        score(mine, 3)
        mine.close()
        again = Notebook(path, system_clock, "mina")
        assert again.undo()
        assert again.undo() is None
        assert texts(again) == ["pager", "theirs"]
        assert again.incident.factors.root["process"].score == 1
        again.close()
        program.communicate("\n")
    assert program.returncode == 0
    later = Notebook(path, system_clock, "mina")
    assert later.undo()
    assert later.incident.factors.root["process"].score is None


def test_what_a_killed_screen_did_is_taken_back_by_the_next(path: Path) -> None:
    from data.clock import system_clock

    with another_screen(path) as program:
        assert len(open_elsewhere(path)) == 1
        program.kill()
        program.wait()
    assert open_elsewhere(path) == frozenset()
    assert not list((path.parent / ".locks").glob("*.open"))
    again = Notebook(path, system_clock, "mina")
    assert again.undo()
    assert again.undo()
    assert texts(again) == ["pager"]


def test_a_run_says_that_it_has_an_incident_open_as_long_as_it_has(path: Path) -> None:
    assert open_elsewhere(path) == frozenset()
    with keeping_open(path):
        assert open_elsewhere(path) == {this_run()}
        assert open_elsewhere(path.with_name("INC-20261123-AAAA.json")) == frozenset()
        with pytest.raises(TimeoutError), keeping_open(path):
            pass
    assert open_elsewhere(path) == frozenset()


def test_ids_name_the_run_that_made_them() -> None:
    one, other = new_record_id(NOON), new_record_id(NOON + timedelta(hours=1))
    assert run_of(one) == run_of(other) == this_run()
    code = "from model.ids import this_run; print(this_run())"
    found = {subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) for _ in range(3)}
    assert len(found | {f"{this_run()}\n"}) == 4


# --- changed by somebody else since -----------------------------------------------------------------


def test_a_field_that_somebody_else_changed_since_stays_and_the_user_is_told(opened: Opened) -> None:
    mine = opened()
    score(mine, 1)
    title(mine, "Checkout answers 502")
    mine.flush()
    theirs = opened("omar")
    title(theirs, "Checkout answers 503")
    theirs.flush()
    mine.flush()
    with pytest.raises(Refused, match="“Title” stays as it is: omar has changed the same since"):
        mine.undo()
    assert mine.incident.summary.title == "Checkout answers 503"
    assert str(mine.undo()) == "factor testing"
    assert mine.undo() is None


def test_what_somebody_else_changed_in_the_meantime_stays_too(opened: Opened) -> None:
    mine = opened()
    title(mine, "Checkout answers 502")
    mine.flush()
    theirs = opened("omar")
    title(theirs, "Checkout answers 503")
    theirs.flush()
    heard: list[Changed] = []
    mine.listener = heard.append
    assert mine.undo()
    mine.flush()
    assert mine.incident.summary.title == opened().incident.summary.title == "Checkout answers 503"
    assert [str(kept) for change in heard for kept in change.kept] == [
        "“Title” stays as it is: the same was changed again since"
    ]


def test_another_field_of_the_same_record_hinders_no_undo(opened: Opened) -> None:
    mine = opened()
    title(mine, "Checkout answers 502")
    mine.flush()
    theirs = opened("omar")
    theirs.put(Message("users"), "summary", "summary", {"users_affected": 4200})
    theirs.flush()
    mine.undo()
    mine.flush()
    summary = opened().incident.summary
    assert (summary.title, summary.users_affected) == ("Checkout is slow", 4200)


def test_an_entry_that_somebody_else_worked_on_is_not_taken_away(opened: Opened) -> None:
    mine = opened()
    say(mine, "rollback")
    mine.flush()
    theirs = opened("omar")
    entry = next(item for item in theirs.incident.timeline.root if item.text == "rollback")
    theirs.correct(entry, {"text": "rollback of 4711"})
    theirs.flush()
    again = opened()
    with pytest.raises(Refused):
        again.undo()
    assert texts(again) == ["pager", "rollback of 4711"]


def test_what_somebody_else_removed_is_not_removed_again(opened: Opened) -> None:
    mine = opened()
    say(mine, "rollback")
    mine.flush()
    theirs = opened("omar")
    theirs.delete(next(item for item in theirs.incident.timeline.root if item.text == "rollback"))
    theirs.flush()
    mine.flush()
    with pytest.raises(Refused):
        mine.undo()
    assert texts(mine) == ["pager"]


def test_a_name_with_braces_is_undone_after_a_restart(opened: Opened) -> None:
    notebook = opened()
    notebook.put(Message("set {what}", what="{x} {}"), "factors", "testing", {"score": 1})
    notebook.close()
    assert str(opened().undo()) == "set {x} {}"


def test_where_the_history_cannot_be_read_there_is_nothing_to_take_back(opened: Opened, path: Path) -> None:
    notebook = opened()
    score(notebook, 1)
    notebook.close()
    tables = json.loads(path.read_bytes())
    tables["history"]["1"]["steps"] = "none"
    path.write_text(json.dumps(tables))
    assert opened().undo() is None


# --- any order of doing, taking back, doing again, and starting anew --------------------------------------


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["say", "score", "undo", "redo", "flush", "restart"]), max_size=14))
def test_with_restarts_it_goes_as_without(acts: list[str], tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.unlink(missing_ok=True)
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    clock = Clock()
    notebook = Notebook(file, clock, "mina")
    states, place = [notebook.incident], 0
    for number, act in enumerate(acts):
        if act in ("say", "score"):
            if act == "say":
                say(notebook, f"entry {number}")
            else:
                score(notebook, (notebook.incident.factors.root["testing"].score or 0) % 3 + 1)
            states[place + 1 :] = [notebook.incident]
            place += 1
        elif act == "undo":
            notebook.flush()  # what is taken back before it was written leaves nothing that could be done again
            assert (notebook.undo() is None) == (place == 0)
            place = max(0, place - 1)
        elif act == "redo":
            assert (notebook.redo() is None) == (place == len(states) - 1)
            place = min(place + 1, len(states) - 1)
        elif act == "flush":
            notebook.flush()
        else:
            notebook.close()
            notebook = Notebook(file, clock, "mina")
        assert notebook.incident == states[place]


def test_what_is_taken_back_before_it_was_written_is_gone_with_the_program(opened: Opened) -> None:
    notebook = opened()
    score(notebook, 1)
    assert notebook.undo()
    notebook.close()
    again = opened()
    assert again.redo() is None
    assert again.undo() is None


def test_lines_of_other_runs_that_have_the_incident_open_are_left_to_them() -> None:
    step = Step("factors", "testing", {"score": None}, {"score": 1})
    line = Recorded(new_record_id(NOON), NOON, "mina", "score", (step,))
    later = new_record_id(NOON + timedelta(hours=1))
    assert len(before([line], "mina", later, frozenset())[0]) == 1
    assert before([line], "mina", later, frozenset({this_run()})) == ([], [])
    assert before([line], "mina", new_record_id(NOON - timedelta(hours=1)), frozenset()) == ([], [])


def test_what_was_done_in_the_moment_of_opening_is_not_of_before(path: Path) -> None:
    notebook = Notebook(path, lambda: NOON, "mina")
    for number in range(3):
        say(notebook, f"entry {number}")
        notebook.flush()
    for _ in range(3):
        assert notebook.undo()
        notebook.flush()
    assert notebook.undo() is None


def test_what_another_run_took_back_meanwhile_is_not_taken_back_again(opened: Opened) -> None:
    first = opened()
    score(first, 1)
    first.close()
    mine, theirs = opened(), opened()
    assert theirs.undo()
    theirs.close()
    mine.flush()
    assert mine.undo() is None
