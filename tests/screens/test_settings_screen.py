"""The settings on the screen: shown, changed, refused; what is accepted is in the file and holds at once."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from data.settings import Settings
from data.settings_reading import load_settings
from model.summary import Industry
from screens.settings import SettingList
from screens.settings import Settings as SettingsScreen
from screens.widgets.key_bar import KeyBar
from tests.screens import samples
from tests.screens.program import settle
from tests.screens.test_looks import SMALL, Compare, program
from tui.app import BridgelogApp


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(path))
    return path


async def strike(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def change(pilot: Pilot[Any], name: str, text: str) -> None:
    """Open the settings, go to that one, and type."""
    await strike(pilot, "escape", "comma")
    listed = pilot.app.screen.query_one(SettingList)
    listed.cursor = next(i for i, row in enumerate(listed.rows) if row.name == name)
    await strike(pilot, "enter", *["backspace"] * 30, *(pilot_key(letter) for letter in text), "enter")


def pilot_key(letter: str) -> str:
    return {" ": "space", ",": "comma", "+": "plus", "-": "minus", ".": "full_stop"}.get(letter, letter)


def opened(folder: Path) -> BridgelogApp:
    return program(folder / "incidents", samples.typical())


async def test_what_is_accepted_is_in_the_file_and_holds_at_once(tmp_path: Path, file: Path) -> None:
    file.write_text("# ours\nauthor = 'mina'  # me\n")
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        await change(pilot, "due_soon_days", "9")
        assert app.session.rules.calendar.soon_days == 9
        assert file.read_text() == "# ours\nauthor = 'mina'  # me\ndue_soon_days = 9\n"
        await strike(pilot, "d")
        assert file.read_text() == "# ours\nauthor = 'mina'  # me\n"


async def test_what_is_wrong_is_refused_and_the_file_left_alone(tmp_path: Path, file: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        await change(pilot, "currency", "EURO")
        assert not file.exists()
        assert app.session.settings.currency == "EUR"
        assert any("three letters" in note.message for note in app._notifications)
        await strike(pilot, "escape")
        await change(pilot, "country", "XX")
        assert not file.exists()


async def test_a_key_of_ones_own_works_and_shows_in_the_key_bar(tmp_path: Path, file: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await change(pilot, "keys.app.missing", "K")
        assert load_settings(file).keys == {"app.missing": "K"}
        await strike(pilot, "escape")
        assert "K what is missing" in app.screen.query_one(KeyBar).render().plain
        await strike(pilot, "K")
        assert type(app.screen).__name__ == "Missing"


async def test_a_key_that_does_something_else_is_refused(tmp_path: Path, file: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        await change(pilot, "keys.app.missing", "x")
        assert not file.exists()
        assert any("app.export" in note.message for note in app._notifications)


async def test_keys_that_cannot_be_used_are_said_at_the_start(tmp_path: Path, file: Path) -> None:
    file.write_text('theme = "mauve"\ncolour = "x"\n[keys]\napp.missing = "x"\napp.undoo = "z"\n')
    app = program(tmp_path / "incidents", samples.typical(), settings=load_settings(file))
    async with app.run_test() as pilot:
        await settle(pilot)
        (said,) = [note.message for note in app._notifications]
        assert said == "4 settings are wrong: , shows them"
        await strike(pilot, "escape", "comma")
        listed = app.screen.query_one(SettingList)
        wrong = {row.name: row.problem for row in listed.rows if row.problem}
        assert (
            list(wrong)
            == [row.name for row in listed.rows[:4]]
            == ["colour", "keys.app.undoo", "theme", "keys.app.missing"]
        )
        assert "line 1: theme: no theme is called “mauve”" in wrong["theme"]
        assert "app.export" in wrong["keys.app.missing"]
        assert "app.undo is meant?" in wrong["keys.app.undoo"]
        listed.cursor = 0
        await strike(pilot, "d")
        assert "colour" not in file.read_text()


async def test_a_file_that_is_no_toml_is_shown_and_left_alone(tmp_path: Path, file: Path) -> None:
    file.write_text("zone = [")
    app = program(tmp_path / "incidents", samples.typical(), settings=load_settings(file))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert [note.message for note in app._notifications] == ["1 setting is wrong: , shows it"]
        await strike(pilot, "escape", "comma")
        first = app.screen.query_one(SettingList).rows[0]
        assert "line 1" in first.problem
        await strike(pilot, "d")
        assert file.read_text() == "zone = ["


async def test_an_incident_that_a_stamp_begins_has_the_industry_that_is_set(tmp_path: Path) -> None:
    app = program(tmp_path / "incidents", settings=Settings(industry=Industry.FINTECH), opened=False)
    async with app.run_test() as pilot:
        await settle(pilot)
        await strike(pilot, "ctrl+t")
        assert app.session.incident.summary.industry is Industry.FINTECH


async def test_the_filter_finds_settings_and_keys(tmp_path: Path, file: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test() as pilot:
        await settle(pilot)
        await strike(pilot, "escape", "comma", "slash", *"holiday", "enter")
        assert [row.name for row in app.screen.query_one(SettingList).rows] == ["country"]
        await strike(pilot, "escape")
        assert isinstance(app.screen, SettingsScreen)
        assert len(app.screen.query_one(SettingList).rows) > 100


@pytest.mark.parametrize("size", [SMALL, (40, 10)], ids=["80x24", "40x10"])
def test_look(size: tuple[int, int], tmp_path: Path, file: Path, snap_compare: Compare) -> None:
    file.write_text('roster = ["Xanthe Quill", "omar"]\n[keys]\n"timeline.stamp" = "f11"\n')
    app = opened(tmp_path)

    async def run(pilot: Pilot[Any]) -> None:
        app.session.settings = load_settings(file)
        await strike(pilot, "escape", "comma", *["j"] * 20)

    assert snap_compare(app, terminal_size=size, run_before=run)
