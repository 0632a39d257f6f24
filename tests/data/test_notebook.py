"""The notebook: changes apply at once, become durable, survive bad disks and other writers, and can be undone."""

import json
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from data import writer as writing
from data.incident_file import IncidentFile
from data.notebook import Changed, Notebook
from data.tables import tables_of
from data.trouble import BrokenFile, NotFound, Trouble
from model.instant import stored
from model.message import Message, Refused
from model.stamping import NewEntry
from model.timeline import Milestone
from tests.building import NOON, entry, incident, record_id

NAME = "INC-20261123-K7QF.json"


class Clock:
    """A clock that goes on by a second at each look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of an incident with one entry."""
    file = tmp_path / NAME
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return file


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    """That incident, open; it writes on `flush`."""
    yield Notebook(path, Clock(), "mina")


def texts(source: Notebook | Path) -> list[str]:
    """The texts of the timeline, as held by the notebook or as they stand in the file."""
    if isinstance(source, Notebook):
        return [item.text for item in source.incident.timeline.root]
    with TinyDB(source, access_mode="r") as db:
        return [row["text"] for row in db.table("timeline").all()]


def score(notebook: Notebook, value: int) -> None:
    notebook.put(Message("factor: testing"), "factors", "testing", {"score": value})


def say(notebook: Notebook, text: str) -> None:
    notebook.stamp(NewEntry(NOON, text))


def test_a_change_applies_at_once_and_is_on_disk_after_flush(notebook: Notebook, path: Path) -> None:
    say(notebook, "rolled back")
    assert texts(notebook) == ["rolled back", "pager"]
    assert notebook.unsaved == 1
    assert texts(path) == ["pager"]
    notebook.flush()
    assert notebook.unsaved == 0
    assert sorted(texts(path)) == ["pager", "rolled back"]
    assert Notebook(path, Clock(), "x").incident == notebook.incident


def test_a_refused_change_changes_nothing(notebook: Notebook, path: Path) -> None:
    before, content = notebook.incident, path.read_bytes()
    heard: list[Changed] = []
    notebook.listener = heard.append
    for values in ({"score": 4}, {"score": "many"}):
        with pytest.raises(ValueError):
            notebook.put(Message("x"), "factors", "testing", values)
    with pytest.raises(ValueError):
        notebook.put(Message("x"), "cost", "cost", {"brand": {"amount": "-1", "currency": "EUR"}})
    with pytest.raises(Refused, match="cannot be added up"):
        notebook.put(Message("x"), "summary", "summary", {"revenue_lost": {"amount": "1", "currency": "USD"}})
    notebook.flush()
    assert notebook.incident is before
    assert (notebook.unsaved, heard, path.read_bytes()) == (0, [], content)
    assert notebook.undo() is None


def test_a_value_that_is_there_already_is_no_change(notebook: Notebook) -> None:
    assert not notebook.put(Message("x"), "summary", "summary", {"title": "Checkout is slow"})
    assert notebook.unsaved == 0


def test_undo_and_redo_go_through_every_change_by_name(notebook: Notebook) -> None:
    states = [notebook.incident]
    say(notebook, "rolled back")
    states.append(notebook.incident)
    score(notebook, 2)
    states.append(notebook.incident)
    why = notebook.add(Message("why"), "whys", {"text": "No test"})
    states.append(notebook.incident)
    notebook.remove(Message("remove why"), "whys", why)
    states.append(notebook.incident)
    names = []
    for before in reversed(states[:-1]):
        names.append(str(notebook.undo()))
        assert notebook.incident == before
    assert names == ["remove why", "why", "factor: testing", "stamp 12:00"]
    assert notebook.undo() is None
    for after in states[1:]:
        assert notebook.redo()
        assert notebook.incident == after
    assert notebook.redo() is None
    notebook.flush()
    assert Notebook(notebook.path, Clock(), "x").incident == states[-1]


def test_a_new_change_ends_what_could_be_done_again(notebook: Notebook) -> None:
    say(notebook, "one")
    notebook.undo()
    say(notebook, "two")
    assert notebook.redo() is None


def test_an_entry_is_corrected_and_deleted(notebook: Notebook) -> None:
    notebook.correct(notebook.incident.timeline.root[0], {"text": "pager at last"})
    assert texts(notebook) == ["pager at last"]
    notebook.delete(notebook.incident.timeline.root[0])
    notebook.flush()
    assert texts(notebook.path) == []


def test_the_listener_hears_which_sections_differ(notebook: Notebook) -> None:
    heard: list[frozenset[str]] = []
    notebook.listener = lambda changed: heard.append(changed.sections)
    notebook.stamp(NewEntry(NOON, milestone=Milestone.RESOLVED))
    notebook.flush()
    assert heard == [frozenset({"timeline", "summary"}), frozenset()]


