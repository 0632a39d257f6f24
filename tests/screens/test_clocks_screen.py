"""Legal clocks on the screen: stamped with one key, counting down in the header, met with one key."""

from datetime import timedelta
from pathlib import Path

from textual.widgets import OptionList, Static

from model.timeline import Trigger
from screens.clocks import ClockList, Clocks
from screens.legal_stamp import LegalStamp
from screens.timeline_list import TimelineList
from screens.widgets.status_line import StatusLine
from tests.screens.program import Program


def header(program: Program) -> str:
    return str(program.app.screen_stack[0].query_one(StatusLine).render())


def shown(program: Program) -> list[str]:
    return [row.clock.regime.id for row in program.app.screen.query_one(ClockList).rows]


def working(program: Program) -> str:
    return str(program.app.screen.query_one("#working Static", Static).render())


async def test_a_legal_moment_is_stamped_at_the_time_of_its_key_also_while_typing(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running() as program:
        began = program.clock.now
        await program.press("a", "b", "f6")
        assert isinstance(program.app.screen, LegalStamp)
        program.clock.on(seconds=30)
        await program.press("1")
        (entry,) = program.on_disk().incident.timeline.root
        assert (entry.trigger, entry.at) == (Trigger.AWARE, began)
        assert "§ became aware" in str(program.app.screen.query_one(TimelineList).render_line(2).text)
        await program.press("escape", "u")
        assert not program.on_disk().incident.timeline.root


async def test_every_legal_moment_has_its_digit_and_shows_when_it_was_stamped(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="fintech").running(section="summary") as program:
        for number, trigger in enumerate(Trigger, 1):
            await program.press("L", str(number))
            assert program.on_disk().incident.timeline.root[-1].trigger is trigger
            program.clock.on(minutes=1)
        await program.press("L")
        options = program.app.screen.query_one(OptionList)
        assert all("§" in str(options.get_option_at_index(place).prompt) for place in range(len(Trigger)))


async def test_the_next_clock_counts_down_in_the_header_below_a_day_and_says_when_it_is_over(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="e-commerce").running(section="summary", size=(120, 24)) as program:
        assert "§" not in header(program)
        await program.press("L", "1")
        assert "§" not in header(program)
        program.clock.on(hours=50)
        assert "§ GDPR 22:00:00" in header(program)
        program.clock.on(hours=22)
        assert "§ GDPR overdue" in header(program)


async def test_one_key_records_that_the_notification_was_made(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="e-commerce").running(section="summary") as program:
        await program.press("C")
        window = program.app.screen
        assert isinstance(window, Clocks)
        assert shown(program)[:2] == ["gdpr", "california"]
        await program.press("G")
        assert "immediate notice" in working(program)
        assert "no statutory clock" in working(program)
        await program.press("n")
        assert not program.on_disk().incident.timeline.root
        await program.press("L", "1", "g")
        assert "+ 72 hours" in working(program)
        assert "Art. 33" in working(program)
        program.clock.on(minutes=5)
        await program.press("n")
        assert program.on_disk().incident.timeline.root[-1].met == "gdpr"
        (gdpr,) = (row.clock for row in window.query_one(ClockList).rows if row.clock.regime.id == "gdpr")
        assert gdpr.state.value == "met"
        await program.press("u", "escape", "2")
        assert "notified" not in program.screen_text()
        await program.press("ctrl+y")
        assert "✓ notified: GDPR" in program.screen_text()


async def test_a_regime_that_does_not_apply_is_switched_off_and_on_again(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running(section="summary", size=(120, 24)) as program:
        await program.press("L", "1", "C", "x")
        program.clock.on(minutes=1)
        assert program.on_disk().incident.summary.clocks_off == ("nis2-early-warning",)
        assert shown(program)[-1] == "nis2-early-warning"
        assert "– NIS2 early warning" in program.screen_text()
        assert "§" not in header(program)
        await program.press("x")
        assert program.on_disk().incident.summary.clocks_off == ()
        await program.press("escape")
        assert "§ NIS2 early warning" in header(program)


async def test_a_regime_of_another_industry_is_found_and_switched_on(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running(section="summary") as program:
        await program.press("C")
        assert "hipaa-hhs" not in shown(program)
        await program.press("a")
        assert "hipaa-hhs" in shown(program)
        await program.press("G", "x", "a")
        on = program.on_disk().incident.summary.clocks_on
        assert set(on) <= set(shown(program))
        assert len(on) == 1


async def test_enter_goes_to_the_stamp_that_started_a_clock(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running(section="summary") as program:
        await program.press("L", "1", "t", "C", "enter")
        assert program.app.current_mode == "timeline"
        entry = program.app.screen.query_one(TimelineList).entry
        assert entry
        assert entry.trigger is Trigger.AWARE


async def test_words_that_are_typed_go_with_the_legal_stamp(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running() as program:
        await program.type("the officer knows")
        await program.press("f6", "1")
        (entry,) = program.on_disk().incident.timeline.root
        assert (entry.text, entry.trigger) == ("the officer knows", Trigger.AWARE)


async def test_a_legal_stamp_and_a_notification_are_corrected_like_any_entry(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running() as program:
        await program.press("f6", "1", "escape", "e", "tab", "tab", "tab", "right", "f10")
        (entry,) = program.on_disk().incident.timeline.root
        assert entry.trigger is Trigger.DISCOVERED
        await program.press("e", "tab", "tab", "tab", "delete", "f10")
        assert program.on_disk().incident.timeline.root[0].trigger is None
        program.clock.on(minutes=1)
        await program.press("C", "n", "escape", "G", "e")
        await program.press("tab", "tab", "tab", "tab", "right", "f10")
        first, second = (entry.met for entry in program.on_disk().incident.timeline.root)
        assert first == ""
        assert second not in ("", "nis2-early-warning")


async def test_what_the_industry_asks_for_is_said_beside_the_summary(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running(section="summary", size=(120, 40)) as program:
        assert "SLA compliance" in program.screen_text()
        assert "none is running" in program.screen_text()
        await program.press("L", "1")
        assert "GDPR: 3 days left" in program.screen_text()


async def test_in_a_tiny_terminal_the_next_clock_is_in_the_header_and_none_is_cut(tmp_path: Path) -> None:
    async with Program(tmp_path, industry="saas").running(size=(40, 10)) as program:
        await program.press("f6", "1")
        program.clock.on(hours=1)
        assert "§ 23:00:00" in header(program)
        program.clock.on(hours=23)
        assert "§ 1 overdue" in header(program)
        await program.press("escape", "C")
        assert "■ NIS2 early warn" in program.screen_text()
        assert "late" in program.screen_text()


async def test_without_an_industry_it_is_said_where_to_set_one(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("C")
        assert "summary" in str(program.app.screen.query_one("#industry", Static).render())
        await program.press("n", "escape")
        program.clock.on(seconds=timedelta(days=9).total_seconds())
        assert "§" not in header(program)
