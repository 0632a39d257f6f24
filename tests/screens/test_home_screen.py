"""Home as one works it: the list, the filter, a new incident."""

from pathlib import Path

from textual.widgets import Input

from screens.incident_list import IncidentList
from tests.screens.program import Program


async def test_live_incidents_come_first_then_the_newest(tmp_path: Path) -> None:
    program = Program(tmp_path)
    for title, start, end in (
        ("old and live", "2026-01-02T10:00:00Z", None),
        ("older", "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z"),
        ("newer", "2026-05-01T10:00:00Z", "2026-05-01T11:00:00Z"),
    ):
        values = {"title": title, "started_at": start, "ended_at": end}
        program.workspace.create(values, zone="UTC", currency="EUR")
    async with program.running(home=True):
        titles = [row.title for row in program.app.screen.query_one(IncidentList).rows]
        assert titles == ["Checkout answers 5xx", "old and live", "newer", "older"]


async def test_the_list_is_filtered_as_one_types_and_escape_brings_all_back(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.workspace.create({"title": "Login fails"}, zone="UTC", currency="EUR")
    async with program.running(home=True):
        await program.press("slash")
        await program.type("login")
        entries = program.app.screen.query_one(IncidentList)
        assert [row.title for row in entries.rows] == ["Login fails"]
        await program.press("escape", "escape")
        assert len(entries.rows) == 2


async def test_enter_opens_the_incident_on_its_timeline(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("enter")
        assert program.app.current_mode == "timeline"
        assert program.notebook.path == program.path


async def test_a_title_is_all_that_a_new_incident_needs(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("n")
        await program.type("Login fails")
        await program.press("enter")
        summary = program.on_disk().incident.summary if program.app.session.opened else None
        assert program.app.current_mode == "timeline"
        assert program.notebook.incident.summary.title == "Login fails"
        assert program.notebook.incident.summary.started_at == program.clock.now
        assert program.notebook.incident.summary.severity == "SEV-2"
        assert program.notebook.incident.summary.zone == "Europe/Berlin"
        assert summary is not None


async def test_a_new_incident_without_a_title_says_so_and_stays_open(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("n", "enter")
        assert "it is needed" in program.screen_text()
        assert len(program.workspace.files()) == 1


async def test_a_wrong_zone_is_named_beside_its_field_and_nothing_is_created(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("n")
        await program.type("Login fails")
        await program.press("tab", "tab", "tab", "end", "ctrl+u")
        await program.type("Mars/Olympus")
        await program.press("enter")
        assert "no zone is called" in program.screen_text()
        assert len(program.workspace.files()) == 1


async def test_escape_closes_the_dialog_and_creates_nothing(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("n")
        await program.type("Login fails")
        await program.press("escape")
        assert not program.app.screen.is_modal
        assert len(program.workspace.files()) == 1


async def test_a_broken_file_is_named_and_hinders_no_other(tmp_path: Path) -> None:
    program = Program(tmp_path)
    (program.workspace.folder / "INC-20260101-AAAA.json").write_text("{broken")
    async with program.running(home=True):
        text = program.screen_text()
        assert "✗ INC-20260101-AAAA  bridgelog doctor INC-20260101-AAAA" in text
        assert "Checkout answers 5xx" in text
        await program.press("G", "enter")
        assert program.app.current_mode == "home"
        assert "not whole JSON" in program.said[-1]


async def test_an_empty_workspace_says_what_to_do(tmp_path: Path) -> None:
    program = Program(tmp_path)
    program.path.unlink()
    async with program.running(home=True):
        text = program.running_text()
        assert "A few words about what is going on begin one" in text
        assert "then n, asks for severity" in text


async def test_a_stamp_from_home_goes_to_the_only_live_incident(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("ctrl+t")
        assert len(program.on_disk().incident.timeline.root) == 1


async def test_a_stamp_with_no_live_incident_says_what_to_do(tmp_path: Path) -> None:
    program = Program(tmp_path, ended_at="2026-11-23T09:30:00Z", started_at="2026-11-23T09:02:00Z")
    async with program.running(home=True):
        await program.press("ctrl+t")
        assert "n begins one" in program.said[-1]


async def test_letters_in_the_filter_are_letters(tmp_path: Path) -> None:
    async with Program(tmp_path).running(home=True) as program:
        await program.press("slash")
        await program.type("nq?j")
        assert program.app.screen.query_one("#filter", Input).value == "nq?j"
