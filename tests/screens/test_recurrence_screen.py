"""Recurrence prevention as one answers it."""

from pathlib import Path

from tests.screens.program import Program


async def test_the_five_questions_are_answered_with_one_key_each(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="recurrence") as program:
        await program.press("y", "j", "N", "j", "w")
        questions = program.on_disk().incident.recurrence.root
        assert [question.answer for question in questions.values()] == ["yes", "no", "not-needed", None, None]
        assert "2 of 5 open" in program.screen_text()


async def test_an_answer_can_be_taken_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="recurrence") as program:
        await program.press("y", "backspace")
        assert program.on_disk().incident.recurrence.root["monitoring"].answer is None
        await program.press("u")
        assert program.on_disk().incident.recurrence.root["monitoring"].answer == "yes"


async def test_one_key_makes_a_linked_action_of_an_open_question(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="recurrence") as program:
        await program.press("j", "a")
        incident = program.on_disk().incident
        (action,) = incident.actions.root
        assert action.text == "Write or update the runbook"
        assert incident.recurrence.root["runbook"].action == action.id
        assert "→ action 1" in program.screen_text()
        await program.press("a")
        assert "already" in program.said[-1]
        await program.press("u")
        assert program.on_disk().incident.actions.root == ()


async def test_an_architecture_change_asks_for_its_rfc(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="recurrence") as program:
        await program.press("j", "j", "j", "y")
        await program.type("RFC-42")
        await program.press("enter")
        assert program.on_disk().incident.recurrence.root["architecture"].rfc == "RFC-42"
        assert "RFC RFC-42" in program.screen_text()


async def test_a_note_is_written_for_the_question(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="recurrence") as program:
        await program.press("e")
        await program.type("alert on the pool")
        await program.press("enter")
        assert program.on_disk().incident.recurrence.root["monitoring"].note == "alert on the pool"
