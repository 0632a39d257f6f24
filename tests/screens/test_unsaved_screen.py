"""What is not saved: shown, tried again, saved elsewhere, copied out; and quitting never drops it in silence."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.reserve import Reserve
from model.message import Message
from model.stamping import NewEntry
from screens.unsaved import Unsaved, WaitingList
from screens.widgets.field_input import FieldInput
from tests.screens.program import Program


class Disk:
    """A disk that is full as long as it is said to be, except for files elsewhere."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._folder = folder
        for name in ("write", "append"):
            patch.setattr(IncidentFile, name, self._unless_full(getattr(IncidentFile, name)))
        patch.setattr(Reserve, "_given_up", lambda _: False)

    def _unless_full(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def limited(file: IncidentFile, *arguments: Any, **named: Any) -> Any:
            if self.full and self._folder in file.path.parents:
                raise OSError(28, os.strerror(28))
            return call(file, *arguments, **named)

        return limited


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return Disk(tmp_path / "workspace", monkeypatch)


@asynccontextmanager
async def not_saved(folder: Path, disk: Disk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Program]:
    """A program with an entry and a score that the disk does not take."""
    program = Program(folder)
    async with program.running(size=size) as running:
        notebook = running.notebook
        disk.full = True
        notebook.stamp(NewEntry(program.clock.now, "queue drained"))
        notebook.put(Message("factor"), "factors", "testing", {"score": 2})
        notebook._write_pending()
        await running.press("escape")
        yield running
        disk.full = False


def waiting(program: Program) -> WaitingList:
    return program.app.screen.query_one(WaitingList)


async def test_it_shows_why_and_what_and_is_empty_when_all_is_saved(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        assert "2 NOT SAVED" in program.screen_text()
        await program.press("S")
        text = program.screen_text()
        assert "2 changes are not saved." in text
        assert "No space left on device" in text
        assert "Timeline → queue drained" in text
        assert len(waiting(program).rows) == 2
        disk.full = False
        await program.press("r")
        assert len(waiting(program).rows) == 0
        assert "All is saved, in" in program.screen_text()
        assert program.app.screen.is_modal
        await program.press("escape")
        assert "saved 10:44" in program.screen_text()


async def test_a_copy_elsewhere_has_everything_and_replaces_nothing(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        target = tmp_path / "home" / program.path.name
        await program.press("S", "s", "enter")
        assert f"in {target}" in program.screen_text().replace("\n", "") or target.exists()
        copy = Notebook(target, program.clock, "x").incident
        assert copy == program.notebook.incident
        assert program.notebook.unsaved == 2
        before = target.read_bytes()
        await program.press("s", "enter")
        assert "is there already" in program.screen_text()
        assert target.read_bytes() == before


async def test_the_changes_are_copied_out_as_text(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        await program.press("S", "y")
        text = program.app.clipboard
        assert "2 changes that are not saved" in text
        assert "Factors · Insufficient testing · Score: – → significant" in text
        assert "queue drained" in text
        assert "2026-11-23 10:44:00 UTC+01:00 · mina" in text


async def test_quitting_asks_and_goes_when_the_disk_takes_everything(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        await program.press("ctrl+q")
        assert isinstance(program.app.screen, Unsaved)
        assert "Q ends it now" in program.screen_text()
        assert program.app.is_running
        disk.full = False
        program.notebook.flush()
        await program.pilot.pause()
        assert program.app._exit
    assert "queue drained" in program.path.read_text()


async def test_quitting_can_be_thought_better_of_and_the_program_goes_on_saving(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        await program.press("ctrl+q", "escape")
        assert not isinstance(program.app.screen, Unsaved)
        disk.full = False
        for _ in range(200):
            if not program.notebook.unsaved:
                break
            await program.pilot.pause(0.05)
        assert program.notebook.unsaved == 0
        assert not program.app._exit


async def test_trouble_that_shows_only_at_quitting_asks_too(tmp_path: Path, disk: Disk) -> None:
    program = Program(tmp_path)
    async with program.running():
        program.notebook.close()
        disk.full = True
        program.notebook.put(Message("factor"), "factors", "testing", {"score": 2})
        await program.press("escape", "ctrl+q")
        assert isinstance(program.app.screen, Unsaved)
        await program.press("escape", "S", "ctrl+q")
        assert isinstance(program.app.screen, Unsaved)
        assert program.app.screen.leaving
        disk.full = False


async def test_quitting_with_a_copy_elsewhere_says_where_it_is(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        await program.press("ctrl+q", "s")
        program.app.screen.query_one(FieldInput).value = str(tmp_path / "stick" / "copy.json")
        await program.press("enter")
        assert program.app._exit
        assert "copy.json" in str(program.app._exit_renderables[0])
    assert Notebook(tmp_path / "stick" / "copy.json", program.clock, "x").incident.timeline.root[-1].text


async def test_quitting_anyway_is_one_key_and_only_there_when_one_quits(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk) as program:
        await program.press("S", "Q")
        assert isinstance(program.app.screen, Unsaved)
        await program.press("ctrl+q", "Q")
        assert program.app._exit


async def test_a_tiny_terminal_shows_the_file_once_it_is_asked_for(tmp_path: Path, disk: Disk) -> None:
    async with not_saved(tmp_path, disk, size=(40, 10)) as program:
        await program.press("S")
        assert "not saved" in program.screen_text()
        await program.press("s")
        field = program.app.screen.query_one(FieldInput)
        assert field.has_focus
        assert 0 < field.region.y < 8


async def test_when_all_is_saved_quitting_asks_nothing(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("escape", "t", "ctrl+q")
        assert program.app._exit
    assert program.notebook.unsaved == 0


async def test_undo_on_the_screen_says_what_stays_since_somebody_changed_it(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        program.notebook.put(Message("Title"), "summary", "summary", {"title": "mine"})
        program.notebook.flush()
        other = program.workspace.open(program.path)
        other.put(Message("Title"), "summary", "summary", {"title": "theirs"})
        other.flush()
        program.notebook.flush()
        await program.press("escape", "u")
        assert any("“Title” stays as it is" in said for said in program.said)
        assert program.notebook.incident.summary.title == "theirs"


async def test_undo_on_the_screen_goes_on_after_a_restart(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("escape", "t")
        program.notebook.flush()
    program.notebook.close()
    program.clock.on(minutes=1)
    async with program.running():
        await program.press("escape", "u")
        assert any("Undone: stamp 10:44" in said for said in program.said)
        assert not program.notebook.incident.timeline.root
        await program.press("ctrl+y")
        assert len(program.notebook.incident.timeline.root) == 1
        program.notebook.close()


async def test_a_file_that_somebody_broke_is_in_trouble_though_nothing_waits(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        whole = program.path.read_bytes()
        program.path.write_text("{ somebody else was here")
        program.notebook._write_pending()
        await program.press("escape")
        assert "FILE IN TROUBLE" in program.screen_text()
        assert "NOT SAVED" not in program.screen_text()
        program.path.write_bytes(whole)
