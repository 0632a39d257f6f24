"""The review meeting: pages, its clock, notes and actions, all by one key."""

from pathlib import Path

import pytest

from screens.facilitation import FacilitationScreen
from screens.widgets.edit_line import EditLine
from tests.faults.test_hostile_screens import at_peace, hostile
from tests.screens.program import Program

FRIDAY = "2026-11-27"


def stood(program: Program) -> FacilitationScreen:
    screen = program.app.screen
    assert isinstance(screen, FacilitationScreen)
    return screen


def second_line(program: Program) -> str:
    return program.screen_text().splitlines()[1]


async def test_it_begins_with_the_rules_and_goes_through_every_section(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="whys", size=(80, 40)) as program:
        await program.press("F")
        assert "B E F O R E" in program.screen_text()
        assert "not punishment" in program.screen_text()
        seen = [stood(program).meeting.page]
        for _ in range(9):
            await program.press("right")
            while stood(program).meeting.page == seen[-1]:
                await program.press("right")
            seen.append(stood(program).meeting.page)
        assert seen[0] == "welcome"
        assert seen[1:9] == [
            "summary",
            "timeline",
            "whys",
            "factors",
            "went_well",
            "actions",
            "recurrence",
            "cost",
        ]
        await program.press("space", "left", "4")
        assert "C O N T R I B U T I N G" in program.screen_text()
        await program.press("f4")
        assert stood(program).meeting.page == "went_well"


async def test_a_long_page_is_read_to_its_end_before_the_next_one_comes(tmp_path: Path) -> None:
    program = Program(tmp_path)
    async with program.running(size=(80, 24)):
        for number in range(12):
            await program.type(f"event {number}")
            await program.press("enter")
        await program.press("escape", "F", "2", "space")
        assert stood(program).meeting.page == "timeline"
        for _ in range(8):
            await program.press("space")
        assert stood(program).meeting.page != "timeline"


