"""Disks that are full, slow, read-only or gone: what cannot be written is kept, and what is written stays whole."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from data import incident_file
from data.clock import system_clock
from data.incident_file import IncidentFile
from data.layout import end_of
from data.notebook import Notebook
from data.tables import tables_of
from data.trouble import Trouble
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident

NAME = "INC-20261123-K7QF.json"
LINE = "error rate of checkout falls, canary still healthy, queue drained to a third"


def made(folder: Path) -> Path:
    """An incident's file in that folder."""
    file = folder / NAME
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made(tmp_path / "workspace")


def opened(path: Path) -> Notebook:
    return Notebook(path, system_clock, "mina")


def texts(path: Path) -> list[str]:
    """The texts of the timeline, as stock TinyDB finds them."""
    with TinyDB(path, access_mode="r") as database:
        return sorted(row["text"] for row in database.table("timeline").all())


def stamp(notebook: Notebook, text: str) -> None:
    notebook.stamp(NewEntry(notebook.now, text))


def score(notebook: Notebook, value: int) -> None:
    notebook.put(Message("score"), "factors", "testing", {"score": value})


def not_saved(notebook: Notebook, reason: str, *, unsaved: int) -> None:
    with pytest.raises(Trouble, match=reason):
        notebook.flush()
    assert notebook.trouble is not None
    assert notebook.unsaved == unsaved


def all_saved(notebook: Notebook) -> None:
    notebook.flush()
    assert (notebook.unsaved, notebook.trouble) == (0, None)
    assert opened(notebook.path).incident == notebook.incident
    tables = json.loads(notebook.path.read_bytes())
    for name in ("timeline", "history"):
        ids = [row["id"] for row in tables[name].values()]
        assert len(ids) == len(set(ids))


def fails(code: int, times: int = 1_000_000) -> Callable[..., None]:
    """A call that fails with that error so many times."""
    left = [times]

    def fail(*_: Any, **__: Any) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise OSError(code, os.strerror(code))

    return fail


