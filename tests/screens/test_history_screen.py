"""The history on the screen: what was changed, by whom, when; filtered, and of one record."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.widgets import Static

from data.history import Line, Recorded
from model.change import Step
from model.ids import new_record_id
from model.message import Message
from model.stamping import NewEntry
from screens.history import History, HistoryList, Row
from screens.timeline_list import TimelineList
from tests.screens.program import START, Program


@asynccontextmanager
async def with_changes(folder: Path) -> AsyncIterator[Program]:
    """An incident whose entry was backdated, and in which somebody else set a field."""
    program = Program(folder)
    async with program.running() as running:
        notebook = running.notebook
        notebook.stamp(NewEntry(program.clock.now, "rolled back"))
        running.clock.on(minutes=3)
        notebook.correct(notebook.incident.timeline.root[0], {"at": "2026-11-23T09:30:00Z"})
        notebook.flush()
        other = program.workspace.open(program.path)
        other.author = "omar"
        other.put(Message("Users affected"), "summary", "summary", {"users_affected": 4200})
        other.put(Message("Brand"), "cost", "cost", {"brand": {"amount": "1250.5", "currency": "EUR"}})
        other.flush()
        notebook.flush()
        await running.press("escape")
        yield running


def changes(program: Program) -> HistoryList:
    return program.app.screen.query_one(HistoryList)


def shown(program: Program) -> list[str]:
    """The lines of the list, without the days."""
    lines = changes(program)
    return ["".join(text for _, text in lines.paint(row)).strip() for row in lines.rows if row.line]


async def test_it_shows_every_change_newest_first_as_the_user_knows_it(tmp_path: Path) -> None:
    async with with_changes(tmp_path) as program:
        await program.press("H")
        lines = shown(program)
        assert len(lines) == 4
        assert lines[0].startswith("10:47:00 omar")
        assert lines[0].endswith("Cost · Brand  – → €1,250.50")
        assert lines[1].endswith("Summary · Users affected  – → 4,200")
        assert lines[2].startswith("10:47:00 mina")
        assert lines[2].endswith("“rolled back” · Happened  Nov 23, 2026 10:44 → Nov 23, 2026 10:30")
        assert lines[3].startswith("10:44:00 mina      + Timeline  rolled back · Happened: Nov 23, 2026 10:44")
        assert "History of the incident · 4 changes" in program.screen_text()


async def test_an_entrys_own_history_keeps_the_time_at_which_it_was_recorded(tmp_path: Path) -> None:
    async with with_changes(tmp_path) as program:
        program.app.screen.query_one(TimelineList).focus()
        await program.press("g", "h")
        assert "History of “rolled back” · 2 changes" in program.screen_text()
        await program.press("G")
        whole = str(program.app.screen.query_one("#whole Static", Static).render())
        assert "Happened: Nov 23, 2026 10:44 · Recorded: Nov 23, 2026 10:44" in whole
        await program.press("enter")
        assert len(shown(program)) == 4
        await program.press("escape")
        assert program.app.current_mode == "timeline"


async def test_it_filters_as_one_types_by_who_what_and_values(tmp_path: Path) -> None:
    async with with_changes(tmp_path) as program:
        await program.press("H", "slash")
        for text, count in (("omar", 2), ("omar 4,200", 1), ("rolled", 2), ("10:44", 2), ("nobody", 0)):
            await program.type(text)
            assert len(shown(program)) == count, text
            await program.press("home", "ctrl+k")


async def test_what_was_taken_back_is_marked_and_another_programs_change_appears(tmp_path: Path) -> None:
    async with with_changes(tmp_path) as program:
        program.notebook.undo()
        program.notebook.flush()
        await program.press("H")
        assert any("↶ “rolled back” · Happened" in line for line in shown(program))
        assert "taken back: edit “rolled back”" in program.screen_text()
        other = program.workspace.open(program.path)
        other.stamp(NewEntry(program.clock.now, "from a shell"))
        other.flush()
        program.notebook.flush()
        await program.settled()
        assert any("from a shell" in line for line in shown(program))


async def test_enter_shows_one_record_and_then_all_again(tmp_path: Path) -> None:
    async with with_changes(tmp_path) as program:
        await program.press("H", "G", "enter")
        assert "History of “rolled back”" in program.screen_text()
        assert len(shown(program)) == 2
        await program.press("enter")
        assert len(shown(program)) == 4


async def test_it_works_in_a_tiny_terminal_and_from_every_section(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running(size=(40, 10), section="cost"):
        program.notebook.put(Message("Brand"), "cost", "cost", {"brand": {"amount": "5", "currency": "EUR"}})
        program.notebook.flush()
        await program.press("H")
        assert isinstance(program.app.screen, History)
        assert "10:44:00" in program.screen_text()
        await program.press("escape", "6", "H")
        assert isinstance(program.app.screen, History)


async def test_of_ten_thousand_lines_only_those_in_sight_are_worded(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await program.press("escape", "H")
        lines = changes(program)
        step = Step("factors", "testing", {"score": 1}, {"score": 2})
        change = Recorded(new_record_id(START), START, "mina", "factor", (step,))
        line = Line(change, "factors", "testing", "score", 1, 2)
        asked: list[Line] = []
        worded = lines.words.after

        def counted(line: Line) -> str:
            asked.append(line)
            return worded(line)

        lines.words.after = counted  # type: ignore[method-assign]
        lines.show([Row(START, line)] * 10_000, 0)
        await program.settled()
        assert 0 < len(asked) < 1000
