"""The past of a workspace: read once, anew where a file of it has changed, and not at all where there is none."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from data.index.facts import Index
from data.quarter import gathered, gathering
from data.similar import Memory
from data.workspace import Workspace
from tests.quarters import live_like_the_past, past

TODAY = date(2026, 11, 23)


def workspace(folder: Path, count: int = 1) -> Workspace:
    live = live_like_the_past()
    made = Workspace(folder, lambda: live.summary.started_at, "mina")
    for incident in (live, *past(count)):
        made.add(incident)
    return made


def test_the_past_is_read_once_and_anew_where_a_file_of_it_has_changed(tmp_path: Path) -> None:
    memory, live = Memory(workspace(tmp_path)), live_like_the_past()
    reading = Memory._read
    with patch.object(Memory, "_read", autospec=True, side_effect=reading) as read:
        found = memory.like(live, TODAY, lambda: True)
        assert live.id not in {one.facts.id for one in found}
        assert memory.like(live, TODAY, lambda: True) == found
        assert read.call_count == 1
        (tmp_path / f"{found[0].facts.id}.json").unlink()
        assert [one.facts.id for one in memory.like(live, TODAY, lambda: True)] == [one.facts.id for one in found[1:]]
        assert read.call_count == 2


def test_the_incident_at_hand_can_change_without_that_anything_is_read(tmp_path: Path) -> None:
    made = workspace(tmp_path)
    memory, live = Memory(made), live_like_the_past()
    found = memory.like(live, TODAY, lambda: True)
    (tmp_path / f"{live.id}.json").write_text("{}")
    with patch.object(Memory, "_read", side_effect=AssertionError):
        assert memory.like(live, TODAY, lambda: True) == found


def test_who_does_not_wait_for_it_gets_nothing_and_may_ask_again(tmp_path: Path) -> None:
    memory, live = Memory(workspace(tmp_path)), live_like_the_past()
    assert memory.like(live, TODAY, lambda: False) == ()
    assert memory.like(live, TODAY, lambda: True)


def test_where_the_folder_cannot_be_read_or_a_file_is_broken_the_rest_is_there(tmp_path: Path) -> None:
    memory, live = Memory(workspace(tmp_path)), live_like_the_past()
    (tmp_path / "INC-20261101-0000.json").write_text("{")
    assert memory.like(live, TODAY, lambda: True)
    with patch("data.similar.listed", side_effect=PermissionError):
        assert memory.like(live, TODAY, lambda: True) == ()
    assert memory.like(live, TODAY, lambda: True)


def test_what_was_read_is_kept_in_between(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    monkeypatch.setattr(gathering, "_KEPT_AT_ONCE", 4)
    monkeypatch.setattr(Index, "keep", lambda _index, fresh, *_: kept.append(len(list(fresh))))
    found = gathered(workspace(tmp_path, 2))
    assert found is not None
    assert (len(found.facts), kept) == (11, [4, 4, 3])
