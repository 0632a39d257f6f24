"""Files of older versions: read as they are, and kept before the first change is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from data import migrations
from data.clock import system_clock
from data.history import history
from data.incident_file import IncidentFile, Tables
from data.migrations import MIGRATIONS, migrated, schema_of
from data.notebook import Notebook
from data.snapshots import snapshots_of
from data.tables import incident_of, tables_of
from data.trouble import BrokenFile, Trouble
from data.workspace import Workspace
from model.incident import SCHEMA
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident


def with_sources(tables: Tables) -> Tables:
    """A made-up step: every entry says where it came from."""
    timeline = {number: {**row, "source": "before schema 2"} for number, row in tables["timeline"].items()}
    return {**tables, "timeline": timeline}


def with_a_note(tables: Tables) -> Tables:
    """Another one, which builds on it."""
    rows = {number: {**row, "text": f"{row['text']} ({row['source']})"} for number, row in tables["timeline"].items()}
    return {**tables, "timeline": rows}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "INC-20261123-K7QF.json"
    IncidentFile(path).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return path


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Bridgelog whose schema is one step further."""
    monkeypatch.setattr(migrations, "MIGRATIONS", (with_sources,))


def plain(path: Path) -> Any:
    return json.loads(path.read_bytes())


def test_there_is_a_step_to_every_schema_that_there_is() -> None:
    assert 1 + len(MIGRATIONS) == SCHEMA


def test_steps_are_taken_in_order_from_the_schema_that_the_file_names(path: Path) -> None:
    tables = plain(path)
    before = json.dumps(tables)
    newest = migrated(tables, path, (with_sources, with_a_note))
    assert newest["timeline"]["1"]["text"] == "pager (before schema 2)"
    assert schema_of(newest) == 3
    assert json.dumps(tables) == before
    half = migrated(tables, path, (with_sources,))
    assert migrated(half, path, (with_sources, with_a_note)) == newest


def test_what_is_in_the_newest_schema_stays_the_same_object(path: Path) -> None:
    tables = plain(path)
    assert migrated(tables, path, ()) is tables


def test_a_file_that_is_not_what_its_schema_says_is_refused_in_one_line(path: Path) -> None:
    def strict(tables: Tables) -> Tables:
        return {**tables, "cost": {"1": tables["cost"]["1"]["nowhere"]}}

    with pytest.raises(BrokenFile, match=r"cannot be brought to schema 2: .*bridgelog doctor"):
        migrated(plain(path), path, (strict,))


@pytest.mark.parametrize("version", [None, "1", 0, -1, True, 1.0])
def test_a_file_without_a_version_is_refused(version: object) -> None:
    with pytest.raises(BrokenFile, match="not an incident file"):
        migrated({"incident": {"1": {"schema": version}}}, Path("x.json"))


@pytest.mark.usefixtures("newer")
def test_reading_alone_writes_nothing(path: Path) -> None:
    content = path.read_bytes()
    notebook = Notebook(path, system_clock, "mina")
    notebook.flush()
    notebook.close()
    (found,) = Workspace(path.parent, system_clock, "mina").incidents()
    assert history(path)
    assert notebook.incident.timeline.root[0].source == "before schema 2"
    assert found.incident == notebook.incident
    assert path.read_bytes() == content
    assert snapshots_of(path.parent) == []


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("in_place", [True, False])
def test_before_the_first_change_is_written_the_old_file_is_kept(path: Path, in_place: bool) -> None:
    content = path.read_bytes()
    notebook = Notebook(path, system_clock, "mina")
    for text in ("and on", "and further"):
        if in_place:
            notebook.stamp(NewEntry(notebook.now, text))
        else:
            notebook.put(Message("title"), "summary", "summary", {"title": text})
        notebook.flush()
    (kept,) = snapshots_of(path.parent)
    assert kept.name.endswith("-migration.json")
    assert kept.read_bytes() == content
    assert schema_of(plain(path)) == 2
    assert plain(path)["timeline"]["1"]["source"] == "before schema 2"
    assert incident_of(plain(path), path) == notebook.incident == Notebook(path, system_clock, "omar").incident


@pytest.mark.usefixtures("newer")
def test_where_no_copy_can_be_kept_the_old_file_stays_and_the_change_waits(path: Path) -> None:
    content = path.read_bytes()
    (path.parent / ".snapshots").write_text("in the way")
    notebook = Notebook(path, system_clock, "mina")
    notebook.stamp(NewEntry(notebook.now, "and on"))
    with pytest.raises(Trouble):
        notebook.flush()
    assert path.read_bytes() == content
    assert notebook.unsaved == 1
    (path.parent / ".snapshots").unlink()
    notebook.flush()
    assert {row["text"] for row in plain(path)["timeline"].values()} == {"pager", "and on"}
    assert [kept.read_bytes() for kept in snapshots_of(path.parent)] == [content]


def test_a_newer_version_is_refused_untouched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (with_sources,))
        notebook = Notebook(path, system_clock, "mina")
        notebook.stamp(NewEntry(notebook.now, "and on"))
        notebook.flush()
    content = path.read_bytes()
    with pytest.raises(Trouble, match=r"schema 2, here 1\): update Bridgelog"):
        Notebook(path, system_clock, "mina")
    assert path.read_bytes() == content