# --- full ----------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 256 KB, where this system lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "tmpfs", str(folder)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_many_stamps_are_still_saved_and_the_rest_when_there_is_space(small_disk: Path) -> None:
    path = made(small_disk)
    notebook = opened(path)
    stamp(notebook, "before")
    notebook.flush()
    filling = small_disk / "filling"
    with pytest.raises(OSError, match="No space"), filling.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096) == 4096:
            pass
        file.write(b"x")
    saved = 0
    while not notebook.unsaved:
        stamp(notebook, f"{LINE} {saved}")
        try:
            notebook.flush()
            saved += 1
        except Trouble:
            assert "No space left" in str(notebook.trouble)
        assert len(texts(path)) == 2 + saved
    assert saved >= 40
    score(notebook, 2)
    not_saved(notebook, "No space left", unsaved=2)
    assert len(texts(path)) == 2 + saved
    assert {item.name for item in small_disk.iterdir()} == {NAME, ".locks", "filling"}
    filling.unlink()
    all_saved(notebook)
    assert len(texts(path)) == 3 + saved


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """The system cuts every write off there, as a disk does that is full in the middle of it."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
@pytest.mark.parametrize("room", [0, 1, 7, 60, 250])
def test_an_append_that_is_cut_off_in_the_middle_harms_nothing_and_is_made_up_for(path: Path, room: int) -> None:
    notebook = opened(path)
    stamp(notebook, "before")
    notebook.flush()
    end = end_of(path.read_bytes())
    assert end is not None
    with no_file_longer_than(end + room):
        stamp(notebook, LINE * 5)
        not_saved(notebook, "File too large|No space left", unsaved=1)
        assert [item.text for item in opened(path).incident.timeline.root][:2] == ["pager", "before"]
        stamp(notebook, "and another")
        not_saved(notebook, "File too large|No space left", unsaved=2)
    all_saved(notebook)
    assert texts(path) == sorted(["and another", "before", "pager", LINE * 5])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_a_whole_write_that_is_cut_off_leaves_the_file_and_no_litter(path: Path) -> None:
    notebook = opened(path)
    before = path.read_bytes()
    with no_file_longer_than(1000):
        score(notebook, 3)
        not_saved(notebook, "File too large", unsaved=1)
    assert path.read_bytes() == before
    assert {item.name for item in path.parent.iterdir()} == {NAME, ".locks"}
    all_saved(notebook)


# --- errors that say nothing about what was written -------------------------------------------------------


@pytest.mark.parametrize("call", ["sync", "sync_folder"])
@pytest.mark.parametrize("changes", [(stamp,), (score,), (stamp, score), (score, stamp), (stamp, stamp)])
def test_what_a_failing_sync_left_in_the_file_is_not_written_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, changes: tuple[Callable[..., None], ...]
) -> None:
    notebook = opened(path)
    for number, change in enumerate(changes):
        change(notebook, f"entry {number}" if change is stamp else number + 1)
    monkeypatch.setattr(incident_file, call, fails(5))
    not_saved(notebook, "Input/output error", unsaved=len(changes))
    not_saved(notebook, "Input/output error", unsaved=len(changes))
    monkeypatch.undo()
    all_saved(notebook)
    assert texts(path) == sorted(["pager", *(f"entry {n}" for n, change in enumerate(changes) if change is stamp)])


@pytest.mark.parametrize("change", [stamp, score])
def test_undo_takes_back_what_a_failing_sync_left_in_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[..., None]
) -> None:
    notebook = opened(path)
    stamp(notebook, "what came before is durable")
    all_saved(notebook)
    before = notebook.incident
    change(notebook, 1 if change is score else "slip")
    with monkeypatch.context() as broken:
        broken.setattr(incident_file, "sync_folder" if change is score else "sync", fails(5, times=2))
        not_saved(notebook, "Input/output error", unsaved=1)
    notebook.undo()
    all_saved(notebook)
    assert notebook.incident == before
    assert opened(path).incident == before


# --- slow --------------------------------------------------------------------------------------------


class Hopes:
    """Waits for what a notebook's thread is to bring about."""

    def __init__(self, notebook: Notebook) -> None:
        self._news = threading.Condition()
        notebook.listener = self._hear

    def _hear(self, _: object) -> None:
        with self._news:
            self._news.notify_all()

    def come_true(self, hope: Callable[[], bool]) -> bool:
        """Whether it does, at one of the moments at which the notebook says something."""
        with self._news:
            return self._news.wait_for(hope, timeout=30)


@pytest.fixture
def screen(path: Path) -> Iterator[Notebook]:
    """A notebook that writes from its thread."""
    notebook = opened(path)
    yield notebook
    notebook.close()


