"""The times in the incident's zone, in UTC and in the laptop's."""

from pathlib import Path

import pytest
from textual.widgets import Static

from data.settings import Settings, Zones
from screens.session import Session
from screens.timeline_list import TimelineList
from tests.screens.program import Program


def rows(program: Program) -> list[str]:
    """The lines of the list."""
    entries = program.app.screen.query_one(TimelineList)
    return ["".join(text for _style, text in entries.paint(row)).strip() for row in entries.rows]


async def filed(program: Program, *lines: str) -> None:
    """Type lines, and go to the list."""
    for line in lines:
        await program.type(line)
        await program.press("enter")
    await program.press("escape")


async def test_one_key_shows_the_times_in_all_zones_and_the_same_key_in_one_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "Asia/Tokyo")
    async with Program(tmp_path).running() as program:
        await filed(program, "pool empty")
        alone = rows(program)
        assert alone[-1] == "10:44   pool empty"
        await program.press("z")
        assert rows(program)[-1].split() == ["10:44", "09:44", "18:44", "pool", "empty"]
        assert "Berlin UTC     Tokyo" in program.screen_text()
        await program.press("z")
        assert rows(program) == alone
        assert "Tokyo" not in program.screen_text()


async def test_what_was_chosen_holds_in_every_section_and_while_typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "Asia/Tokyo")
    async with Program(tmp_path).running() as program:
        await program.press("alt+z", "escape", "1", "2", "a")
        await filed(program, "pool empty")
        assert "18:44" in rows(program)[-1]


async def test_the_setting_says_how_it_begins_and_the_key_changes_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        program.app.session.settings = Settings(zones=Zones.ALL)
        await filed(program, "pool empty")
        assert rows(program)[-1].split()[:2] == ["10:44", "09:44"]
        await program.press("z")
        assert rows(program)[-1] == "10:44   pool empty"


async def test_another_day_is_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "Pacific/Auckland")
    async with Program(tmp_path).running() as program:
        await filed(program, "2026-11-23 08:00 a", "2026-11-23 10:30 b", "2026-11-23 00:30 c")
        await program.press("z")
        times = {row.split()[-1]: row.split()[:3] for row in rows(program) if row[-1] in "abc"}
        assert times == {
            "a": ["08:00", "07:00", "20:00"],
            "b": ["10:30", "09:30", "22:30"],
            "c": ["00:30", "23:30-1", "12:30"],
        }


async def test_where_the_clocks_change_the_offset_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "America/New_York")
    program = Program(tmp_path, started_at="2026-10-25T00:10:00Z")
    async with program.running() as program:
        await filed(program, "2026-10-25T00:50Z before", "2026-10-25T01:10Z after")
        await program.press("z")
        day, before, change, after = (row for row in rows(program) if "without an entry" not in row)
        assert day.endswith("Europe/Berlin UTC+02:00")
        assert before.split()[:3] == ["02:50", "00:50", "20:50-1"]
        assert change == "(the clocks change: from here on UTC+01:00)"
        assert after.split()[:3] == ["02:10", "01:10", "21:10-1"]


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_a_text_keeps_room_beside_three_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "America/Los_Angeles")
    async with Program(tmp_path).running(size=size) as program:
        await filed(program, "データベースプール")
        await program.press("z")
        assert "10:44  09:44   01:44" in program.screen_text()
        assert "データベー" in program.screen_text()


@pytest.mark.parametrize(
    ("laptop", "clock"),
    [("Europe/Vienna", "10:44:00 ›"), ("Asia/Tokyo", "10:44:00 Berlin ›"), ("UTC", "10:44:00 Berlin ›")],
)
async def test_where_the_laptop_is_elsewhere_the_clock_names_its_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, laptop: str, clock: str
) -> None:
    monkeypatch.setattr(Session, "laptop_zone", laptop)
    async with Program(tmp_path).running() as program:
        assert str(program.app.screen.query_one("#at", Static).render()) == clock
        assert ("Berlin" in program.screen_text().splitlines()[0]) is ("Berlin" in clock)
