"""Exporting with pseudonyms from the screen: the switch, the list of what becomes what, one left as it is."""

from pathlib import Path

import pytest

from data.settings_reading import read_settings
from screens.redaction import Redaction, Replacements
from tests.screens.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


async def exporting(program: Program, folder: Path) -> Path:
    """Stamp what gives away, and open the window with a file of that folder."""
    await program.type("Anna restarted db-7.initech.com and web01")
    await program.press("enter", "escape", "x")
    await program.press("ctrl+u")
    file = folder / "out.md"
    program.app.screen.query_one("#file").value = str(file)  # type: ignore[attr-defined]
    return file


async def test_the_list_says_what_becomes_what_and_the_document_follows_it(program: Program, tmp_path: Path) -> None:
    async with program.running():
        file = await exporting(program, tmp_path)
        await program.press("ctrl+r")
        shown = program.screen_text()
        assert "Anna → Person 1 · person, 1×" in shown
        assert "db-7.initech.com → host-1.example · host, 1×" in shown
        assert not file.exists()
        await program.press("enter")
        assert "Person 1 restarted host-1.example and host-2" in file.read_text("utf-8")


async def test_what_is_not_taken_stays_as_it_is(program: Program, tmp_path: Path) -> None:
    async with program.running():
        file = await exporting(program, tmp_path)
        await program.press("ctrl+r")
        program.app.screen.query_one(Replacements).focus()
        await program.press("j", "space")
        program.app.screen.query_one("#file").focus()
        await program.press("enter")
        assert "Person 1 restarted db-7.initech.com and host-2" in file.read_text("utf-8")


async def test_switched_off_the_document_is_as_it_was_written(program: Program, tmp_path: Path) -> None:
    async with program.running():
        file = await exporting(program, tmp_path)
        await program.press("ctrl+r", "ctrl+r", "enter")
        assert "Anna restarted db-7.initech.com and web01" in file.read_text("utf-8")


async def test_on_and_off_are_told_apart_without_colours(program: Program, tmp_path: Path) -> None:
    async with program.running():
        await exporting(program, tmp_path)
        assert "[ ] pseudonyms" in program.screen_text()
        await program.press("ctrl+r")
        shown = program.screen_text()
        assert "[x] pseudonyms" in shown
        assert "[x] Anna" in shown
        program.app.screen.query_one(Replacements).focus()
        await program.press("space")
        assert "[ ] Anna" in program.screen_text()


async def test_it_stays_off_while_the_settings_do_not_say_what_to_hide(program: Program, tmp_path: Path) -> None:
    async with program.running():
        await exporting(program, tmp_path)
        program.app.session.settings = read_settings(b"redact = 5", tmp_path / "settings.toml")
        await program.press("ctrl+r")
        assert not program.app.screen.query_one(Redaction).asked
        assert "nothing is redacted while its words are not known" in program.said[-1]


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_it_is_worked_by_keyboard_alone_at_every_size(
    program: Program, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with program.running(size=size):
        await exporting(program, tmp_path)
        await program.press("tab", "space", "tab")
        assert isinstance(program.app.screen.focused, Replacements)
        await program.press("G", "g", "escape")
        assert not program.app.screen.is_modal
