"""What works from every screen: help, what is missing, going somewhere, undo by name, quitting."""

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from screens.go_to import PlaceList
from screens.help import KeyList
from screens.keys import KEYS
from screens.missing import FindingList
from tests.screens.program import Program


async def test_help_says_what_the_screen_is_for_and_filters_its_keys_as_one_types(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("f1")
        assert "enter files it" in program.screen_text()
        all_keys = len(program.app.screen.query_one(KeyList).rows)
        await program.type("milestone")
        rows = program.app.screen.query_one(KeyList).rows
        assert 0 < len(rows) < all_keys
        assert all("milestone" in f"{row.name} {row.text}" for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_help_shows_the_whole_sentence_of_the_chosen_key(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Program(tmp_path).running(size=size) as program:
        await program.press("f1")
        keys = program.app.screen.query_one(KeyList)
        longest = max(keys.rows, key=lambda row: len(f"{row.keys} {row.name} {row.text}"))
        while keys.current != longest:
            await program.pilot.press("down")
        await program.settled()
        assert longest.text in program.running_text()
        widths = {strip.cell_length for strip in (keys.render_line(y) for y in range(keys.size.height))}
        assert widths == {keys.scrollable_content_region.width}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10)])
async def test_the_key_bar_always_names_the_key_that_shows_all_others(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Program(tmp_path).running(size=size) as program:
        assert program.screen_text().endswith("f1 help")
        for section in ("timeline", "whys", "factors", "actions", "went_well", "recurrence"):
            await program.app.run_action(f"app.section('{section}')")
            await program.press("escape")
            assert program.screen_text().endswith("? keys"), section


async def test_the_question_mark_opens_help_outside_fields(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "question_mark")
        assert program.app.screen.query(KeyList)


async def test_what_is_missing_lists_findings_and_enter_goes_to_the_section(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "c")
        findings = program.app.screen.query_one(FindingList)
        index = next(i for i, found in enumerate(findings.rows) if found.section == "timeline")
        findings.cursor = index
        await program.press("enter")
        assert program.app.current_mode == "timeline"
        assert not program.app.screen.is_modal


async def test_go_to_finds_a_section_by_part_of_its_name(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+g")
        await program.type("home")
        assert program.app.screen.query_one(PlaceList).rows[0].where == "home"
        await program.press("enter")
        assert program.app.current_mode == "home"


async def test_go_to_opens_another_incident(tmp_path: Path) -> None:
    program = Program(tmp_path)
    other = program.workspace.create({"title": "Login fails"}, zone="UTC", currency="EUR")
    async with program.running():
        await program.press("ctrl+g")
        await program.type("login")
        await program.press("enter")
        assert program.notebook.path == other


async def test_a_dialog_is_finished_before_one_goes_elsewhere(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+g", "f4")
        assert program.app.current_mode == "timeline"


async def test_undo_and_redo_say_by_name_what_they_did(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+t", "ctrl+z")
        assert program.said[-1] == "Undone: stamp 10:44"
        await program.press("ctrl+y")
        assert program.said[-1] == "Done again: stamp 10:44"
        await program.press("ctrl+z", "ctrl+z")
        assert program.said[-1] == "Nothing to undo."


async def test_undo_takes_back_the_typing_in_a_field_before_it_touches_the_incident(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+t")
        await program.press("escape", "e")
        await program.type("some words")
        await program.press("ctrl+z")
        assert len(program.notebook.incident.timeline.root) == 1


async def test_saving_is_answered_with_where_it_is_saved_already(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+t")
        program.notebook.flush()
        await program.press("ctrl+s")
        assert program.path.name in program.said[-1]


async def test_quitting_saves_what_was_done_last(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("ctrl+t", "ctrl+q")
    assert len(program.workspace.open(program.path).incident.timeline.root) == 1


async def test_the_theme_changes_between_dark_and_light(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+l")
        assert not program.app.current_theme.dark
        await program.press("ctrl+l")
        assert program.app.current_theme.dark


async def test_the_palette_offers_what_the_registry_names(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "ctrl+p")
        assert isinstance(program.app.screen, CommandPalette)
        names = {command.title for command in program.app.get_system_commands(program.app.screen_stack[0])}
        assert any(name.startswith("what is missing") for name in names)


async def test_an_editor_that_is_not_set_is_said(tmp_path: Path) -> None:
    import os

    os.environ.pop("EDITOR", None)
    os.environ.pop("VISUAL", None)
    async with Program(tmp_path).running() as program:
        assert isinstance(program.app.focused, Input)
        await program.press("ctrl+o")
        assert "EDITOR" in program.said[-1]


def test_every_action_has_its_own_id_a_name_and_a_sentence_of_help() -> None:
    assert all(key.name and key.help and id == key.id for id, key in KEYS.items())


def test_no_key_is_bound_that_terminals_take_for_another() -> None:
    taken = {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+c"}
    assert not taken & {key for action in KEYS.values() for key in action.keys.split(",")}
