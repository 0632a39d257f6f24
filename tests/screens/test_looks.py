"""What the screens look like: each section empty, typical and overfull, in a small and a large terminal."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from data.settings import Settings
from data.workspace import Workspace
from model.deadlines import WorkingCalendar
from model.incident import SECTIONS, Incident
from model.rules import Rules
from tests.screens import samples
from tests.screens.program import START, ZONE, StoppedClock, settle
from tui.app import BridgelogApp
from tui.start import Start
from tui.themes import LIGHT

SMALL, LARGE = (80, 24), (120, 40)
STATES: dict[str, Callable[[], Incident]] = {
    "empty": samples.empty,
    "typical": samples.typical,
    "overfull": samples.overfull,
}
Compare = Callable[..., bool]


def program(
    folder: Path,
    *incidents: Incident,
    opened: bool = True,
    begin: str = "timeline",
    theme: str = "",
    settings: Settings | None = None,
) -> BridgelogApp:
    """The program over those incidents, at a quarter to eleven on a Monday in Berlin."""
    workspace = Workspace(folder, StoppedClock(START + timedelta(minutes=42)), "mina")
    paths = [workspace.add(incident) for incident in incidents]
    rules = Rules(calendar=WorkingCalendar(zone=ZONE))
    path = paths[0] if opened else None
    start = Start(
        workspace, settings or Settings(zone=ZONE, theme=theme), rules, path, shown_folder="~/incidents", begin=begin
    )
    return BridgelogApp(lambda: start)


def after(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Strike keys before the look."""

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return run


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("word", SECTIONS)
def test_section(word: str, state: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    keys = ("escape", str(list(SECTIONS).index(word) + 1))
    app = program(tmp_path, STATES[state]())
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("size", [SMALL, LARGE, (40, 10)], ids=["80x24", "120x40", "40x10"])
def test_home(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    incidents = [
        samples.typical(),
        samples.overfull().model_copy(update={"id": "INC-20261122-0001"}),
        samples.empty().model_copy(update={"id": "INC-20261121-0002"}),
    ]
    app = program(tmp_path, *incidents, opened=False)
    assert snap_compare(app, terminal_size=size, run_before=after())


def test_home_without_incidents(tmp_path: Path, snap_compare: Compare) -> None:
    assert snap_compare(program(tmp_path, opened=False), terminal_size=SMALL, run_before=after())


@pytest.mark.parametrize("word", SECTIONS)
def test_section_in_a_tiny_terminal(word: str, tmp_path: Path, snap_compare: Compare) -> None:
    keys = ("escape", str(list(SECTIONS).index(word) + 1))
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=(40, 10), run_before=after(*keys))


@pytest.mark.parametrize("word", ["timeline", "actions"])
def test_section_in_the_light_theme(word: str, tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical(), theme=LIGHT.name)
    keys = ("escape", str(list(SECTIONS).index(word) + 1))
    assert snap_compare(app, terminal_size=SMALL, run_before=after(*keys))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("milestones", ("f5",)),
        ("entry", ("escape", "e")),
        ("missing", ("escape", "c")),
        ("help", ("f1",)),
        ("go-to", ("ctrl+g",)),
    ],
)
def test_dialog(name: str, keys: tuple[str, ...], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=SMALL, run_before=after(*keys))


def test_dialog_for_a_new_incident(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical(), opened=False)
    assert snap_compare(app, terminal_size=SMALL, run_before=after("n"))


def test_a_finding_beside_the_line_that_is_typed(tmp_path: Path, snap_compare: Compare) -> None:
    typed = ("space" if letter == " " else letter for letter in "Priya pushed the wrong config to production")
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=SMALL, run_before=after(*typed))
