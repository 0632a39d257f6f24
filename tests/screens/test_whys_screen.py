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


async def test_the_question_depends_on_what_was_answered_and_asks_how(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await program.press("a")
        assert "Why 1: what was the direct cause" in program.screen_text()
        await program.type("the pool ran out")
        await program.press("enter", "a")
        assert "Why 2: how was the limit reached without a warning" in program.screen_text()


async def test_a_person_is_asked_for_the_system_while_one_types_below_the_answer_and_at_the_next_why(
    tmp_path: Path,
) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await program.press("a")
        await program.type("human error")
        assert "✗ ends in a person: which step made the slip easy" in program.screen_text()
        await program.press("enter")
        assert "✗ ends in a person: which step made the slip easy" in program.screen_text()
        await program.press("a")
        assert "Why 2: which step made the slip easy" in program.screen_text()
        await program.type("no guard at the prompt")
        await program.press("enter")
        assert "ends in a person" not in program.screen_text()


async def test_a_why_moves_with_all_below_it_and_back_by_undo(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second", "third")
        await program.press("n")
        await program.type("other")
        await program.press("enter", "g", "j", "w")
        await program.type("other")
        await program.press("enter")
        texts = [[why.text for why in found] for found in program.on_disk().incident.whys.chains()]
        assert texts == [["first"], ["other", "second", "third"]]
        await program.press("u")
        assert len(program.on_disk().incident.whys.chains()[0]) == 3


async def test_a_why_is_not_offered_a_place_below_itself(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second")
        await program.press("g", "w")
        text = program.screen_text()
        assert "it begins a chain of its own" in text
        assert "2 second" not in text


async def test_a_why_goes_with_all_that_is_below_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "first", "second", "third")
        await program.press("g", "j", "D")
        assert [why.text for why in program.on_disk().incident.whys.root] == ["first"]
        await program.press("u")
        assert len(program.on_disk().incident.whys.root) == 3


async def test_entries_are_found_by_a_filter_and_taken_with_the_mouse(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        for text in ("alpha", "beta gamma", "delta"):
            await program.type(text)
            await program.press("enter")
        await program.press("escape", "3")
        await chain(program, "cause")
        await program.press("v", "slash")
        await program.type("gam")
        assert "alpha" not in program.screen_text()
        await program.pilot.click("#choices", offset=(2, 0))
        await program.settled()
        assert "[x]" in program.screen_text()
        assert "1 taken" in program.screen_text()
        await program.press("enter")
        (entry,) = [e for e in program.notebook.incident.timeline.root if e.text == "beta gamma"]
        assert program.on_disk().incident.whys.root[0].evidence == (entry.id,)


async def test_escape_leaves_the_filter_first_and_then_the_choice(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys") as program:
        await chain(program, "cause")
        await program.press("v", "slash", "escape")
        assert "Which entries show it?" in program.screen_text()
        await program.press("escape")
        assert "Which entries show it?" not in program.screen_text()
        assert program.on_disk().incident.whys.root[0].evidence == ()
