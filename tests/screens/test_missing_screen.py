"""What is missing: what comes first, where enter leads, and what is said where none is owed."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import DataTable

from screens.factors import FactorList
from screens.missing import FindingList
from screens.widgets.check_list import CheckList
from screens.widgets.field_row import FieldRow
from screens.widgets.line_list import LineList
from tests.screens.program import Program

ENDED = {"ended_at": "2026-11-23T09:32:00Z", "started_at": "2026-11-23T09:02:00Z"}


async def go_to(program: Program, rule: str) -> None:
    """Open the panel, and follow the finding of that rule."""
    await program.press("escape", "c")
    await follow(program, rule)


async def follow(program: Program, rule: str) -> None:
    findings = program.app.screen.query_one(FindingList)
    findings.cursor = next(place for place, found in enumerate(findings.rows) if found.rule == rule)
    await program.press("enter")


def rules(program: Program) -> list[str]:
    return [found.rule for found in program.app.screen.query_one(FindingList).rows]


async def test_what_blocks_comes_before_advice_and_the_next_section_is_named(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running() as program:
        await program.press("escape", "c")
        blocking = [found.blocks for found in program.app.screen.query_one(FindingList).rows]
        assert blocking == sorted(blocking, reverse=True)
        assert "next: Summary" in program.screen_text()
        assert "A post-mortem is owed: kind: incident." in program.screen_text()


async def test_while_it_is_live_what_can_wait_comes_last_and_says_so(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "c")
        later = [found.later for found in program.app.screen.query_one(FindingList).rows]
        assert later == sorted(later)
        assert "can wait until it is over" in program.screen_text()


async def test_a_live_incident_is_asked_for_nothing_beside_its_timeline(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("5xx")
        await program.press("enter")
        assert "missing  c" not in program.screen_text()


async def test_an_event_of_which_none_is_owed_is_not_nagged(tmp_path: Path) -> None:
    async with Program(tmp_path, kind="other", **ENDED).running() as program:
        await program.press("escape", "c")
        assert rules(program) == []
        assert "No post-mortem is owed." in program.screen_text()
        assert "not estimated" in program.screen_text()


@pytest.mark.parametrize("field", ["users_affected", "detected_by"])
async def test_enter_goes_to_the_very_field_of_the_summary(tmp_path: Path, field: str) -> None:
    async with Program(tmp_path, **ENDED).running() as program:
        await program.press("escape", "c")
        findings = program.app.screen.query_one(FindingList)
        findings.cursor = next(n for n, found in enumerate(findings.rows) if found.field == field)
        await program.press("enter")
        assert program.app.current_mode == "summary"
        focused = program.app.screen.focused
        assert focused is not None
        row = next(parent for parent in focused.ancestors if isinstance(parent, FieldRow))
        assert row.field.name == field


async def test_enter_goes_to_the_cell_of_the_action(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="actions") as program:
        for text in ("bound the pool", "cover payment"):
            await program.press("a")
            await program.type(text)
            await program.press("enter")
        await program.press("1")
        await program.press("escape", "c")
        findings = program.app.screen.query_one(FindingList)
        second = program.notebook.incident.actions.root[1].id
        findings.cursor = next(
            n for n, found in enumerate(findings.rows) if (found.rule, found.record) == ("actions.owner", second)
        )
        await program.press("enter")
        table = program.app.screen.query_one(DataTable)
        assert program.app.current_mode == "actions"
        assert (table.cursor_row, table.cursor_column) == (1, 2)


async def test_enter_goes_to_the_factor_and_to_the_cost(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="factors") as program:
        await program.press("j", "3")
        await go_to(program, "factors.uncovered")
        factor = program.app.screen.query_one(FactorList).current
        assert factor is not None
        assert factor.id == "testing"
        await go_to(program, "cost.missing")
        assert program.app.current_mode == "cost"
        assert isinstance(program.app.screen.focused, type(program.app.screen.query("FieldInput").first()))


async def test_a_digit_goes_to_its_section(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running() as program:
        await program.press("escape", "c", "7")
        assert program.app.current_mode == "recurrence"
        assert not program.app.screen.is_modal


async def test_home_shows_what_the_chosen_incident_needs_and_opens_it_at_that_place(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(home=True) as program:
        await program.press("c")
        await follow(program, "actions.empty")
        assert program.app.current_mode == "actions"
        assert program.notebook.path == program.path


async def test_home_says_in_words_what_is_overdue_and_due_soon(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="actions") as program:
        await program.press("a")
        await program.type("bound the pool")
        await program.press("enter")
        program.clock.on(days=6)
        await program.press("0")
        assert "1 due soon" in program.screen_text()
        assert "1 action due soon" in program.screen_text()
        program.clock.on(days=6)
        await program.press("enter", "escape", "0")
        assert "1 overdue" in program.screen_text()
        assert "1 action overdue" in program.screen_text()


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)])
async def test_the_findings_are_in_sight_in_every_terminal(tmp_path: Path, size: tuple[int, int]) -> None:
    async with Program(tmp_path, **ENDED).running(size=size) as program:
        await program.press("escape", "c")
        findings: LineList[Any] = program.app.screen.query_one(FindingList)
        assert findings.size.height >= 4
        assert "missing: Detected" in program.screen_text()


async def test_an_action_is_made_of_a_factor_and_covers_it(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="factors") as program:
        await program.press("j", "3", "i")
        await program.type("test the pool size")
        await program.press("enter")
        (made,) = program.on_disk().incident.actions.root
        assert (made.text, made.covers) == ("test the pool size", ("factors.testing",))
        assert "→ action 1" in program.screen_text()
        await program.press("escape", "c")
        assert "factors.uncovered" not in rules(program)


async def test_what_made_a_deviation_sensible_is_said_beside_its_factor(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="factors") as program:
        await program.press("j", "j", "j", "2")
        assert "what made it sensible? (w)" in program.screen_text()
        await program.press("w")
        await program.type("the reviewer was asleep")
        await program.press("enter")
        assert program.on_disk().incident.factors.root["process"].sensible == "the reviewer was asleep"
        assert "sensible: the reviewer was asleep" in program.screen_text()


async def test_an_action_is_linked_to_what_it_is_the_answer_to(tmp_path: Path) -> None:
    async with Program(tmp_path, **ENDED).running(section="actions") as program:
        await program.press("a")
        await program.type("train two people")
        await program.press("enter", "v")
        assert len(program.app.screen.query_one(CheckList).rows) == 5
        assert "[x]" not in program.screen_text()
        await program.press("end", "space")
        assert program.screen_text().count("[x]") == 1
        await program.press("enter")
        assert program.on_disk().incident.actions.root[0].covers == ("recurrence.training",)
        assert "→ Training needed" in program.screen_text()
        await program.press("7")
        assert "→ action 1" in program.screen_text()
        await program.press("u")
        assert program.notebook.incident.actions.root[0].covers == ()
