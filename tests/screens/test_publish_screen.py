"""Publishing from the screen: its state, what blocks it, and what was changed since."""

from pathlib import Path

from textual.widgets import Static

from model.message import Message
from model.summary import State
from screens.publish import Publish, RemarkList
from tests.screens.program import Program


def shown(program: Program, name: str) -> str:
    return str(program.app.screen.query_one(name, Static).render())


async def test_publishing_what_is_not_complete_is_asked_about_once(tmp_path: Path) -> None:
    async with Program(tmp_path, ended_at="2026-11-23T09:40:00Z").running(section="summary") as program:
        await program.press("P")
        assert isinstance(program.app.screen, Publish)
        assert "draft" in shown(program, "#count")
        await program.press("p")
        assert "same key again" in shown(program, "#hint")
        assert program.on_disk().incident.summary.state is State.DRAFT
        await program.press("p")
        summary = program.on_disk().incident.summary
        assert (summary.state, summary.version, summary.state_by) == (State.PUBLISHED, 1, "mina")
        assert "published · version 1" in shown(program, "#count")


async def test_what_was_changed_since_is_listed_and_undo_takes_publishing_back(tmp_path: Path) -> None:
    async with Program(tmp_path, ended_at="2026-11-23T09:40:00Z").running(section="factors") as program:
        await program.press("P", "p", "p", "escape")
        program.app.session.notebook.put(Message("users"), "summary", "summary", {"users_affected": 4200})
        await program.settled()
        await program.press("P")
        rows = program.app.screen.query_one(RemarkList).rows
        assert [row.text for row in rows if row.mark == "±"] == ["– → 4,200"]
        await program.press("escape", "u", "u")
        assert program.on_disk().incident.summary.state is State.DRAFT


async def test_a_live_incident_is_not_published(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("P", "p", "p")
        assert "still live" in shown(program, "#hint")
        assert program.on_disk().incident.summary.state is State.DRAFT
