"""What cannot be saved is kept elsewhere: a whole copy, a text, and a copy when the program has to end."""

import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from data import incident_file
from data.clock import system_clock
from data.durable import sync
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.rescue import as_text, rescued, save_copy
from data.tables import tables_of
from data.trouble import Trouble
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident

NAME = "INC-20261123-K7QF.json"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    """An incident with an entry and a score that are not saved."""
    path = tmp_path / "workspace" / NAME
    IncidentFile(path).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    notebook = Notebook(path, system_clock, "mina")
    notebook.stamp(NewEntry(notebook.now, "queue drained"))
    notebook.put(Message("factor"), "factors", "testing", {"score": 2})
    yield notebook


def test_a_copy_holds_everything_and_its_history(notebook: Notebook, tmp_path: Path) -> None:
    path = save_copy(notebook, tmp_path / "stick" / "copy.json")
    assert Notebook(path, system_clock, "x").incident == notebook.incident
    assert notebook.unsaved == 2
    with TinyDB(path, access_mode="r") as database:
        assert len(database.table("history").all()) == 1
    if os.name != "nt":
        assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_in_a_folder_a_copy_gets_the_incidents_name(notebook: Notebook, tmp_path: Path) -> None:
    assert save_copy(notebook, tmp_path) == tmp_path / NAME


def test_no_file_is_replaced_unasked(notebook: Notebook, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("precious")
    with pytest.raises(Trouble, match="is there already: choose another name"):
        save_copy(notebook, other)
    with pytest.raises(Trouble, match="is there already"):
        save_copy(notebook, notebook.path)
    assert other.read_text() == "precious"
    save_copy(notebook, other, replace=True)
    assert json.loads(other.read_text())["summary"]


def test_where_a_copy_cannot_be_written_it_is_said_and_nothing_is_left(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(incident_file, "sync", full)
    with pytest.raises(Trouble, match=r"copy\.json cannot be written: No space left on device; choose another"):
        save_copy(notebook, tmp_path / "copy.json")
    assert [item.name for item in tmp_path.iterdir()] == ["workspace"]


def test_the_text_names_each_change_with_its_fields(notebook: Notebook) -> None:
    lines = as_text(notebook).splitlines()
    assert lines[0] == "INC-20261123-K7QF · Checkout is slow · 2 changes that are not saved"
    assert lines[1].endswith(" · mina · stamp " + lines[1][11:16])
    assert lines[2].startswith("    Timeline · “queue drained”: – → queue drained · Happened: ")
    assert lines[-1] == "    Factors · Insufficient testing · Score: – → significant"


def test_when_the_program_has_to_end_it_saves_and_needs_no_copy(notebook: Notebook, tmp_path: Path) -> None:
    notebook.start()
    assert rescued(notebook, 30, [tmp_path / "home"]) is None
    assert "queue drained" in notebook.path.read_text()
    assert not (tmp_path / "home").exists()


def test_when_the_program_has_to_end_and_the_disk_refuses_the_first_folder_that_can_takes_a_copy(
    notebook: Notebook, tmp_path: Path
) -> None:
    notebook.path.write_text("{ somebody else was here")
    (tmp_path / "a file").write_text("")
    copy = rescued(notebook, 30, [tmp_path / "a file", tmp_path / "home"])
    assert copy is not None
    assert copy.parent == tmp_path / "home"
    assert copy.name.startswith("INC-20261123-K7QF-rescued-")
    assert Notebook(copy, system_clock, "x").incident == notebook.incident
    assert notebook.path.read_text() == "{ somebody else was here"


def test_a_disk_that_hangs_does_not_hold_the_end_up(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hangs, goes_on = threading.Event(), threading.Event()

    def hang(handle: int) -> None:
        if threading.current_thread().name == "notebook":
            hangs.set()
            assert goes_on.wait(timeout=60)
        sync(handle)

    monkeypatch.setattr(incident_file, "sync", hang)
    notebook.start()
    assert hangs.wait(timeout=60)
    copy = rescued(notebook, 0.01, [tmp_path / "home"])
    assert copy is not None
    assert [item.text for item in Notebook(copy, system_clock, "x").incident.timeline.root][-1] == "queue drained"
    goes_on.set()
    notebook.close()


def test_where_no_folder_takes_a_copy_it_is_said(notebook: Notebook, tmp_path: Path) -> None:
    notebook.path.write_text("{")
    (tmp_path / "a file").write_text("")
    with pytest.raises(Trouble):
        rescued(notebook, 30, [tmp_path / "a file"])
