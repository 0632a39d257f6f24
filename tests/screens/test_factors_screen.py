"""The factors as one scores them."""

from pathlib import Path

from screens.factors import FactorList
from tests.screens.program import Program


async def test_digits_and_arrows_score_the_factor_under_the_cursor(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors") as program:
        await program.press("3", "j", "2", "j", "right", "right", "j", "right", "left")
        factors = program.on_disk().incident.factors.root
        assert [factor.score for factor in list(factors.values())[:4]] == [3, 2, 1, 0]


async def test_a_score_can_be_taken_away_and_every_step_has_a_name(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors") as program:
        await program.press("2", "3", "backspace")
        assert program.notebook.incident.factors.root["monitoring"].score is None
        await program.press("u", "u")
        assert program.said[-1] == "Undone: factor: Missing or inadequate monitoring 2 → 3"
        assert program.on_disk().incident.factors.root["monitoring"].score == 2


async def test_a_note_is_written_for_the_chosen_factor_and_kept_when_one_leaves(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors") as program:
        await program.press("j", "e")
        await program.type("no test covers payment")
        await program.press("enter", "j", "e")
        await program.type("left with escape")
        await program.press("escape")
        factors = program.on_disk().incident.factors.root
        assert factors["testing"].note == "no test covers payment"
        assert factors["documentation"].note == "left with escape"
        assert isinstance(program.app.focused, FactorList)


async def test_a_factor_of_the_teams_own_is_added_and_removed_while_the_ten_stay(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors") as program:
        await program.press("a")
        await program.type("On-call fatigue")
        await program.press("enter")
        own = [factor for factor in program.on_disk().incident.factors.root.values() if factor.label]
        assert [factor.label for factor in own] == ["On-call fatigue"]
        await program.press("d")
        assert "ten factors stay" in program.said[-1]
        await program.press("G", "d")
        assert len(program.on_disk().incident.factors.root) == 10


async def test_the_picture_shows_the_heaviest_first(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors", size=(120, 40)) as program:
        await program.press("1", "j", "3")
        text = program.screen_text()
        assert text.index("████████████ 3") < text.index("████ 1")


async def test_digits_score_here_and_f3_f4_go_to_the_neighbours(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="factors") as program:
        await program.press("1")
        assert program.app.current_mode == "factors"
        await program.press("f4")
        assert program.app.current_mode == "went_well"
        await program.press("f3", "f3")
        assert program.app.current_mode == "whys"
