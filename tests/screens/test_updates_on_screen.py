"""Status updates on the screen: when the next is due, a reminder that leaves the focus alone, one key that copies."""

from datetime import timedelta
from pathlib import Path

from model.rules import Rules
from model.summary import Severity
from screens.widgets.status_line import StatusLine
from tests.screens.program import Program

EVERY = Rules(updates=((Severity.SEV_1, timedelta(minutes=30)), (Severity.SEV_2, timedelta(minutes=60))))


def begun(program: Program, rules: Rules = EVERY) -> None:
    """Measure by those rules from now on, 42 minutes after the start."""
    program.app.session.rules = rules
    program.app._tick()


def reminders(program: Program) -> int:
    return sum("a status update is due" in said.lower() for said in program.said)


async def test_it_is_said_before_and_after_it_is_due_and_the_reminder_leaves_the_line_alone(tmp_path: Path) -> None:
    async with Program(tmp_path, severity="SEV-2").running() as program:
        begun(program)
        await program.type("we")
        assert "Update due         11:02" in program.screen_text()
        assert "▲" not in program.screen_text()
        for minutes, said, shown in (
            (18, 1, "▲ Update due    11:02  U"),
            (5, 1, "▲ Update late   5 min  U"),
            (55, 2, "1 h"),
        ):
            program.clock.on(minutes=minutes)
            for _second in range(3):
                program.app._tick()
            await program.settled()
            assert reminders(program) == said
            assert shown in program.screen_text()
            assert "▲ update" in str(program.app.screen.query_one(StatusLine).render())
        await program.type(" wait")
        assert "we wait" in program.screen_text()


async def test_one_key_copies_the_update_and_begins_the_time_anew_also_while_one_types(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        begun(program)
        await program.type("rollback")
        await program.press("alt+u")
        assert program.app.clipboard.startswith("SEV-1 INC-")
        entry = program.on_disk().incident.timeline.root[-1]
        assert (entry.text, entry.update, entry.author) == ("status update sent", True, "mina")
        assert program.said[-1].endswith("The next is due at 11:14.")
        assert "rollback" in program.screen_text()
        await program.press("escape", "U")
        assert [found.id for found in program.notebook.incident.timeline.root] == [entry.id]
        await program.press("u")
        assert not program.notebook.incident.timeline.root
        assert "▲ Update late" in program.screen_text()


async def test_what_is_over_is_copied_and_nothing_is_due(tmp_path: Path) -> None:
    async with Program(tmp_path, ended_at="2026-11-23T09:30:00Z").running() as program:
        begun(program)
        await program.press("escape", "U")
        assert program.app.clipboard.startswith("SEV-1 INC-")
        assert program.notebook.incident.timeline.root == ()
        assert (reminders(program), "Update" in program.screen_text()) == (0, False)


async def test_a_tiny_terminal_keeps_the_sign_of_what_is_due(tmp_path: Path) -> None:
    async with Program(tmp_path).running(size=(40, 10)) as program:
        begun(program)
        line = str(program.app.screen.query_one(StatusLine).render())
        assert ("▲" in line, "saved" in line, "SEV-1" in line) == (True, True, True)
