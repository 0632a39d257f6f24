"""The summary as one fills it in."""

from pathlib import Path

from screens.widgets.choice import Choice
from screens.widgets.field_input import FieldInput
from tests.screens.program import START, Program


def field(program: Program, name: str) -> FieldInput:
    return program.app.screen.query_one(f"#field-{name} FieldInput", FieldInput)


async def go(program: Program, name: str, typed: str) -> None:
    """Go to a field, empty it, type, and strike enter."""
    program.app.screen.query_one(f"#field-{name}").query("FieldInput").first().focus()
    await program.press("end", "ctrl+u")
    await program.type(typed)
    await program.press("enter")


async def test_a_typed_value_is_stored_when_enter_accepts_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await go(program, "service", "checkout")
        await go(program, "users_affected", "4,200")
        summary = program.on_disk().incident.summary
        assert (summary.service, summary.users_affected) == ("checkout", 4200)


async def test_a_wrong_value_says_what_is_wrong_beside_the_field_and_is_not_stored(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        await go(program, "users_affected", "12")
        for typed, says in (("many", "is not a number"), ("1.5", "whole number"), ("-3", "0 and 10^12")):
            await go(program, "users_affected", typed)
            assert says in program.beside("users_affected")
            assert field(program, "users_affected").value == typed
            assert program.notebook.incident.summary.users_affected == 12


async def test_an_amount_must_be_one_and_below_all_reason(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        for typed, says in (("NaN", "not a number"), ("-1", "minus"), ("1000000000000000", "10^15")):
            await go(program, "revenue_lost", typed)
            assert says in program.beside("revenue_lost")
            assert program.notebook.incident.summary.revenue_lost is None


async def test_an_end_before_the_start_is_refused_and_the_stored_end_stays(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        await go(program, "ended_at", "10:30")
        await go(program, "ended_at", "2026-11-22 10:00")
        assert "lies before the" in program.beside("ended_at")
        ended = program.notebook.incident.summary.ended_at
        assert ended is not None
        assert f"{ended:%H:%M}" == "09:30"


async def test_a_time_is_shown_as_understood_before_it_is_accepted(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        field(program, "started_at").focus()
        await program.press("end", "ctrl+u")
        await program.type("-1h")
        assert program.beside("started_at") == "= Nov 23, 2026 09:44 UTC+01:00"
        assert program.notebook.incident.summary.started_at == START


async def test_the_arrows_change_a_choice_at_once(tmp_path: Path) -> None:
    async with Program(tmp_path, severity="SEV-2").running(section="summary") as program:
        program.app.screen.query_one("#field-severity Choice", Choice).focus()
        await program.press("right")
        assert program.on_disk().incident.summary.severity == "SEV-3"
        await program.press("ctrl+z")
        assert program.on_disk().incident.summary.severity == "SEV-2"
        assert program.app.screen.query_one("#field-severity Choice", Choice).value == "SEV-2"


async def test_undo_in_a_field_goes_back_to_what_is_stored(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        field(program, "title").focus()
        await program.press("end")
        await program.type(" and more")
        await program.press("ctrl+z")
        assert field(program, "title").value == "Checkout answers 5xx"
        assert program.notebook.incident.summary.title == "Checkout answers 5xx"


async def test_leaving_a_field_keeps_what_is_right_in_it(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        field(program, "service").focus()
        await program.type("login")
        await program.press("tab")
        assert program.on_disk().incident.summary.service == "login"


async def test_a_title_of_ten_thousand_characters_is_refused_in_words(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        field(program, "title").value = "x" * 10_000
        field(program, "title").focus()
        await program.press("enter")
        assert "shorten it" in program.beside("title")
        assert program.notebook.incident.summary.title == "Checkout answers 5xx"
        assert len(field(program, "title").value) == 10_000


async def test_the_facts_follow_the_incident(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        assert "00:42:00" in program.screen_text()
        assert "no first alert yet" in program.screen_text()
        await program.press("m", "1")
        assert "42 min" in program.screen_text()
        await program.press("m", "6")
        assert "4 fields missing" in program.screen_text()


async def test_a_first_alert_before_the_start_is_shown_as_an_inconsistency(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await go(program, "started_at", "10:50")
        await program.press("escape", "m", "1")
        await go(program, "started_at", "10:48")
        assert "first alert lies before start" in program.screen_text()


async def test_digits_go_to_sections_while_no_field_is_left_open(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "1", "8", "1", "2")
        assert program.app.current_mode == "timeline"


async def test_the_zone_must_exist(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary", size=(120, 40)) as program:
        await go(program, "zone", "Mars/Olympus")
        assert "no zone is called" in program.beside("zone")
        await go(program, "zone", "Asia/Tokyo")
        assert program.on_disk().incident.summary.zone == "Asia/Tokyo"


async def test_a_key_raises_the_severity_on_every_section_and_the_timeline_says_so(tmp_path: Path) -> None:
    async with Program(tmp_path, severity="SEV-3").running(section="whys") as program:
        await program.press("s")
        program.clock.on(minutes=5)
        await program.press("s", "s")
        written = program.on_disk().incident
        assert written.summary.severity.value == "SEV-1"
        assert [entry.text[-19:] for entry in written.timeline.root] == ["from SEV-3 to SEV-2", "from SEV-2 to SEV-1"]
        assert program.said[-2:] == [
            "Now SEV-1; the timeline says so. u takes it back.",
            "SEV-1 is the highest severity.",
        ]
        await program.press("u")
        back = program.on_disk().incident
        assert (back.summary.severity.value, len(back.timeline.root)) == ("SEV-2", 1)


async def test_the_severity_chosen_in_the_form_is_told_by_a_live_timeline(tmp_path: Path) -> None:
    async with Program(tmp_path, severity="SEV-3").running(section="summary") as program:
        program.app.screen.query_one("#field-severity Choice").focus()
        await program.press("left", "left")
        written = program.on_disk().incident
        assert [entry.text for entry in written.timeline.root] == ["severity raised from SEV-3 to SEV-1"]
