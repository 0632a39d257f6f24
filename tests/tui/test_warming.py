"""Loading ahead: the first look at a section takes no longer than the next."""

from pathlib import Path
from time import monotonic

import pytest

from tests.screens.program import Program
from tui.sections import section_modes
from tui.warming import QUIET, warm


async def test_once_it_is_warm_no_section_has_textual_parse_all_styles_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(tmp_path)
    async with program.running():
        await warm(program.app)
        parsed: list[str] = []
        reparse = program.app.stylesheet.reparse

        def noting() -> None:
            parsed.append(program.app.current_mode)
            reparse()

        monkeypatch.setattr(program.app.stylesheet, "reparse", noting)
        for word in section_modes():
            await program.app.switch_mode(word)
            await program.settled()
            assert program.app.current_mode == word
        assert parsed == []


async def test_a_theme_that_changed_before_is_on_every_section(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running():
        await warm(program.app)
        await program.press("ctrl+l")
        light = program.app.screen.styles.background
        await program.app.switch_mode("summary")
        await program.settled()
        assert program.app.screen.styles.background == light


async def test_it_waits_while_somebody_types(tmp_path: Path) -> None:
    program = Program(tmp_path)
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        program.app.struck_at = 0.0

    async with program.running():
        program.app.struck_at = monotonic() + 60
        await warm(program.app, sleep)
        assert 59 < waited[0] <= 60 + QUIET
        assert waited[1:] == [0] * len(section_modes())
