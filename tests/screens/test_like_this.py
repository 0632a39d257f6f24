"""Past incidents like the live one, beside its timeline: there by themselves, and never in the way."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from threading import Event, enumerate

import pytest

import data.quarter
from data.quarter import Gathered, gathered
from data.similar import Memory
from data.workspace import Workspace
from model.action_changes import new_action
from model.change import Change, edit
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.message import Message
from model.review.similar import Similar as Alike
from model.why_changes import answer
from screens.similar import Similar
from screens.widgets import like_this
from screens.widgets.like_this import LikeThis
from tests.quarters import past
from tests.screens.program import START, Program

LIKE_IT = {"title": "Payment: connection pool ran dry", "service": "payment"}


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(like_this, "PAUSE", 0.01)


def begun(folder: Path, **summary: str) -> Program:
    made = Program(folder, **summary)
    for incident in past():
        made.workspace.add(incident)
    return made


def shown(program: Program) -> str:
    return program.app.screen.query_one(LikeThis).render().plain


async def waited(program: Program) -> None:
    """Until what has changed was looked for."""
    await program.pilot.pause(0.05)
    await program.settled()


async def test_the_past_is_there_by_itself_with_its_fix_and_the_key_that_shows_more(tmp_path: Path) -> None:
    async with begun(tmp_path, **LIKE_IT).running() as program:
        lines = shown(program).splitlines()
        assert lines[:3] == ["23 like this  p", "8 overdue", ""]
        assert "fixed by: rolled" in shown(program)
        assert "23 like this  p" in program.screen_text()
        await program.press("escape", "p")
        assert isinstance(program.app.screen, Similar)


async def test_an_action_that_could_have_prevented_it_stands_beside_the_timeline(tmp_path: Path) -> None:
    begun = Program(tmp_path, title="Errors on the site", service="checkout")
    values = {"title": "Shop is down", "service": "checkout", "started_at": (START - timedelta(days=20)).isoformat()}
    before = begun.workspace.open(begun.workspace.create(values, zone="UTC", currency="EUR"))
    before.do(answer(before.incident, None, "Retries exhausted the connection pool", before.now))
    before.do(new_action(before.incident, "Bound the connection pool", before.now, WorkingCalendar(zone="UTC")))
    before.close()
    async with begun.running(size=(120, 40)) as program:
        assert "1 like this  p" in shown(program)
        assert "could have prevented it" not in shown(program)
        await program.type("connection pool exhausted, retry storm")
        await program.press("enter")
        await waited(program)
        said = " ".join(shown(program).split())
        assert "still live" in said
        assert "#1 Bound the connection pool · could have prevented it" in said


async def test_what_changes_on_another_screen_is_looked_for_on_the_way_back(tmp_path: Path) -> None:
    async with begun(tmp_path, title="Errors on the site").running(size=(120, 40)) as program:
        assert shown(program) == ""
        await program.press("escape")
        assert "like this" not in program.screen_text()
        await program.press("3")
        notebook = program.notebook
        notebook.do(answer(notebook.incident, None, "The connection pool ran dry under load", notebook.now))
        await program.press("2")
        await waited(program)
        assert "12 like this" in shown(program)
        assert "p like this" in program.screen_text().splitlines()[-1]


async def test_the_only_incident_of_a_workspace_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Memory, "_read", never)
    async with Program(tmp_path, **LIKE_IT).running() as program:
        assert shown(program) == ""


async def test_only_what_says_what_it_is_like_is_looked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    like = Memory.like

    def noted(memory: Memory, incident: Incident, today: date, go_on: Callable[[], bool]) -> Sequence[Alike]:
        looked.append(incident.summary.title)
        return like(memory, incident, today, go_on)

    monkeypatch.setattr(Memory, "like", noted)
    async with begun(tmp_path, **LIKE_IT).running() as program:
        notebook = program.notebook
        for values in ({"title": "Login"}, {"title": "Login is"}, {"title": "Login is slow"}, {"users_affected": 4}):
            step = edit(notebook.incident, "summary", "summary", values)
            assert step is not None
            notebook.do(Change(Message("set"), (step,)))
            if "title" not in values or "slow" in str(values):
                await waited(program)
        await program.press("escape", "c", "escape")
        assert looked == [LIKE_IT["title"], "Login is slow"]


async def test_once_it_is_over_nothing_is_shown_or_looked_for(tmp_path: Path) -> None:
    async with begun(tmp_path, **LIKE_IT).running() as program:
        assert "like this" in shown(program)
        await program.press("f5", "6")
        await waited(program)
        assert not program.notebook.incident.summary.live
        assert shown(program) == ""


@pytest.mark.parametrize("height", [24, 16, 12])
async def test_it_takes_no_line_from_what_stands_beside_the_timeline(height: int, tmp_path: Path) -> None:
    async with Program(tmp_path / "alone", **LIKE_IT).running(size=(80, height)) as program:
        before = [line[54:] for line in program.screen_text().splitlines()[2 : height - 2]]
    async with begun(tmp_path / "past", **LIKE_IT).running(size=(80, height)) as program:
        after = [line[54:] for line in program.screen_text().splitlines()[2 : height - 2]]
    assert [line for line, free in zip(after, before, strict=True) if free.strip("│ ")] == [
        line for line in before if line.strip("│ ")
    ]
    assert ("like this" in "\n".join(after)) == (height == 24)


async def test_a_narrow_terminal_has_no_place_for_it(tmp_path: Path) -> None:
    async with begun(tmp_path, **LIKE_IT).running(size=(60, 24)) as program:
        assert "23 like this" not in program.screen_text()


async def test_one_types_and_quits_while_it_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, ended = Event(), Event()

    def slowly(workspace: Workspace, progress: Callable[[int, int], bool]) -> Gathered | None:
        go_on.wait(20)
        try:
            return gathered(workspace, progress)
        finally:
            ended.set()

    monkeypatch.setattr(data.quarter, "gathered", slowly)
    monkeypatch.setattr("tests.screens.program.Program.settled", lambda program: program.pilot.pause(0.2))
    async with begun(tmp_path, **LIKE_IT).running() as program:
        await program.type("rollback")
        await program.press("enter")
        assert [entry.text for entry in program.notebook.incident.timeline.root] == ["rollback"]
        (thread,) = [thread for thread in enumerate() if thread.name == "beside"]
        assert thread.daemon
        await program.press("ctrl+q")
    assert not ended.is_set()
    go_on.set()
    thread.join(20)
    assert not thread.is_alive()
