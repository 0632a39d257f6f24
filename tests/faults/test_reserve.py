"""A reserve of disk space: on a full disk it lets edits through, one after the other, and is laid down again."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.reserve import SPARE, Reserve
from data.tables import tables_of
from data.trouble import Trouble
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident

NAME = "INC-20261123-K7QF.json"
LINE = "error rate of checkout falls, canary still healthy, queue drained to a third"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 512 KB, where this system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def opened(folder: Path) -> Notebook:
    path = folder / NAME
    IncidentFile(path).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return Notebook(path, system_clock, "mina")


def score(notebook: Notebook, value: int) -> None:
    notebook.put(Message("score"), "factors", "testing", {"score": value})


def fill(folder: Path) -> None:
    """Leave no space on the disk, as a log file does that grows."""
    with (folder / "filling").open("ab", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while file.write(b"x" * 4096) == 4096:
            pass
        file.write(b"x")


def reserve(folder: Path) -> Path:
    return folder / ".locks" / "reserve"


def test_on_a_full_disk_edits_are_saved_even_while_another_program_fills_every_gap(disk: Path) -> None:
    notebook = opened(disk)
    score(notebook, 1)
    notebook.flush()
    assert reserve(disk).stat().st_blocks * 512 >= SPARE
    for value in (2, 3, 0, 1, 2):
        fill(disk)
        score(notebook, value)
        notebook.flush()
        assert Notebook(notebook.path, system_clock, "x").incident.factors.root["testing"].score == value
        assert reserve(disk).exists()


def test_on_a_full_disk_stamps_go_on_where_the_blanks_of_a_file_are_used_up(disk: Path) -> None:
    notebook = opened(disk)
    score(notebook, 1)
    notebook.flush()
    fill(disk)
    saved = 0
    while not notebook.unsaved:
        notebook.stamp(NewEntry(notebook.now, f"{LINE} {saved}"))
        try:
            notebook.flush()
            saved += 1
        except Trouble:
            assert "No space left" in str(notebook.trouble)
    assert saved >= 120
    assert len(json.loads(notebook.path.read_bytes())["timeline"]) == 1 + saved
    (disk / "filling").unlink()
    notebook.flush()
    assert notebook.unsaved == 0


def test_a_file_just_written_anew_takes_stamps_on_a_full_disk(disk: Path) -> None:
    notebook = opened(disk)
    score(notebook, 1)
    notebook.flush()
    reserve(disk).unlink()
    fill(disk)
    for number in range(40):
        notebook.stamp(NewEntry(notebook.now, f"{LINE} {number}"))
        notebook.flush()
    score(notebook, 2)
    with pytest.raises(Trouble, match="No space left"):
        notebook.flush()
    assert notebook.unsaved == 1
    (disk / "filling").unlink()
    notebook.flush()
    assert reserve(disk).exists()


def test_a_program_that_keeps_an_incident_open_lays_the_reserve_down_before_it_is_needed(disk: Path) -> None:
    notebook = opened(disk)
    notebook.start()
    while not notebook.is_open:
        pass
    notebook.close()
    fill(disk)
    score(notebook, 1)
    notebook.flush()
    assert Notebook(notebook.path, system_clock, "x").incident.factors.root["testing"].score == 1


def test_the_reserve_grows_with_the_file_and_is_private(tmp_path: Path) -> None:
    notebook = opened(tmp_path)
    keeps = Reserve(notebook.path)
    (tmp_path / ".locks").mkdir()
    keeps.lay()
    size = reserve(tmp_path).stat().st_size
    keeps.lay()
    assert reserve(tmp_path).stat().st_size == size == notebook.path.stat().st_size + SPARE
    if os.name != "nt":
        assert reserve(tmp_path).stat().st_mode & 0o777 == 0o600
    with notebook.path.open("ab") as file:
        file.write(b" " * (2 * SPARE))
    keeps.lay()
    assert reserve(tmp_path).stat().st_size == notebook.path.stat().st_size + SPARE


def test_a_reserve_that_cannot_be_laid_down_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = opened(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("data.reserve._fill", full)
    score(notebook, 1)
    notebook.flush()
    assert not reserve(tmp_path).exists()


def test_other_errors_than_a_full_disk_leave_the_reserve_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = opened(tmp_path)
    score(notebook, 1)
    notebook.flush()

    def broken(*_: object) -> None:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr(IncidentFile, "write", broken)
    score(notebook, 2)
    with pytest.raises(Trouble, match="Input/output error"):
        notebook.flush()
    assert reserve(tmp_path).exists()
