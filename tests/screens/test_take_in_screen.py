"""Taking in evidence on the screen: a file or a paste is read, looked at, and comes in as one step."""

import json
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from model.timeline import Milestone
from screens.preview import Preview
from screens.take_in import TakeIn
from screens.widgets.proposal_list import ProposalList
from tests.screens.program import Program

LINES = """09:58 deploy v42 of checkout to production finished
10:04 - Alert fired: checkout 5xx above 5 %
[10:05] alice: ack, looking
10:06 <bob> db cpu 100%
10:40 Incident resolved"""
TS = 1795428000


def slack(count: int, **more: object) -> str:
    """A day of that many messages."""
    return json.dumps(
        [{"type": "message", "user": "U1", "text": f"said {n}", "ts": f"{TS + n}.000100", **more} for n in range(count)]
    )


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


async def pasting(program: Program, text: str = LINES) -> None:
    """Paste lines into the capture line, and say of which day they are."""
    program.app.screen.query_one("#capture", Input).post_message(Paste(text))
    await program.settled()
    await program.press("enter")


async def reading(program: Program, path: Path) -> None:
    """Open the window with its key, and read that file."""
    await program.press("escape", "I")
    program.app.screen.query_one("#file", Input).value = str(path)
    await program.press("enter")
    await program.settled()


async def test_a_chat_pasted_into_the_capture_line_is_shown_before_it_comes_in(program: Program) -> None:
    async with program.running():
        program.app.screen.query_one("#capture", Input).post_message(Paste(LINES))
        await program.settled()
        assert isinstance(program.app.screen, TakeIn)
        assert program.app.screen.query_one("#day", Input).value == "2026-11-23"
        await program.press("enter")
        assert isinstance(program.app.screen, Preview)
        shown = program.screen_text()
        assert "[x] 10:04 ◇ first alert? · Alert fired" in shown
        assert "last change before the start · deploy v42" in shown
        assert not program.notebook.incident.timeline.root
        await program.press("enter")
        assert [entry.milestone for entry in program.notebook.incident.timeline.root] == [None] * 5
        assert not program.app.screen.is_modal
        await program.press("escape", "u")
        assert not program.notebook.incident.timeline.root


async def test_each_line_and_each_milestone_has_its_key(program: Program) -> None:
    async with program.running():
        await pasting(program)
        await program.press("space", "j", "m", "j", "m", "m", "j", "x", "enter")
        found = list(program.on_disk().incident.timeline.root)
        assert [(entry.text[:12], entry.milestone) for entry in found] == [
            ("Alert fired:", Milestone.FIRST_ALERT),
            ("ack, looking", None),
            ("Incident res", None),
        ]


async def test_all_and_none_are_of_what_the_filter_shows(program: Program) -> None:
    async with program.running():
        await pasting(program)
        await program.press("n")
        assert "0 taken" in program.screen_text()
        await program.press("slash")
        await program.type("alice")
        await program.press("enter", "a", "enter")
        assert [entry.author for entry in program.notebook.incident.timeline.root] == ["alice"]


async def test_what_is_there_already_is_marked_and_cannot_be_taken(program: Program) -> None:
    async with program.running():
        for _ in range(2):
            await pasting(program)
            if isinstance(program.app.screen, Preview) and program.notebook.incident.timeline.root:
                assert program.screen_text().count("there already · ") == 5
                await program.press("space", "a")
                assert program.app.screen.query_one(ProposalList).taken == set()
            await program.press("enter")
        assert len(program.notebook.incident.timeline.root) == 5
        assert program.said[-1] == "Nothing came in."


async def test_pinned_messages_come_first_and_a_file_needs_no_day(program: Program, tmp_path: Path) -> None:
    messages = [*json.loads(slack(3)), *json.loads(slack(1, pinned_to=["C1"], ts=f"{TS + 60}.000100"))]
    file = tmp_path / "2026-11-23.json"
    file.write_text(json.dumps(messages))
    async with program.running():
        await reading(program, file)
        assert isinstance(program.app.screen, Preview)
        assert "pinned" in program.screen_text().split("[x]")[1]


async def test_a_file_is_chosen_from_its_folder(program: Program, tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "day.json").write_text(slack(2))
    async with program.running():
        await program.press("escape", "I")
        program.app.screen.query_one("#file", Input).value = str(tmp_path / "evid")
        await program.settled()
        await program.press("down", "enter")
        assert "day.json" in program.screen_text()
        await program.press("j", "enter")
        assert isinstance(program.app.screen, Preview)


async def test_what_cannot_be_read_is_said_and_nothing_happens(program: Program, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('[{"ts": "1.1",')
    async with program.running():
        await reading(program, tmp_path / "x.json")
        assert "is not whole JSON" in program.running_text()
        await program.press("f7")
        program.app.screen.query_one(TextArea).text = "10:42 a"
        await program.press("f10")
        program.app.screen.query_one("#day", Input).value = "soon"
        await program.press("enter")
        assert "“soon” is not a day" in program.screen_text()
        await program.press("escape")
        assert not program.notebook.incident.timeline.root


async def test_a_time_that_was_shown_twice_is_asked_about(program: Program) -> None:
    async with program.running():
        await pasting(program, "2026-10-25 02:30 first\n2026-10-25 04:00 second")
        assert "the second time" in program.screen_text()
        await program.press("right", "right", "f10")
        assert isinstance(program.app.screen, Preview)
        await program.press("enter")
        assert f"{program.notebook.incident.timeline.root[0].at:%H:%M}" == "01:30"


async def test_escape_goes_back_step_by_step_and_takes_nothing(program: Program) -> None:
    async with program.running():
        await pasting(program)
        await program.press("escape")
        assert isinstance(program.app.screen, TakeIn)
        assert "alice: ack" in program.screen_text()
        await program.press("escape")
        assert not program.app.screen.is_modal
        assert not program.notebook.incident.timeline.root


async def test_twenty_thousand_messages_are_as_quick_to_look_through(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_text(slack(20_000))
    async with program.running():
        await reading(program, file)
        await program.press("G", "space", "g", "space", "enter")
        await program.settled()
        assert len(program.notebook.incident.timeline.root) == 19_998
        await program.press("u")
        assert not program.notebook.incident.timeline.root
