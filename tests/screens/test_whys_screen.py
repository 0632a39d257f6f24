"""The whys as one asks them."""

from pathlib import Path

from tests.screens.program import Program


async def chain(program: Program, *answers: str) -> None:
    """Answer why after why, each asked of the one before."""
    for answer in answers:
        await program.press("a")
        await program.type(answer)
        await program.press("enter")


async def test_each_answer_is_asked_why_again(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "pool empty", "one connection a request", "load test skips payment")
        (found,) = program.on_disk().incident.whys.chains()
        assert [why.text for why in found] == ["pool empty", "one connection a request", "load test skips payment"]
        assert "Why 3 · why that happened in turn" in program.screen_text()


async def test_a_second_chain_and_a_branch(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second")
        await program.press("n")
        await program.type("another cause")
        await program.press("enter", "g", "j", "b")
        await program.type("also second")
        await program.press("enter")
        texts = [[why.text for why in found] for found in program.on_disk().incident.whys.chains()]
        assert texts == [["first", "second"], ["first", "also second"], ["another cause"]]


async def test_a_chain_gets_a_category_by_name_or_a_new_one(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second")
        await program.press("g", "o")
        await program.type("testing")
        await program.press("enter")
        assert program.on_disk().incident.whys.chains()[0][-1].category == "testing"
        assert "→ Insufficient testing" in program.screen_text()
        await program.press("o")
        await program.type("Weather")
        await program.press("enter")
        assert program.on_disk().incident.whys.chains()[0][-1].category == "Weather"


async def test_an_answer_cites_entries_of_the_timeline(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("pool empty since 10:29")
        await program.press("enter", "escape", "3")
        await chain(program, "pool empty")
        await program.press("v", "space", "enter")
        entry = program.notebook.incident.timeline.root[0]
        assert program.on_disk().incident.whys.root[0].evidence == (entry.id,)
        assert "⊢ 10:44" in program.screen_text()


async def test_a_chain_that_ends_in_a_person_says_so_at_once(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "human error")
        assert "ends in a person" in program.screen_text()
        await program.press("e")
        await program.type(" was likely: no guard")
        await program.press("enter")
        assert program.on_disk().incident.whys.root[0].text == "human error was likely: no guard"


async def test_deleting_a_why_in_the_middle_keeps_the_chain_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second", "third")
        await program.press("g", "j", "d")
        (found,) = program.on_disk().incident.whys.chains()
        assert [why.text for why in found] == ["first", "third"]
        await program.press("u")
        assert [why.text for why in program.on_disk().incident.whys.chains()[0]] == ["first", "second", "third"]


async def test_an_answer_that_is_left_with_escape_is_kept(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await program.press("a")
        await program.type("half an answer")
        await program.press("escape")
        assert program.on_disk().incident.whys.root[0].text == "half an answer"
