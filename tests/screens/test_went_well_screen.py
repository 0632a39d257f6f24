"""What went well, as one writes it down."""

from pathlib import Path

from tests.screens.program import Program


async def test_items_are_added_changed_and_removed(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        for text in ("fast alert", "calm bridge"):
            await program.press("a")
            await program.type(text)
            await program.press("enter")
        await program.press("e")
        await program.type(", all night")
        await program.press("enter")
        assert [i.text for i in program.on_disk().incident.went_well.root] == ["fast alert", "calm bridge, all night"]
        await program.press("g", "d")
        assert [i.text for i in program.on_disk().incident.went_well.root] == ["calm bridge, all night"]
        await program.press("u")
        assert len(program.on_disk().incident.went_well.root) == 2


async def test_three_to_five_are_wanted_and_the_prompts_help_until_then(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        assert "three to five are wanted" in program.screen_text()
        assert "good runbooks?" in program.running_text()
        for text in ("a", "b", "c"):
            await program.press("a")
            await program.type(text)
            await program.press("enter")
        assert "good runbooks?" not in program.screen_text()


async def test_an_empty_line_adds_nothing(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        await program.press("a", "enter")
        assert program.on_disk().incident.went_well.root == ()


async def test_luck_stands_below_what_went_well_and_does_not_count(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        await program.press("l")
        assert "what could as well have gone worse" in program.screen_text()
        await program.type("the expert was awake")
        await program.press("enter", "a")
        await program.type("fast alert")
        await program.press("enter")
        lines = program.screen_text().splitlines()
        assert "1 thing; three to five are wanted (a). 1 was luck." in program.running_text()
        order = [next(n for n, line in enumerate(lines) if words in line) for words in ("✓ fast", "Where we", "☘ the")]
        assert order == sorted(order)
        assert [(i.text, i.lucky) for i in program.on_disk().incident.went_well.root] == [
            ("the expert was awake", True),
            ("fast alert", False),
        ]


async def test_space_says_that_it_was_luck_and_undo_takes_it_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="went_well") as program:
        await program.press("a")
        await program.type("calm bridge")
        await program.press("enter", "space")
        assert program.on_disk().incident.went_well.root[0].lucky
        assert "Where we got lucky" in program.screen_text()
        await program.press("u")
        assert not program.on_disk().incident.went_well.root[0].lucky
