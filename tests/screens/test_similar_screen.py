"""Past incidents like the live one: found beside the typing, with what fixed them and what was never done."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Static

from data.quarter import Gathered, gathered
from data.workspace import Workspace
from screens.similar import AlikeList, Similar
from tests.quarters import past
from tests.screens.program import Program


def whole(program: Program) -> str:
    return str(program.app.screen.query_one("#whole Static", Static).render())


async def test_past_incidents_like_this_one_are_a_key_away_with_what_was_left_undone(tmp_path: Path) -> None:
    begun = Program(tmp_path, title="Payment: connection pool ran dry", service="payment")
    for incident in past():
        begun.workspace.add(incident)
    async with begun.running(section="summary") as program:
        await program.press("p")
        assert isinstance(program.app.screen, Similar)
        rows = program.app.screen.query_one(AlikeList).rows
        assert "connection pool" in rows[0].facts.causes[0]
        assert "pool" in rows[0].words
        assert "actions of then are not done" in program.screen_text()
        overdue = next(place for place, row in enumerate(rows) if row.unfinished and row.same_service)
        program.app.screen.query_one(AlikeList).cursor = overdue
        await program.settled()
        assert "OVERDUE since" in whole(program)
        assert "fixed by: rolled" in whole(program)
        assert "the same service: payment" in whole(program)
        await program.press("enter")
        assert program.notebook.path.stem == rows[overdue].facts.id


async def test_where_nothing_is_like_it_that_is_said(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(40, 10)) as program:
        await program.press("p")
        assert "No past incident is like it" in program.screen_text()
        await program.press("enter", "escape")
        assert program.app.current_mode == "summary"


async def test_one_goes_on_stamping_while_it_looks_and_may_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    answers: list[bool] = []

    def slowly(workspace: Workspace, progress: Callable[[int, int], bool]) -> Gathered | None:
        progress(50, 10_000)
        go_on.wait(20)
        answers.append(progress(100, 10_000))
        return gathered(workspace)

    monkeypatch.setattr("screens.similar.gathered", slowly)
    async with Program(tmp_path).running(section="summary") as program:
        await program.pilot.press("p")
        while "looking: 50" not in program.screen_text():
            await program.pilot.pause()
        await program.pilot.press("ctrl+t")
        assert len(program.notebook.incident.timeline.root) == 1
        await program.pilot.press("escape", "escape")
        go_on.set()
        await program.settled()
        assert not isinstance(program.app.screen, Similar)
        assert answers == [False]