async def test_the_clock_runs_stands_and_says_over_time_in_words(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F")
        program.clock.on(minutes=1)
        program.app.session.tick.publish(program.clock.now)
        await program.settled()
        assert "02:00 of 3 min left" in second_line(program)
        await program.press("p")
        program.clock.on(minutes=30)
        await program.press("plus")
        assert "03:00 of 4 min left" in second_line(program)
        assert "paused" in second_line(program)
        await program.press("minus", "p")
        program.clock.on(minutes=5)
        program.app.session.tick.publish(program.clock.now)
        await program.settled()
        assert "OVER TIME by 03:00, of 3 min" in second_line(program)
        await program.press("1")
        assert "04:00 of 4 min left" in second_line(program)


async def test_a_note_is_kept_with_its_section_and_shown_there(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "3", "n")
        await program.type("we never tested n")
        await program.press("enter")
        (note,) = program.on_disk().incident.notes.root
        assert (note.text, note.about, note.author) == ("we never tested n", "whys", "mina")
        assert "we never tested n" in program.screen_text()
        await program.press("u")
        assert program.on_disk().incident.notes.root == ()


async def test_an_action_is_agreed_with_owner_and_deadline_without_leaving_the_page(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "3", "a")
        await program.type("cap the pool at 80 %")
        await program.press("enter")
        assert "who owns it?" in program.screen_text()
        await program.type("Omar")
        await program.press("enter")
        assert "until when?" in program.screen_text()
        await program.type("someday")
        await program.press("enter")
        assert "✗" in program.screen_text()
        await program.press(*("backspace",) * 7)
        await program.type("friday")
        await program.press("enter")
        (action,) = program.on_disk().incident.actions.root
        assert (action.text, action.owner, str(action.deadline)) == ("cap the pool at 80 %", "Omar", FRIDAY)
        assert stood(program).meeting.page == "whys"
        await program.press("u")
        assert program.on_disk().incident.actions.root == ()


async def test_what_was_typed_is_kept_however_it_is_left(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "a")
        await program.type("name an owner")
        await program.press("escape", "n")
        await program.type("half a note")
        await program.press("tab")
        incident = program.on_disk().incident
        assert [action.text for action in incident.actions.root] == ["name an owner"]
        assert incident.actions.root[0].deadline is not None
        assert [note.text for note in incident.notes.root] == ["half a note"]


async def test_an_empty_line_adds_nothing(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "n", "enter", "a", "enter", "a", "escape", "n", "escape")
        incident = program.on_disk().incident
        assert not incident.notes.root
        assert not incident.actions.root
        assert "B E F O R E" in program.screen_text()


async def test_a_refused_deadline_is_dropped_by_escape_once_more(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "a")
        await program.type("x")
        await program.press("enter", "enter")
        await program.type("someday")
        await program.press("escape")
        assert "✗" in program.screen_text()
        await program.press("escape")
        (action,) = program.on_disk().incident.actions.root
        assert (action.text, action.owner) == ("x", "")


async def test_a_section_is_opened_from_its_page_and_the_meeting_goes_on(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "3")
        program.clock.on(minutes=2)
        await program.press("enter")
        assert program.app.current_mode == "whys"
        await program.press("F")
        assert "12:00 of 14 min left" in second_line(program)


async def test_after_leaving_it_goes_on_at_the_same_page_and_the_clock_begins_anew(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "3")
        program.clock.on(minutes=2)
        await program.press("escape")
        assert program.app.current_mode == "whys"
        await program.press("f7")
        assert "14:00 of 14 min left" in second_line(program)


async def test_stamps_undo_and_what_is_missing_work_in_the_meeting(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "n", "ctrl+t")
        assert len(program.on_disk().incident.timeline.root) == 1
        await program.press("escape", "t")
        assert [entry.source for entry in program.on_disk().incident.timeline.root] == ["screen", "screen"]
        await program.press("c")
        assert "What is missing" in program.screen_text()
        await program.press("escape")
        assert stood(program).meeting.page == "welcome"
        await program.press("f1")
        await program.type("take a note")
        assert "take a note of the review" in program.screen_text()


async def test_the_end_says_what_actions_lack(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "F", "a")
        await program.type("name an owner")
        await program.press("enter", "enter", "enter", "8")
        for _ in range(4):
            await program.press("space")
        assert "B E F O R E   W E   P A R T" in program.screen_text()
        assert "action 1: no owner" in program.screen_text()


async def test_the_program_can_begin_with_the_meeting(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="facilitation") as program:
        assert stood(program).meeting.number == 1


async def test_notes_are_corrected_on_their_own_screen(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="notes") as program:
        await program.press("a")
        await program.type("the page was late")
        await program.press("enter", "e")
        await program.type(" by 4 min")
        await program.press("enter")
        (note,) = program.on_disk().incident.notes.root
        assert note.text == "the page was late by 4 min"
        assert "9 Notes" in program.screen_text()
        await program.press("d")
        assert program.on_disk().incident.notes.root == ()
        await program.press("u")
        assert len(program.on_disk().incident.notes.root) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_pages_full_of_hostile_texts_draw_them_as_signs(tmp_path: Path, size: tuple[int, int]) -> None:
    program = Program(tmp_path)
    hostile(program.path)
    async with program.running(section="facilitation", size=size):
        for key in "12345678":
            await program.press(key)
            assert at_peace(program), key
        await program.press("n", *"[bold]", "enter")
        assert at_peace(program)


async def test_another_length_of_the_meeting_is_a_setting(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        program.app.session.settings = program.app.session.settings.model_copy(update={"review_minutes": 30})
        await program.press("escape", "F", "2")
        assert "of 6 min left" in second_line(program)
        assert "whole meeting: 30 min left" in second_line(program)


async def test_a_note_is_read_for_blame_and_the_name_of_an_owner_is_not(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="facilitation", size=(100, 30)) as program:
        line = stood(program).query_one(EditLine)
        await program.press("n")
        await program.type("Omar should have checked")
        assert [mark.check for mark in line.marks] == ["blameless"]
        await program.press("ctrl+j", "enter", "a")
        await program.type("cap it")
        await program.press("enter")
        await program.type("Omar should have checked")
        assert not line.marks
        await program.press("escape")
        assert program.on_disk().incident.actions.root[0].owner == "Omar should have checked"


async def test_the_summary_stands_under_its_title_a_fact_a_line(tmp_path: Path) -> None:
    async with Program(tmp_path, service="checkout").running(section="facilitation", size=(80, 40)) as program:
        await program.press("1")
        text = program.screen_text()
        assert "Checkout answers 5xx" in text
        assert "Service               checkout" in text


async def test_one_goes_to_the_meeting_by_its_name(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("ctrl+g")
        await program.type("meeting")
        await program.press("enter")
        assert stood(program).meeting.number == 1