def history(path: Path) -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = json.loads(path.read_bytes())["history"]
    return list(rows.values())


def test_history_says_who_changed_what_and_a_new_entry_speaks_for_itself(notebook: Notebook, path: Path) -> None:
    say(notebook, "rolled back")
    score(notebook, 2)
    notebook.flush()
    (line,) = history(path)
    assert (line["by"], line["name"]) == ("mina", "factor: testing")
    assert line["steps"] == [
        {"section": "factors", "record": "testing", "before": {"score": None}, "after": {"score": 2}}
    ]
    notebook.undo()
    notebook.flush()
    assert [row["steps"][0]["after"] for row in history(path)] == [{"score": 2}, {"score": None}]


def test_what_another_program_wrote_is_taken_over(notebook: Notebook, path: Path) -> None:
    other = Notebook(path, Clock(), "omar")
    say(other, "from a shell")
    other.flush()
    say(notebook, "from the screen")
    heard: list[frozenset[str]] = []
    notebook.listener = lambda changed: heard.append(changed.sections)
    notebook.flush()
    assert heard == [frozenset({"timeline"})]
    assert sorted(texts(notebook)) == sorted(texts(path)) == ["from a shell", "from the screen", "pager"]


def test_a_change_of_stock_tinydb_is_taken_over(notebook: Notebook, path: Path) -> None:
    with TinyDB(path) as db:
        db.table("whys").insert({"id": record_id(7), "text": "from a script"})
    notebook.flush()
    assert [why.text for why in notebook.incident.whys.root] == ["from a script"]
    say(notebook, "and on")
    notebook.flush()
    with TinyDB(path, access_mode="r") as db:
        assert [row["text"] for row in db.table("whys").all()] == ["from a script"]


def test_undo_keeps_what_another_program_wrote(notebook: Notebook, path: Path) -> None:
    score(notebook, 2)
    notebook.flush()
    other = Notebook(path, Clock(), "omar")
    say(other, "from a shell")
    other.flush()
    notebook.undo()
    notebook.flush()
    assert sorted(texts(path)) == ["from a shell", "pager"]
    assert Notebook(path, Clock(), "x").incident.factors.root["testing"].score is None


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"incident": {"1": {"schema": 99}}}', b""])
def test_a_file_that_is_broken_or_newer_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / NAME
    file.write_bytes(content)
    with pytest.raises(Trouble):
        Notebook(file, Clock(), "mina")
    assert file.read_bytes() == content
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_breaks_while_it_is_open_is_not_overwritten(notebook: Notebook, path: Path) -> None:
    path.write_bytes(b"{ somebody else was here")
    say(notebook, "still here")
    with pytest.raises(Trouble, match="not whole JSON"):
        notebook.flush()
    assert path.read_bytes() == b"{ somebody else was here"
    assert texts(notebook) == ["still here", "pager"]
    assert notebook.unsaved == 1


def test_correcting_what_another_program_removed_brings_it_back(notebook: Notebook, path: Path) -> None:
    mine = notebook.incident.timeline.root[0]
    other = Notebook(path, Clock(), "omar")
    other.delete(mine)
    other.flush()
    notebook.correct(mine, {"text": "pager, late"})
    notebook.flush()
    assert texts(notebook) == texts(path) == ["pager, late"]


def test_an_entry_corrected_before_it_is_saved_is_there_once_beside_what_another_program_wrote(
    notebook: Notebook, path: Path
) -> None:
    say(notebook, "frist")
    notebook.correct(notebook.incident.timeline.root[0], {"text": "first"})
    other = Notebook(path, Clock(), "omar")
    say(other, "from a shell")
    other.flush()
    notebook.flush()
    assert sorted(texts(notebook)) == sorted(texts(path)) == ["first", "from a shell", "pager"]


def test_what_was_corrected_and_deleted_here_may_be_deleted_by_another_program_too(
    notebook: Notebook, path: Path
) -> None:
    mine = notebook.incident.timeline.root[0]
    notebook.correct(mine, {"text": "pager, late"})
    notebook.delete(notebook.incident.timeline.root[0])
    other = Notebook(path, Clock(), "omar")
    other.delete(mine)
    other.flush()
    notebook.flush()
    assert texts(notebook) == texts(path) == []


def test_a_change_that_no_longer_fits_is_named_and_kept(notebook: Notebook, path: Path) -> None:
    start = notebook.incident.summary.started_at
    other = Notebook(path, Clock(), "omar")
    other.put(Message("start"), "summary", "summary", {"started_at": stored(start + timedelta(hours=2))})
    other.flush()
    notebook.put(Message("end"), "summary", "summary", {"ended_at": stored(start + timedelta(hours=1))})
    with pytest.raises(Trouble, match="“end” does not fit what another program wrote"):
        notebook.flush()
    assert notebook.unsaved == 1
    assert Notebook(path, Clock(), "omar").incident.summary.ended_at is None
    notebook.undo()
    notebook.flush()
    assert notebook.incident.summary.started_at == start + timedelta(hours=2)
    say(notebook, "and on")
    notebook.flush()
    assert "and on" in texts(path)