def test_a_sync_that_takes_its_time_holds_nobody_up(
    screen: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncing, done = threading.Event(), threading.Event()

    def slow(_: int) -> None:
        syncing.set()
        assert done.wait(timeout=60)

    monkeypatch.setattr(incident_file, "sync", slow)
    hopes = Hopes(screen)
    screen.start()
    stamp(screen, "one")
    assert syncing.wait(timeout=60)
    stamp(screen, "two")
    score(screen, 2)
    stamp(screen, "slip")
    screen.undo()
    assert {item.text for item in screen.incident.timeline.root} == {"one", "two", "pager"}
    assert screen.incident.factors.root["testing"].score == 2
    assert screen.unsaved
    done.set()
    assert hopes.come_true(lambda: not screen.unsaved)
    assert texts(path) == ["one", "pager", "two"]


def test_what_is_not_saved_is_saved_by_itself_when_there_is_space_again(
    screen: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hopes = Hopes(screen)
    screen.start()
    with monkeypatch.context() as full:
        full.setattr(incident_file, "sync", fails(28))
        stamp(screen, "one")
        score(screen, 1)
        assert hopes.come_true(lambda: screen.trouble is not None)
        assert "No space left" in str(screen.trouble)
        assert screen.unsaved
    assert hopes.come_true(lambda: not screen.unsaved)
    assert screen.trouble is None
    assert texts(path) == ["one", "pager"]


def test_whatever_goes_wrong_in_the_thread_it_goes_on(
    screen: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()
    append = IncidentFile.append

    def fails_once(*arguments: Any, **named: Any) -> bool:
        if not failed.is_set():
            failed.set()
            raise RecursionError("too deep")
        return append(*arguments, **named)

    monkeypatch.setattr(IncidentFile, "append", fails_once)
    hopes = Hopes(screen)
    screen.start()
    stamp(screen, "one")
    assert hopes.come_true(lambda: not screen.unsaved)
    assert texts(path) == ["one", "pager"]


# --- read-only, gone, replaced --------------------------------------------------------------------------


def test_a_file_that_may_not_be_written_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = opened(path)
    before = path.read_bytes()
    with monkeypatch.context() as locked:
        locked.setattr(os, "access", lambda *_: False)
        score(notebook, 1)
        not_saved(notebook, "Permission denied", unsaved=1)
    assert path.read_bytes() == before
    all_saved(notebook)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may write everywhere")
@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_what_may_not_be_written_is_kept_until_it_may(path: Path, read_only: str) -> None:
    notebook = opened(path)
    target, mode = (path, 0o400) if read_only == "file" else (path.parent, 0o500)
    old = target.stat().st_mode
    target.chmod(mode)
    try:
        score(notebook, 1)
        not_saved(notebook, "Permission denied", unsaved=1)
    finally:
        target.chmod(old)
    all_saved(notebook)


def test_on_a_read_only_disk_everything_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = opened(path)
    before = path.read_bytes()
    with monkeypatch.context() as read_only:
        read_only.setattr(Path, "mkdir", fails(30))
        stamp(notebook, "one")
        score(notebook, 1)
        not_saved(notebook, "Read-only file system", unsaved=2)
    assert path.read_bytes() == before
    all_saved(notebook)


def test_a_folder_that_vanishes_and_comes_back(path: Path) -> None:
    notebook = opened(path)
    stamp(notebook, "one")
    notebook.flush()
    away = path.parent.rename(path.parent.with_name("away"))
    stamp(notebook, "two")
    not_saved(notebook, "No such file", unsaved=1)
    assert not path.parent.exists()
    away.rename(path.parent)
    all_saved(notebook)
    assert texts(path) == ["one", "pager", "two"]


def test_a_folder_that_comes_back_empty_gets_everything_again(path: Path) -> None:
    notebook = opened(path)
    stamp(notebook, "one")
    notebook.flush()
    shutil.rmtree(path.parent)
    score(notebook, 2)
    not_saved(notebook, "No such file", unsaved=1)
    path.parent.mkdir()
    all_saved(notebook)
    assert texts(path) == ["one", "pager"]


def test_where_an_older_copy_was_put_back_what_is_not_saved_is_added_to_it(path: Path) -> None:
    notebook = opened(path)
    older = path.read_bytes()
    stamp(notebook, "one")
    notebook.flush()
    stamp(notebook, "two")
    notebook.correct(notebook.incident.timeline.root[-2], {"text": "one, corrected"})
    path.write_bytes(older)
    all_saved(notebook)
    assert texts(path) == ["one, corrected", "pager", "two"]


def test_a_newer_copy_is_taken_over(path: Path, tmp_path: Path) -> None:
    notebook = opened(path)
    copy = Path(shutil.copytree(path.parent, tmp_path / "elsewhere")) / NAME
    elsewhere = opened(copy)
    stamp(elsewhere, "newer")
    elsewhere.close()
    stamp(notebook, "mine")
    copy.replace(path)
    all_saved(notebook)
    assert texts(path) == ["mine", "newer", "pager"]


@pytest.mark.parametrize("litter", [b"", b"{", b"half of what"])
def test_what_a_killed_program_of_the_same_number_left_is_in_nobodys_way(path: Path, litter: bytes) -> None:
    path.with_name(f".{NAME}.{os.getpid()}.tmp").write_bytes(litter)
    notebook = opened(path)
    score(notebook, 1)
    all_saved(notebook)
    assert {item.name for item in path.parent.iterdir()} == {NAME, ".locks"}
