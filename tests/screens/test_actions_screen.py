"""The action items as one agrees on them."""

from datetime import date, timedelta
from pathlib import Path

from tests.screens.program import Program


async def add(program: Program, text: str) -> None:
    await program.press("a")
    await program.type(text)
    await program.press("enter")


async def test_a_new_action_is_p1_with_the_latest_deadline_that_allows(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await add(program, "bound the pool")
        await add(program, "cover payment")
        first, second = program.on_disk().incident.actions.root
        assert (first.number, first.text, first.priority) == (1, "bound the pool", "P1")
        assert first.deadline == date(2026, 11, 30)
        assert second.number == 2
        assert "owner?" in program.screen_text()


async def test_cells_are_edited_in_place(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await add(program, "bound the pool")
        await program.press("l", "l", "enter")
        await program.type("omar")
        await program.press("enter", "l", "e", "end", "ctrl+u")
        await program.type("friday")
        assert "= Fri, Nov 27, 2026" in program.screen_text()
        await program.press("enter")
        (action,) = program.on_disk().incident.actions.root
        assert (action.owner, action.deadline) == ("omar", date(2026, 11, 27))


async def test_the_cursor_goes_to_a_new_action_so_that_its_owner_is_next(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        for owner in ("omar", "mina"):
            await add(program, "do it")
            await program.press("l", "l", "enter")
            await program.type(owner)
            await program.press("enter", "h", "h")
        assert [action.owner for action in program.on_disk().incident.actions.root] == ["omar", "mina"]


async def test_a_day_that_is_none_is_refused_beside_the_cell(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions", size=(120, 40)) as program:
        await add(program, "bound the pool")
        await program.press("l", "l", "l", "e", "end", "ctrl+u")
        await program.type("2026-02-30")
        await program.press("enter")
        assert "check the date" in program.screen_text()
        assert program.notebook.incident.actions.root[0].deadline == date(2026, 11, 30)


async def test_another_priority_proposes_its_deadline_unless_one_was_set_by_hand(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await add(program, "bound the pool")
        await program.press("l", "l", "l", "l", "space")
        action = program.on_disk().incident.actions.root[0]
        assert (action.priority, action.deadline) == ("P2", date(2026, 12, 7))
        await program.press("space")
        action = program.on_disk().incident.actions.root[0]
        assert (action.priority, action.deadline) == ("P0", date(2026, 11, 24))
        await program.press("h", "e", "end", "ctrl+u")
        await program.type("2026-11-25")
        await program.press("enter", "l", "space")
        assert program.on_disk().incident.actions.root[0].deadline == date(2026, 11, 25)


async def test_done_notes_when_and_opening_again_forgets_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await add(program, "bound the pool")
        await program.press("l", "l", "l", "l", "l", "space", "space")
        action = program.on_disk().incident.actions.root[0]
        assert (action.status, action.done_at) == ("done", program.clock.now)
        await program.press("u")
        assert program.on_disk().incident.actions.root[0].done_at is None


async def test_overdue_is_in_sight(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running(section="actions"):
        await add(program, "bound the pool")
    program.clock.now += timedelta(days=30)
    async with program.running(section="actions"):
        assert "1 overdue" in program.screen_text()
        assert program.screen_text().count("overdue") == 2


async def test_an_action_is_deleted_and_brought_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions") as program:
        await add(program, "one")
        await add(program, "two")
        await program.press("g", "d")
        assert [action.number for action in program.on_disk().incident.actions.root] == [2]
        await program.press("u")
        assert [action.number for action in program.on_disk().incident.actions.root] == [1, 2]


async def test_the_text_of_an_action_is_data_and_never_markup(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="actions", size=(120, 40)) as program:
        await add(program, "[red]close[/] [brackets")
        assert "[red]close[/] [brackets" in program.screen_text()
