"""Copies that are kept before a file is rewritten."""

import os
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from data import snapshots
from data.clock import system_clock
from data.snapshots import snapshot, snapshots_of
from data.workspace import Workspace

AT = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "INC-20261123-K7QF.json"
    path.write_bytes(b"{whatever it is")
    return path


def test_a_copy_says_of_what_when_and_why(path: Path) -> None:
    copy = snapshot(path, "repair", AT.astimezone(timezone(timedelta(hours=2))))
    assert copy == path.parent / ".snapshots" / "INC-20261123-K7QF-20261123T120005Z-repair.json"
    assert copy.read_bytes() == path.read_bytes() == b"{whatever it is"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_copies_are_private_whatever_the_file_was(path: Path) -> None:
    path.chmod(0o644)
    copy = snapshot(path, "merge", AT)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_no_copy_takes_another_ones_place(path: Path) -> None:
    first = snapshot(path, "merge", AT)
    path.write_bytes(b"later")
    second, third = snapshot(path, "merge", AT), snapshot(path, "merge", AT)
    assert [copy.name.removeprefix(path.stem) for copy in (second, third)] == [
        "-20261123T120005Z-merge-2.json",
        "-20261123T120005Z-merge-3.json",
    ]
    assert first.read_bytes() == b"{whatever it is"
    assert set(snapshots_of(path.parent)) == {first, second, third}


def test_a_disk_that_knows_no_links_keeps_copies_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, os.strerror(95))

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    copies = [snapshot(path, "merge", AT), snapshot(path, "merge", AT)]
    assert [copy.read_bytes() for copy in copies] == [path.read_bytes()] * 2
    assert sorted(path.parent.joinpath(".snapshots").iterdir()) == sorted(copies)


def test_no_list_takes_a_copy_for_an_incident(path: Path) -> None:
    snapshot(path, "merge", AT)
    assert Workspace(path.parent, system_clock, "mina").files() == [path]


def test_where_a_copy_cannot_be_kept_nothing_is_left_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(snapshots, "sync", full)
    with pytest.raises(OSError, match="No space"):
        snapshot(path, "repair", AT)
    assert list((path.parent / ".snapshots").iterdir()) == []


def test_of_a_folder_without_copies_there_are_none(tmp_path: Path) -> None:
    assert snapshots_of(tmp_path) == []
