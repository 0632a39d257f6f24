"""One key puts a short text on the clipboard; the export window offers every format."""

from pathlib import Path

import pytest
from textual.widgets import Input

from data.documents import FORMATS
from screens.export import Export
from screens.widgets.choice import Choice
from tests.screens.program import Program


@pytest.mark.parametrize(
    ("key", "says"),
    [("U", "SEV-1"), ("E", "Why it happened"), ("O", "The latest entries"), ("Y", "Root cause: whys")],
)
@pytest.mark.parametrize("section", ["summary", "recurrence", "cost"])
async def test_one_key_copies_from_every_section(tmp_path: Path, key: str, says: str, section: str) -> None:
    async with Program(tmp_path).running(section=section) as program:
        await program.press(key)
        assert says in program.app.clipboard
        assert "Checkout answers 5xx" in program.app.clipboard


async def test_an_update_has_five_lines(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("U")
        assert program.app.clipboard.count("\n") == 5


async def test_the_format_names_the_file_and_the_file_the_format(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("x")
        window = program.app.screen
        assert isinstance(window, Export)
        choice, field = window.query_one(Choice), window.query_one("#file", Input)
        assert [value for value, _label in choice.options] == list(FORMATS)
        field.value = str(tmp_path / "report.v2.md")
        choice.focus()
        await program.press("right")
        assert field.value == str(tmp_path / "report.v2.html")
        field.focus()
        await program.press("enter")
        assert (tmp_path / "report.v2.html").read_text("utf-8").startswith("<!doctype html>")
        assert (tmp_path / "report.v2.html").stat().st_mode & 0o777 == 0o600


async def test_of_formats_with_one_ending_the_chosen_one_is_written(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("x")
        choice, field = program.app.screen.query_one(Choice), program.app.screen.query_one("#file", Input)
        field.value = str(tmp_path / "actions.md")
        choice.focus()
        for _ in range(list(FORMATS).index("jira")):
            await program.press("right")
        field.focus()
        await program.press("enter")
        assert (tmp_path / "actions.csv").read_text("utf-8").startswith("Summary,Issue Type")


async def test_the_format_that_is_shown_follows_the_ending_of_the_name(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("x", "ctrl+u")
        await program.type("post-mortem.html")
        choice, field = program.app.screen.query_one(Choice), program.app.screen.query_one("#file", Input)
        assert (choice.value, field.value) == ("html", "post-mortem.html")
