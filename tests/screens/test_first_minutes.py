"""A newcomer's first minutes: how many keys it takes from the start to the first stamp, and to the first document."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key

from data.demo import demo_incident
from model.summary import NO_TITLE
from tests.screens.program import Program


class Counted:
    """A user who counts."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Strike those keys."""
        self.keys += len(keys)
        await self.program.press(*keys)

    async def type(self, text: str) -> None:
        """Type that text."""
        self.keys += len(text)
        await self.program.type(text)

    @property
    def stamps(self) -> int:
        """How many entries the incident has."""
        return len(self.program.notebook.incident.timeline.root)


@asynccontextmanager
async def newcomer(folder: Path, *, demo: bool = False) -> AsyncIterator[Counted]:
    """`bridgelog` in an empty workspace, or `bridgelog demo`."""
    program = Program(folder)
    program.path.unlink()
    if demo:
        program.path = program.workspace.add(demo_incident(""))
    async with program.running(home=not demo):
        yield Counted(program)


async def test_the_first_stamp_takes_one_key(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        await user.press("ctrl+t")
        assert (user.stamps, user.keys) == (1, 1)
        entry = user.program.notebook.incident.timeline.root[0]
        assert entry.at == user.program.notebook.incident.summary.started_at == user.program.clock.now


async def test_the_first_document_takes_three_keys_and_one_is_told_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with newcomer(tmp_path) as user:
        await user.press("ctrl+t")
        user.keys += 1
        user.program.app.post_message(Key("alt+x", "x"))  # with its letter, as terminals send it
        await user.program.settled()
        await user.press("enter")
        document = tmp_path / f"{user.program.notebook.incident.id}.md"
        assert document.exists()
        assert str(document) in user.program.said[-1]
        assert user.keys == 3


async def test_with_a_title_the_first_stamp_takes_two_keys_more_than_its_letters(tmp_path: Path) -> None:
    title = "Checkout answers 5xx"
    async with newcomer(tmp_path) as user:
        await user.type(title)
        user.program.clock.on(seconds=20)
        await user.press("enter", "ctrl+t")
        summary = user.program.notebook.incident.summary
        assert (user.stamps, user.keys) == (1, len(title) + 2)
        assert (summary.title, summary.severity, summary.zone) == (title, "SEV-2", "Europe/Berlin")


async def test_the_demo_takes_one_key_to_a_stamp_and_two_to_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with newcomer(tmp_path / "first", demo=True) as user:
        before = user.stamps
        await user.press("ctrl+t")
        assert (user.stamps, user.keys) == (before + 1, 1)
    async with newcomer(tmp_path / "second", demo=True) as user:
        await user.press("alt+x", "enter")
        assert list(tmp_path.glob("*.md"))
        assert user.keys == 2


async def test_an_incident_begins_when_the_first_letter_of_its_title_is_typed(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        began = user.program.clock.now
        await user.type("Checkout is slow")
        user.program.clock.on(minutes=2)
        await user.press("enter")
        assert user.program.notebook.incident.summary.started_at == began


async def test_a_stamp_takes_the_words_that_stand_in_the_line_for_the_title(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        await user.type("Login fails")
        await user.press("ctrl+t")
        assert user.program.notebook.incident.summary.title == "Login fails"
        assert user.stamps == 1


async def test_a_title_that_was_left_out_is_missing_until_it_is_given(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        await user.press("ctrl+t")
        assert user.program.notebook.incident.summary.title == NO_TITLE
        await user.press("escape", "c")
        assert "missing: Title" in user.program.screen_text()


async def test_letters_are_letters_in_the_first_line_and_enter_alone_begins_nothing(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        await user.press("enter", "space", "enter")
        await user.type("nrc?,")
        assert user.program.app.screen.focused is not None
        assert user.program.workspace.files() == []
        await user.press("escape", "n")
        assert user.program.app.screen.is_modal


async def test_back_home_the_list_has_the_keys(tmp_path: Path) -> None:
    async with newcomer(tmp_path) as user:
        await user.press("ctrl+t", "escape", "0")
        assert "1 incident" in user.program.screen_text()
        await user.press("enter")
        assert user.program.app.current_mode == "timeline"


async def test_an_empty_timeline_says_what_to_do(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        text = program.screen_text()
        assert "Nothing is taken down yet" in text
        assert "press ^t" in text
        await program.press("ctrl+t")
        assert "Nothing is taken down yet" not in program.screen_text()


@pytest.mark.parametrize("keys", [("f1",), ("ctrl+g",), ("escape", "H", "slash"), ("escape", "0", "slash")])
async def test_a_filter_that_nothing_matches_says_so(keys: tuple[str, ...], tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("ctrl+t", *keys)
        await program.type("zzzz")
        assert "Nothing matches" in program.screen_text()
