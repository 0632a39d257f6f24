"""What entries leave to be done, as one answers it."""

from pathlib import Path

from textual.widgets import Input

from model.finding import Finding
from model.readiness import findings
from model.rules import Rules
from tests.screens.program import Program


async def test_an_action_is_made_of_a_todo_with_its_words_and_undo_asks_again(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("pool empty. TODO(omar): bound the pool")
        await program.press("enter")
        assert "TODO: esc, then A makes an action" in program.screen_text()
        await program.press("escape")
        assert "1 TODO  A" in program.screen_text()
        await program.press("A", "enter")
        assert program.app.screen.query_one(Input).value == "bound the pool"
        await program.press("enter")
        (action,) = program.on_disk().incident.actions.root
        assert (action.text, action.owner, action.number) == ("bound the pool", "omar", 1)
        assert "None is open" in program.running_text()
        await program.press("u")
        assert "1 without an action" in program.running_text()
        assert program.on_disk().incident.actions.root == ()


async def test_words_that_are_refused_are_there_to_be_put_right(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("TODO: a")
        await program.press("enter", "escape", "A", "enter")
        program.app.screen.query_one(Input).value = "b" * 501
        await program.press("enter")
        assert "501 characters" in program.said[-1]
        assert program.app.screen.query_one(Input).value == "b" * 501
        await program.press("backspace", "enter")
        assert len(program.on_disk().incident.actions.root[0].text) == 500


async def test_what_is_not_needed_is_not_asked_for_again(tmp_path: Path) -> None:
    async with Program(tmp_path).running(size=(40, 10)) as program:
        await program.type("TODO: a; TODO: b")
        await program.press("enter", "escape", "A", "x", "escape")
        assert "timeline.todo" in {one.rule for one in _found(program)}
        await program.press("A", "x", "x", "escape")
        assert "timeline.todo" not in {one.rule for one in _found(program)}
        assert program.on_disk().incident.actions.root == ()


def _found(program: Program) -> list[Finding]:
    return findings(program.on_disk().incident, program.clock.now, Rules())
