"""What it looks like to work together: who does what, and when the next update is due."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from model.incident import Incident
from model.rules import Rules
from model.summary import Severity
from tests.screens import samples
from tests.screens.program import settle
from tests.screens.test_looks import SMALL, Compare, program

EVERY_HOUR = Rules(updates=((Severity.SEV_1, timedelta(hours=1)),))


def live() -> Incident:
    incident = samples.typical()
    return incident.with_sections({"summary": incident.summary.model_copy(update={"ended_at": None})})


async def take_over(pilot: Pilot[Any]) -> None:
    """Name a commander and an expert in the window of roles."""
    await settle(pilot)
    for key in ("escape", "W", "enter", *"Xanthe", "enter", "G", "enter", *"Omar", "enter"):
        await pilot.press(key)
        await settle(pilot)


def test_who_does_what(tmp_path: Path, snap_compare: Compare) -> None:
    assert snap_compare(program(tmp_path, live()), terminal_size=SMALL, run_before=take_over)


def test_who_leads_and_when_the_update_is_due_beside_the_timeline(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, live())

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        app.session.rules = EVERY_HOUR
        await take_over(pilot)
        await pilot.press("escape")
        await settle(pilot)

    assert snap_compare(app, terminal_size=SMALL, run_before=run)
