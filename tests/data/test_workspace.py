"""The workspace: finding, creating and listing incidents, whatever else lies in the folder."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.trouble import NotFound, Trouble
from data.workspace import Workspace, workspace_path
from tests.building import NOON, incident


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace, whose folder does not exist yet."""
    return Workspace(tmp_path / "incidents", lambda: NOON, "mina")


def named(workspace: Workspace, *ids: str) -> None:
    """Incidents with those ids."""
    for name in ids:
        workspace.add(incident().model_copy(update={"id": name}))


def test_a_new_incident_needs_no_more_than_a_title(workspace: Workspace) -> None:
    path = workspace.create({"title": "Checkout is slow"}, zone="Europe/Berlin", currency="CHF")
    made = workspace.open(path).incident
    assert path.stem == made.id
    assert (made.summary.started_at, made.summary.zone, made.cost.currency) == (NOON, "Europe/Berlin", "CHF")
    assert (made.summary.severity, made.summary.live, made.created_at) == ("SEV-2", True, NOON)


def test_its_id_names_the_day_on_the_incidents_clock(workspace: Workspace) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    path = workspace.create({"title": "x", "started_at": late}, zone="Asia/Tokyo", currency="EUR")
    assert path.name.startswith("INC-20261124-")


@pytest.mark.parametrize("title", ["", "x" * 10_000])
def test_a_title_that_is_none_makes_no_file(workspace: Workspace, title: str) -> None:
    with pytest.raises(ValueError):
        workspace.create({"title": title}, zone="UTC", currency="EUR")
    assert workspace.files() == []


def test_files_are_listed_newest_first_and_others_are_left_alone(workspace: Workspace) -> None:
    assert workspace.files() == []
    named(workspace, "INC-20261122-AAAA", "INC-20261123-BBBB")
    for stray in ("notes.json", "INC-20261123-BBBB.json.bak", "INC-2026-XXXX.json", ".INC-20261123-BBBB.json.1.tmp"):
        (workspace.folder / stray).write_text("{")
    assert [path.stem for path in workspace.files()] == ["INC-20261123-BBBB", "INC-20261122-AAAA"]


def test_a_broken_file_is_named_and_hinders_no_other(workspace: Workspace) -> None:
    named(workspace, "INC-20261122-AAAA", "INC-20261123-BBBB")
    workspace.files()[0].write_text("{")
    broken, whole = workspace.incidents()
    assert broken.incident is None
    assert "not whole JSON" in str(broken.trouble)
    assert whole.incident is not None


def test_the_live_incidents_are_those_without_an_end(workspace: Workspace) -> None:
    workspace.add(incident().model_copy(update={"id": "INC-20261122-AAAA"}))
    workspace.add(incident(ended="13:00").model_copy(update={"id": "INC-20261123-BBBB"}))
    assert [found.id for found in workspace.live()] == ["INC-20261122-AAAA"]


def test_an_unambiguous_part_of_an_id_will_do(workspace: Workspace) -> None:
    named(workspace, "INC-20261122-AAAA", "INC-20261123-BBBB")
    assert workspace.find("bbbb").stem == "INC-20261123-BBBB"
    assert workspace.find("1122").stem == "INC-20261122-AAAA"
    with pytest.raises(NotFound, match="no incident matches “zz”"):
        workspace.find("zz")
    with pytest.raises(NotFound, match=r"matches 2 incidents: .* give more of the ID"):
        workspace.find("INC")


def test_an_id_that_is_taken_is_not_overwritten(workspace: Workspace) -> None:
    named(workspace, "INC-20261122-AAAA")
    with pytest.raises(Trouble, match="is in the workspace already"):
        named(workspace, "INC-20261122-AAAA")


def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    blocked = Workspace(tmp_path / "file" / "incidents", lambda: NOON, "mina")
    with pytest.raises(Trouble, match="choose another with --workspace"):
        blocked.create({"title": "x"}, zone="UTC", currency="EUR")


def test_a_folder_that_is_a_file_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble, match="cannot be read"):
        Workspace(tmp_path / "file", lambda: NOON, "mina").files()


def test_the_folder_is_the_one_given_then_that_of_the_environment(tmp_path: Path) -> None:
    assert workspace_path("given", {"BRIDGELOG_HOME": "set"}) == Path("given")
    assert workspace_path(None, {"BRIDGELOG_HOME": str(tmp_path)}) == tmp_path
    assert workspace_path("~/x", {}) == Path(os.path.expanduser("~")) / "x"  # noqa: PTH111
    assert workspace_path(None, {}).name == "bridgelog"
