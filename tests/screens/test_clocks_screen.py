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
    return str(program.app.screen.query_one(StatusLine).render())


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
        clocks = window.query_one(ClockList)
        assert [row.regime.id for row in clocks.rows][:2] == ["pci-dss", "gdpr"]
        assert "immediate notice" in str(window.query_one("#working", Static).render())
        await program.press("L", "1", "j")
        shown = str(window.query_one("#working", Static).render())
        assert "+ 72 hours" in shown
        assert "Art. 33" in shown
        program.clock.on(minutes=5)
        await program.press("n")
        assert program.on_disk().incident.timeline.root[-1].met == "gdpr"
        assert clocks.rows[1].state.value == "met"


async def test_without_an_industry_it_is_said_where_to_set_one(tmp_path: Path) -> None:
    async with Program(tmp_path).running(section="summary") as program:
        await program.press("C")
        assert "summary" in str(program.app.screen.query_one("#industry", Static).render())
        await program.press("n", "escape")
        program.clock.on(seconds=timedelta(days=9).total_seconds())
        assert "§" not in header(program)
