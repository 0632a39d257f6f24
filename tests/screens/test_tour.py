"""The tour: it goes on when one does what it says, hinders nothing, and is left for good by one key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from data.settings import Settings
from model.rules import Rules
from screens.tour import Tour
from screens.widgets.capture import Capture
from screens.widgets.tour_panel import TourPanel
from tests.screens.program import Program, settle
from tui.app import BridgelogApp
from tui.start import Start


@asynccontextmanager
async def guided(
    folder: Path, *, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Program]:
    """An incident with the tour, as `bridgelog demo` opens it."""
    program = Program(folder)
    start = Start(program.workspace, settings or Settings(), Rules(), program.path, tour=True)
    program.app = BridgelogApp(lambda: start)
    async with program.app.run_test(size=size) as pilot:
        program.pilot = pilot
        await settle(pilot)
        yield program


def tour(program: Program) -> Tour:
    """The tour that is shown."""
    found = program.app.session.tour
    assert found is not None
    return found


async def test_doing_what_each_step_says_leads_to_its_end(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        assert "Tour 1 of 8" in program.screen_text()
        await program.type("paged")
        deeds = (("enter",), ("ctrl+t",), ("f5", "1"), ("ctrl+z",), ("escape", "3"), ("c", "escape"), ("x", "escape"))
        for number, keys in enumerate(deeds, 2):
            await program.press(*keys)
            assert tour(program).number == number, keys
            assert f"Tour {number} of 8" in program.screen_text()
        await program.press("f1", "escape")
        assert program.app.session.tour is None
        assert not program.app.screen.query(TourPanel)


async def test_other_deeds_do_not_take_it_on(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        await program.press("ctrl+t", "escape", "c", "escape", "3", "2")
        assert tour(program).number == 1


async def test_one_key_goes_on_from_the_line_another_goes_back(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        await program.press("f10", "f10")
        assert tour(program).number == 3
        assert program.app.screen.query_one(Capture).line.value == ""
        await program.press("escape", "less_than_sign")
        assert tour(program).number == 2


async def test_left_it_stays_away_until_its_key(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        await program.press("escape", "T")
        await program.press("3", "2", "ctrl+t")
        assert not program.app.screen.query(TourPanel)
        assert "esc, then T, shows the tour again." in program.said
        await program.press("T")
        assert "Tour 1 of 8" in program.screen_text()


async def test_the_meeting_and_windows_are_not_disturbed(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        for keys in (("escape", "F"), ("escape", "r"), ("escape", "2", "escape", "c")):
            await program.press(*keys)
            shown = bool(program.app.screen.query(TourPanel))
            assert shown == (program.app.current_mode == "review"), keys


async def test_without_an_incident_it_begins_with_one(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.path.unlink()
    async with program.running(home=True):
        await program.press("escape", "T")
        assert "Tour 1 of 9 Begin an incident" in program.running_text()
        await program.press("ctrl+t")
        assert tour(program).number == 2


async def test_what_it_says_to_press_works_in_the_middle_of_typing(tmp_path: Path) -> None:
    async with guided(tmp_path) as program:
        for keys in (("f10",) * 5, ("escape", "c", "escape", "2", "a")):
            await program.press(*keys)
        line = program.app.screen.query_one(Capture).line
        assert line.has_focus
        assert tour(program).number == 7
        assert "M-x" in program.running_text() or "alt+x" in program.running_text()
        await program.press("alt+x", "escape")
        assert tour(program).number == 8
        assert line.value == ""


async def test_it_names_the_keys_that_are_set(tmp_path: Path) -> None:
    settings = Settings(keys={"timeline.stamp": "ctrl+k", "app.tour": "Z"})
    async with guided(tmp_path, settings=settings) as program:
        await program.press("f10")
        text = program.running_text()
        assert "^k keeps this moment" in text
        assert "Z leave" in text


async def test_it_covers_nothing_and_in_a_small_terminal_takes_one_line(tmp_path: Path) -> None:
    for size, lines in (((80, 24), 3), ((40, 10), 1)):
        async with guided(tmp_path / str(lines), size=size) as program:
            panel, line = program.app.screen.query_one(TourPanel), program.app.screen.query_one(Capture)
            assert panel.region.height == lines
            assert not panel.region.overlaps(line.region)
            assert line.region.bottom == size[1] - 1
