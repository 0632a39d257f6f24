"""Who does what, as one hands it over by keys."""

from pathlib import Path

from textual.widgets import Input

from model.timeline import Role
from screens.roles import Roles
from tests.screens.program import Program


async def test_a_role_is_taken_handed_over_and_laid_down_by_keys(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "W", "enter")
        await program.type("Tom")
        await program.press("enter")
        assert "Tom" in program.screen_text()
        program.clock.on(minutes=5)
        await program.press("e")
        await program.type("Maria")
        await program.press("enter")
        assert "since 10:49" in program.screen_text()
        await program.press("d")
        entries = program.on_disk().incident.timeline.root
        assert [entry.text for entry in entries] == [
            "Incident commander: Tom",
            "Incident commander: Maria takes over from Tom",
            "Incident commander: Maria lays the role down",
        ]
        await program.press("u")
        assert "since 10:49" in program.screen_text()
        await program.press("escape")
        assert not isinstance(program.app.screen, Roles)


async def test_names_that_are_known_are_offered_and_a_time_in_front_says_when(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("escape", "W", "j", "enter")
        assert "mina" not in program.screen_text()
        await program.type("10:20 Xanthe Quill")
        await program.press("enter", "G", "enter")
        await program.type("-3m xan")
        await program.press("enter")
        scribe, expert = program.notebook.incident.timeline.root
        assert (scribe.role, scribe.person, f"{scribe.at:%H:%M}", scribe.typed) == (
            Role.SCRIBE,
            "Xanthe Quill",
            "09:20",
            "10:20",
        )
        assert (expert.role, expert.person, f"{expert.at:%H:%M}") == (Role.SUBJECT_EXPERT, "Xanthe Quill", "09:41")
        assert "one more" in program.screen_text()


async def test_the_person_of_a_hand_over_is_corrected_with_its_entry(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "W", "enter")
        await program.type("Mraia")
        await program.press("enter", "escape", "e", "tab", "tab", "ctrl+u")
        await program.type("Maria")
        await program.press("enter")
        (entry,) = program.on_disk().incident.timeline.root
        assert (entry.person, entry.text) == ("Maria", "Incident commander: Maria")


async def test_what_is_no_hand_over_says_why_and_changes_nothing(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running(size=(40, 10)):
        await program.press("escape", "W", "d", "enter", "enter")
        assert program.notebook.incident.timeline.root == ()
        for slip in ("10:99 Tom", "+5m Tom"):
            await program.press("ctrl+u")
            await program.type(slip)
            await program.press("enter")
            assert "✗" in program.screen_text()
            assert program.app.screen.query_one(Input).value == slip
        assert program.notebook.incident.timeline.root == ()
        await program.press("ctrl+u")
        await program.type("Tom")
        await program.press("enter", "enter")
        await program.type("tom")
        await program.press("enter")
        assert "Tom has that role already" in program.screen_text()
        await program.press("escape")
        assert len(program.notebook.incident.timeline.root) == 1
