"""Several programs change one incident at once: every change of each is kept, and each sees the others'."""

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock
from tinydb import TinyDB

from data import writer as writing
from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from data.trouble import Trouble
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident
from tests.faults.driver import FACTORS

CHANGES = max(30, int(os.environ.get("BRIDGELOG_TORTURE", "30")) // 10)
"""How many changes each program makes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "INC-20261123-K7QF.json"
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return file


def opened(path: Path, author: str = "mina") -> Notebook:
    return Notebook(path, system_clock, author)


def texts(path: Path) -> list[str]:
    with TinyDB(path, access_mode="r") as database:
        return sorted(row["text"] for row in database.table("timeline").all())


def stamp(notebook: Notebook, text: str) -> None:
    notebook.stamp(NewEntry(notebook.now, text))


def write_much(path: Path, writer: int) -> None:
    """What each of the programs does: stamps, corrections, scores, and some stamps that it deletes or takes back."""
    notebook = opened(path, f"w{writer}")
    for number in range(CHANGES):
        stamp(notebook, f"{writer}-{number}")
        if number % 3 == 0:
            newest = next(item for item in notebook.incident.timeline.root if item.text == f"{writer}-{number}")
            notebook.correct(newest, {"text": f"{writer}-{number} corrected"})
        notebook.flush()
        if number % 5 == 0:
            stamp(notebook, f"gone {writer}")
            notebook.flush()
            if number % 10:
                notebook.undo()
            else:
                notebook.delete(next(item for item in notebook.incident.timeline.root if item.text == f"gone {writer}"))
        notebook.put(Message("score"), "factors", FACTORS[writer], {"score": number % 4})
        notebook.put(Message("why"), "factors", FACTORS[writer], {"note": f"note {number}"})
        notebook.flush()
    notebook.close()


def expected(writer: int) -> list[str]:
    return [f"{writer}-{number}" + (" corrected" if number % 3 == 0 else "") for number in range(CHANGES)]


def test_four_programs_at_once_lose_no_change_of_any(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    programs = [spawn.Process(target=write_much, args=(path, writer)) for writer in range(len(FACTORS))]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0] * len(programs)
    assert texts(path) == sorted(["pager", *(text for writer in range(len(FACTORS)) for text in expected(writer))])
    tables = json.loads(path.read_bytes())
    scores = {row["id"]: row["score"] for row in tables["factors"].values() if row["id"] in FACTORS}
    assert scores == dict.fromkeys(FACTORS, (CHANGES - 1) % 4)
    ids = [row["id"] for name in ("timeline", "history") for row in tables[name].values()]
    assert len(ids) == len(set(ids))


def heard(notebook: Notebook, hoped_for: Callable[[], bool], act: Callable[[], object]) -> bool:
    """Whether that comes true, soon after the act, at one of the moments at which the notebook says something."""
    news = threading.Condition()

    def hear(_: object) -> None:
        with news:
            news.notify_all()

    notebook.listener = hear
    with news:
        act()
        return news.wait_for(hoped_for, timeout=30)


def test_an_open_screen_hears_of_another_programs_changes_and_deletions(path: Path) -> None:
    def shown() -> list[str]:
        return [item.text for item in screen.incident.timeline.root]

    def change(act: Callable[[Notebook], object]) -> None:
        other = opened(path, "omar")
        act(other)
        other.close()

    with closing(opened(path)) as screen:
        screen.start()
        assert heard(screen, lambda: "shell" in shown(), lambda: change(lambda other: stamp(other, "shell")))
        pager = screen.incident.timeline.root[0]
        assert heard(screen, lambda: "pager" not in shown(), lambda: change(lambda other: other.delete(pager)))


def test_undo_takes_back_only_ones_own(path: Path) -> None:
    mine, theirs = opened(path), opened(path, "omar")
    for number in range(3):
        stamp(mine, f"mine {number}")
        mine.flush()
        stamp(theirs, f"theirs {number}")
        theirs.put(Message("score"), "factors", "testing", {"score": number})
        theirs.flush()
    while mine.undo():
        mine.flush()
    assert texts(path) == ["pager", "theirs 0", "theirs 1", "theirs 2"]
    assert opened(path).incident.factors.root["testing"].score == 2
    while mine.redo():
        mine.flush()
    assert texts(path) == ["mine 0", "mine 1", "mine 2", "pager", "theirs 0", "theirs 1", "theirs 2"]


def test_two_fields_of_one_record_are_both_kept(path: Path) -> None:
    mine, theirs = opened(path), opened(path, "omar")
    mine.put(Message("title"), "summary", "summary", {"title": "Checkout answers 502"})
    theirs.put(Message("users"), "summary", "summary", {"users_affected": 4200})
    mine.flush()
    theirs.flush()
    summary = opened(path).incident.summary
    assert (summary.title, summary.users_affected) == ("Checkout answers 502", 4200)


def hold_for_ever(lock: Path, held: "multiprocessing.synchronize.Event") -> None:
    with FileLock(lock):
        held.set()
        signal.pause()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_killed_program_hinders_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = opened(path)
    stamp(notebook, "before")
    notebook.flush()
    (lock,) = (path.parent / ".locks").iterdir()
    spawn = multiprocessing.get_context("spawn")
    held = spawn.Event()
    program = spawn.Process(target=hold_for_ever, args=(lock, held))
    program.start()
    assert held.wait(timeout=60)
    stamp(notebook, "after")
    monkeypatch.setattr(writing, "LOCK_PATIENCE", 0.05)
    with pytest.raises(Trouble, match="another program holds"):
        notebook.flush()
    assert notebook.unsaved == 1
    program.kill()
    program.join()
    monkeypatch.setattr(writing, "LOCK_PATIENCE", 5.0)
    notebook.flush()
    assert texts(path) == ["after", "before", "pager"]
