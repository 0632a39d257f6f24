"""The timeline as an on-call engineer works it."""

from datetime import timedelta
from pathlib import Path

from textual.widgets import Input

from model.stamping import NewEntry
from model.timeline import Milestone
from screens.timeline_list import TimelineList
from screens.widgets.capture import BLINKS
from tests.screens.program import START, Program


async def test_the_capture_line_has_the_keyboard_when_an_incident_opens(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        assert program.app.focused is not None
        assert program.app.focused.id == "capture"


async def test_an_entry_has_the_time_of_its_first_key_and_not_of_enter(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        first_key = program.clock.now
        await program.type("e")
        program.clock.on(minutes=3)
        await program.type("rror rate falls")
        await program.press("enter")
        entry = program.on_disk().incident.timeline.root[-1]
        assert (entry.text, entry.at) == ("error rate falls", first_key)
        assert entry.recorded_at == first_key + timedelta(minutes=3)
        assert program.app.screen.query_one("#capture", Input).value == ""


async def test_after_the_line_was_emptied_the_next_first_key_counts(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("x")
        await program.press("backspace")
        program.clock.on(minutes=5)
        again = program.clock.now
        await program.type("y")
        await program.press("enter")
        assert program.notebook.incident.timeline.root[-1].at == again


async def test_enter_in_an_empty_line_files_nothing(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("enter")
        assert program.notebook.incident.timeline.root == ()


async def test_ctrl_t_and_f2_stamp_from_every_section_field_and_dialog(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("half a line")
        await program.press("ctrl+t")
        await program.press("f5", "f2")
        await program.press("escape", "escape", "1", "ctrl+t")
        await program.press("f1", "f2")
        assert len(program.on_disk().incident.timeline.root) == 4


async def test_stamping_leaves_what_is_being_typed_alone(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("half a line")
        await program.press("ctrl+t")
        assert program.app.screen.query_one("#capture", Input).value == "half a line"


async def test_a_milestone_takes_two_keys_and_the_moment_of_the_first(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        at = program.clock.now
        await program.press("f5")
        program.clock.on(minutes=1)
        await program.press("1")
        entry = program.notebook.incident.timeline.holding(Milestone.FIRST_ALERT)
        assert entry is not None
        assert entry.at == at


async def test_a_milestone_takes_the_words_that_are_typed_already(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        at = program.clock.now
        await program.type("pager went off")
        program.clock.on(minutes=1)
        await program.press("f5", "2")
        entry = program.notebook.incident.timeline.holding(Milestone.TEAM_NOTIFIED)
        assert entry is not None
        assert (entry.text, entry.at) == ("pager went off", at)


async def test_a_milestone_that_is_set_moves_without_a_question_and_undo_moves_it_back(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("f5", "1")
        program.clock.on(minutes=4)
        await program.press("f5", "1")
        timeline = program.notebook.incident.timeline
        assert timeline.at(Milestone.FIRST_ALERT) == program.clock.now
        assert len(timeline.root) == 1
        await program.press("ctrl+z")
        assert program.notebook.incident.timeline.at(Milestone.FIRST_ALERT) == START + timedelta(minutes=42)


async def test_resolving_ends_the_incident_and_undo_makes_it_live_again(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "m", "6")
        assert program.on_disk().incident.summary.ended_at == program.clock.now
        assert "ended" in program.screen_text()
        await program.press("u")
        assert program.on_disk().incident.summary.live


async def test_an_entry_is_deleted_by_a_key_and_brought_back_by_undo(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("wrong window")
        await program.press("enter", "escape", "d")
        assert program.on_disk().incident.timeline.root == ()
        await program.press("u")
        assert program.on_disk().incident.timeline.root[0].text == "wrong window"


async def test_the_text_the_time_and_the_milestone_of_an_entry_can_be_corrected(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("roll back")
        await program.press("enter", "escape", "e")
        await program.type(" of 4711")
        await program.press("tab", "end", "ctrl+u")
        await program.type("10:20")
        await program.press("tab", "right", "f10")
        entry = program.on_disk().incident.timeline.root[0]
        assert entry.text == "roll back of 4711"
        assert entry.at == START + timedelta(minutes=18)
        assert entry.milestone is Milestone.FIRST_ALERT
        assert entry.recorded_at == START + timedelta(minutes=42)


async def test_a_wrong_time_in_the_dialog_says_so_and_changes_nothing(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("roll back")
        await program.press("enter", "escape", "e", "tab", "end", "ctrl+u")
        await program.type("25:99")
        await program.press("enter")
        assert "✗" in program.screen_text()
        assert program.notebook.incident.timeline.root[0].at == START + timedelta(minutes=42)


async def test_a_time_typed_in_front_is_shown_as_understood_and_then_taken(tmp_path: Path) -> None:
    async with Program(tmp_path).running(size=(120, 30)) as program:
        await program.type("-5m paged the database team")
        assert "= Nov 23, 2026 10:39" in program.screen_text()
        await program.press("enter")
        entry = program.notebook.incident.timeline.root[0]
        assert (entry.text, entry.typed) == ("paged the database team", "-5m")
        assert entry.at == START + timedelta(minutes=37)


async def test_escape_goes_from_the_field_to_the_list_to_home_and_never_quits(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape")
        assert isinstance(program.app.focused, TimelineList)
        await program.press("escape")
        assert program.app.current_mode == "home"
        await program.press("escape", "escape")
        assert program.app.is_running


async def test_in_the_capture_line_letters_are_letters(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("q12m?/dju")
        assert program.app.screen.query_one("#capture", Input).value == "q12m?/dju"


async def test_what_another_program_stamps_shows_up(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        other = program.workspace.open(program.path)
        other.stamp(NewEntry(at=program.clock.now, text="from a shell"))
        other.flush()
        program.notebook.flush()
        await program.settled()
        assert "from a shell" in program.screen_text()


async def test_a_pasted_text_of_several_lines_becomes_one_entry_with_its_lines(tmp_path: Path) -> None:
    from textual.events import Paste

    async with Program(tmp_path).running() as program:
        program.app.screen.query_one("#capture", Input).post_message(Paste("first\nsecond\n\nthird"))
        await program.press("enter")
        assert program.notebook.incident.timeline.root[0].text == "first\nsecond\nthird"


async def test_a_pasted_megabyte_is_refused_in_words_and_loses_nothing(tmp_path: Path) -> None:
    from textual.events import Paste

    async with Program(tmp_path).running() as program:
        await program.type("so far ")
        program.app.screen.query_one("#capture", Input).post_message(Paste("x" * 1_000_000))
        await program.settled()
        assert program.app.screen.query_one("#capture", Input).value == "so far "
        assert "too many for one" in program.said[-1]


async def test_escape_sequences_are_shown_and_never_sent(tmp_path: Path) -> None:
    from textual.events import Paste

    async with Program(tmp_path).running() as program:
        program.app.screen.query_one("#capture", Input).post_message(Paste("red \x1b[31malert\x07 \u202eevil"))
        await program.press("enter")
        text = program.screen_text()
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "red ␛[31malert␇" in text


async def test_ten_thousand_entries_stamp_by_adding_their_own_lines_only(tmp_path: Path) -> None:
    from model.change import Change, create
    from model.instant import stored
    from model.message import Message

    program = Program(tmp_path)
    notebook = program.workspace.open(program.path)
    steps = (
        create(
            "timeline", f"{number:016}", {"at": stored(START + timedelta(seconds=number)), "recorded_at": stored(START)}
        )
        for number in range(10_000)
    )
    notebook.do(Change(Message("many"), tuple(steps)))
    notebook.flush()
    async with program.running():
        entries = program.app.screen.query_one(TimelineList)
        first = entries.rows[0]
        program.clock.on(hours=24)
        await program.press("ctrl+t")
        assert entries.rows[0] is first
        assert len(program.notebook.incident.timeline.root) == 10_001
        await program.press("escape", "g", "G")
        assert entries.cursor == len(entries.rows) - 1


async def test_a_pinned_entry_stays_in_sight_and_undo_takes_the_pin_away(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.type("bridge: room 7")
        await program.press("enter", "escape", "space")
        for number in range(30):
            program.notebook.stamp(NewEntry(at=program.clock.now, text=f"entry {number}"))
        await program.press("G")
        assert "⚑10:44  bridge: room 7" in program.screen_text()
        assert "⚑10:44   bridge: room 7" not in program.screen_text(), "the list has scrolled on"
        assert program.on_disk().incident.timeline.root[0].pinned
        program.notebook.correct(program.notebook.incident.timeline.root[0], {"pinned": False})
        await program.settled()
        assert not program.app.screen.query_one("#pins").display
        await program.press("u")
        assert "⚑" in program.screen_text()


async def test_what_another_program_pins_shows_and_too_many_pins_are_counted(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        other = program.workspace.open(program.path)
        for number in range(5):
            other.stamp(NewEntry(at=program.clock.now, text=f"データベース {number} " * 20, pinned=True))
        other.flush()
        program.notebook.flush()
        await program.settled()
        lines = [line for line in program.screen_text().splitlines() if "⚑10:44  データ" in line]
        assert [line.count("データベース 4") > 0 for line in lines] == [False, True]
        assert "and 3 more pinned" in program.screen_text()


async def test_the_cursor_stops_blinking_while_nothing_is_typed_and_begins_again(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        line = program.app.screen.query_one("#capture", Input)
        for timer in program.app._timers:  # only the test's seconds pass
            timer.pause()
        line.cursor_blink = True
        for _ in range(BLINKS):
            assert line.cursor_blink
            program.app.session.tick.publish(program.clock.now)
            await program.settled()
        assert not line.cursor_blink
        await program.press("a")
        assert line.cursor_blink