def test_on_a_full_disk_new_entries_are_still_saved_and_the_rest_is_kept(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(IncidentFile, "write", full)
        notebook.put(Message("title"), "summary", "summary", {"title": "another"})
        say(notebook, "still durable")
        with pytest.raises(Trouble, match="No space left on device"):
            notebook.flush()
    assert notebook.unsaved == 1
    assert "still durable" in texts(path)
    notebook.flush()
    assert Notebook(path, Clock(), "omar").incident.summary.title == "another"


def test_a_full_disk_loses_nothing_and_is_tried_again(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(IncidentFile, "append", full)
        broken.setattr(IncidentFile, "write", full)
        say(notebook, "one")
        with pytest.raises(Trouble, match="No space left on device"):
            notebook.flush()
        say(notebook, "two")
    assert texts(path) == ["pager"]
    assert notebook.unsaved == 2
    notebook.flush()
    assert notebook.trouble is None
    assert sorted(texts(path)) == ["one", "pager", "two"]


def test_another_programs_lock_is_waited_for_and_then_said(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_: object, **__: object) -> None:
        raise TimeoutError

    say(notebook, "one")
    with monkeypatch.context() as busy:
        busy.setattr(writing, "locked", held)
        with pytest.raises(Trouble, match="another program holds the incident"):
            notebook.flush()
    notebook.flush()
    assert notebook.unsaved == 0


def test_a_file_that_vanished_is_written_anew_with_everything(notebook: Notebook, path: Path) -> None:
    path.unlink()
    say(notebook, "one")
    notebook.flush()
    assert sorted(texts(path)) == ["one", "pager"]


def test_a_file_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Notebook(tmp_path / NAME, Clock(), "mina")


def test_the_lock_lies_beside_the_file_and_is_private(notebook: Notebook, path: Path) -> None:
    say(notebook, "one")
    notebook.flush()
    assert {item.name for item in path.parent.iterdir()} == {NAME, ".locks"}


class Heard:
    """Waits until the notebook said something that was hoped for."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._news = threading.Condition()
        notebook.listener = self._hear

    def _hear(self, _: Changed) -> None:
        with self._news:
            self._news.notify_all()

    def saved(self) -> bool:
        """Whether everything is on the disk, soon."""
        with self._news:
            return self._news.wait_for(lambda: not self._notebook.unsaved, timeout=20)

    def holds(self, text: str) -> bool:
        """Whether the timeline has that text, soon."""
        with self._news:
            return self._news.wait_for(lambda: text in texts(self._notebook), timeout=20)


def test_a_thread_writes_each_change_and_notices_others(notebook: Notebook, path: Path) -> None:
    heard = Heard(notebook)
    notebook.start()
    try:
        say(notebook, "one")
        assert heard.saved()
        assert sorted(texts(path)) == ["one", "pager"]
        other = Notebook(path, Clock(), "omar")
        say(other, "from a shell")
        other.flush()
        assert heard.holds("from a shell")
    finally:
        notebook.close()


def test_the_thread_goes_on_after_trouble(notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard(notebook)
    failed = threading.Event()
    append = IncidentFile.append

    def fails_once(self: IncidentFile, number: str, record: Any, *, first: bool) -> bool:
        if not failed.is_set():
            failed.set()
            raise OSError(5, "Input/output error")
        return append(self, number, record, first=first)

    monkeypatch.setattr(IncidentFile, "append", fails_once)
    notebook.start()
    try:
        say(notebook, "one")
        assert heard.saved()
    finally:
        notebook.close()
    assert failed.is_set()
    assert sorted(texts(path)) == ["one", "pager"]


def test_closing_writes_what_is_left(notebook: Notebook, path: Path) -> None:
    notebook.start()
    for number in range(20):
        say(notebook, f"entry {number}")
    notebook.close()
    assert len(texts(path)) == 21
    assert threading.active_count() == 1 or "notebook" not in {thread.name for thread in threading.enumerate()}


def test_closing_without_a_thread_writes_too(notebook: Notebook, path: Path) -> None:
    say(notebook, "one")
    notebook.close()
    assert len(texts(path)) == 2


def test_a_wrong_file_of_another_incident_is_not_taken_over(notebook: Notebook, path: Path) -> None:
    content = b'{"incident": {"1": {"schema": 99}}}'
    path.write_bytes(content)
    with pytest.raises(Trouble, match="newer Bridgelog"):
        say(notebook, "one")
        notebook.flush()
    assert path.read_bytes() == content
    assert not isinstance(notebook.trouble, BrokenFile)
