"""Texts that name keys name those that are set."""

import pkgutil
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from textual.screen import Screen

import screens
from data.settings import Settings
from model.rules import Rules
from screens.keys import KEYS
from tests.screens.program import Program, settle
from tui.app import BridgelogApp
from tui.start import Start

SCREENS = sorted(
    {
        screen
        for module in pkgutil.iter_modules(screens.__path__)
        for screen in vars(import_module(f"screens.{module.name}")).values()
        if isinstance(screen, type) and issubclass(screen, Screen) and vars(screen).get("purpose")
    },
    key=lambda screen: screen.__name__,
)


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_screen_is_for_names_keys_that_there_are(screen: type) -> None:
    named = {name for _text, name, _spec, _conversion in Formatter().parse(screen.purpose) if name}  # type: ignore[attr-defined]
    known = getattr(screen, "purpose_keys", {})
    assert named <= set(known)
    assert set(known.values()) <= set(KEYS)


async def test_keys_of_ones_own_stand_in_help_and_hints(tmp_path: Path) -> None:
    keys = {"timeline.milestone": "f11", "item.add": "Z", "whys.answer": "Q", "clocks.all": "B"}
    program = Program(tmp_path)
    settings = Settings(keys=keys)
    program.app = BridgelogApp(lambda: Start(program.workspace, settings, Rules(), program.path))
    async with program.app.run_test(size=(120, 40)) as pilot:
        program.pilot = pilot
        await settle(pilot)
        await program.press("f1")
        assert "f11 and a digit make it a milestone" in program.running_text()
        await program.press("escape", "escape", "3")
        assert "Q asks the first why" in program.running_text()
        await program.press("5")
        assert "0 things; three to five are wanted (Z)." in program.running_text()
        await program.press("C")
        assert "B shows every clock" in program.running_text()
