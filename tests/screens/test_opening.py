"""The first frame, while the program is loaded beside it: nothing that is typed into it is lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from data.first_look import first_look
from data.settings import Settings
from data.trouble import NotFound
from data.workspace import Workspace
from model.deadlines import WorkingCalendar
from model.message import Message
from model.rules import Rules
from model.stamping import NewEntry
from model.timeline import Milestone
from screens.opening import FirstRows, Opening
from screens.settings import Settings as SettingsScreen
from screens.timeline import TimelineScreen
from tests.screens.program import START, ZONE, StoppedClock, settle
from tui.app import BridgelogApp
from tui.start import Start


class SlowProgram:
    """The program over one incident, which is loaded no sooner than a test says."""

    def __init__(self, folder: Path, *, opens: bool = True) -> None:
        self.clock = StoppedClock()
        self.workspace = Workspace(folder, self.clock, "mina")
        self.path = self.workspace.create({"title": "Checkout answers 5xx"}, zone=ZONE, currency="EUR")
        self.clock.on(minutes=10)
        self.opens = opens
        self.problem: Exception | None = None
        self._loaded = Event()
        opening = Opening(self.path.stem if opens else "", takes_text=opens, clock=self.clock)
        self.app = BridgelogApp(self._load, opening)

    def _load(self) -> Start:
        self._loaded.wait(20)
        if self.problem is not None:
            raise self.problem
        rules = Rules(calendar=WorkingCalendar(zone=ZONE))
        return Start(self.workspace, Settings(zone=ZONE), rules, self.path if self.opens else None)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Pilot[None]]:
        """The first frame."""
        async with self.app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            try:
                yield pilot
            finally:
                self._loaded.set()
                await settle(pilot)

    async def load(self, pilot: Pilot[None]) -> None:
        """Let it be loaded."""
        self._loaded.set()
        await settle(pilot)

    def entries(self) -> list[tuple[str, timedelta]]:
        """The texts on the disk, each with the time since the start."""
        self.app.session.notebook.flush()
        found = self.workspace.open(self.path).incident.timeline.root
        return [(entry.text, entry.at - START) for entry in found]


def with_entries(slow: SlowProgram, count: int) -> None:
    """Put so many entries into its incident, a minute apart; the last but one says that a fix is deployed."""
    notebook = slow.workspace.open(slow.path)
    for number in range(count):
        milestone = Milestone.FIX_DEPLOYED if number == count - 2 else None
        notebook.stamp(NewEntry(at=START + timedelta(minutes=number), text=f"entry {number}", milestone=milestone))
    notebook.close()


async def test_what_is_typed_before_the_incident_is_open_is_filed_at_the_time_of_its_first_key(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        assert isinstance(slow.app.screen, Opening)
        await pilot.press(*"5xx")
        slow.clock.on(seconds=30)
        await pilot.press("enter")
        slow.clock.on(seconds=30)
        await pilot.press("ctrl+t", *"rollb")
        slow.clock.on(seconds=30)
        await slow.load(pilot)
        assert isinstance(slow.app.screen, TimelineScreen)
        capture = slow.app.screen.query_one("#capture", Input)
        assert (capture.value, capture.cursor_position, capture.has_focus) == ("rollb", 5, True)
        await pilot.press(*"ack", "enter")
        await settle(pilot)
        first, second = timedelta(minutes=10), timedelta(minutes=11)
        assert slow.entries() == [("5xx", first), ("", second), ("rollback", second)]


async def test_a_time_in_front_is_understood_and_one_that_is_none_is_kept_as_words(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        for text in ("-5m paged", "25:70 odd"):
            await pilot.press(*("space" if letter == " " else letter for letter in text), "enter")
        await slow.load(pilot)
        assert slow.entries() == [("paged", timedelta(minutes=5)), ("25:70 odd", timedelta(minutes=10))]


async def test_keys_for_the_list_of_incidents_work_once_it_is_there(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path, opens=False)
    async with slow.running() as pilot:
        slow.app.patient = True
        await pilot.press("comma")
        await slow.load(pilot)
        assert isinstance(slow.app.screen, SettingsScreen)


async def test_where_the_incident_cannot_be_opened_the_words_are_on_the_clipboard(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        await pilot.press(*"paged", "enter", *"more")
        slow.path.write_text("{")
        await slow.load(pilot)
        assert slow.app.clipboard == "paged\nmore"
        assert any("paged" in note.message for note in slow.app._notifications)


async def test_what_hinders_loading_ends_the_program_and_is_kept_to_be_told(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    slow.problem = NotFound(Message("no incident is live"))
    async with slow.running() as pilot:
        await slow.load(pilot)
    assert slow.app.failure is slow.problem


async def test_the_program_owes_what_was_entered_until_it_is_filed(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    begin, owed = slow.app.begin, []

    async def begin_and_look(start: Start) -> None:
        await begin(start)
        owed.append(slow.app.owes)

    slow.app.begin = begin_and_look  # type: ignore[method-assign]
    async with slow.running() as pilot:
        await pilot.press(*"paged", "enter")
        await slow.load(pilot)
        assert owed == [True]
        assert not slow.app.owes


async def test_keys_that_have_to_wait_keep_their_order_with_what_is_typed_behind_them(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        slow.app.patient = True
        for key in ("a", "b", "enter", "c", "ctrl+z", "d"):
            slow.app.post_message(Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        await slow.load(pilot)
        await slow.load(pilot)
        assert [text for text, _ in slow.entries()] == []  # ctrl+z took “ab” back
        assert slow.app.screen.query_one("#capture", Input).value == "cd"


async def test_what_was_entered_is_filed_before_the_program_is_left(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        await pilot.press(*"paged", "enter", "ctrl+q")
        await slow.load(pilot)
    assert [entry.text for entry in slow.workspace.open(slow.path).incident.timeline.root] == ["paged"]
    assert slow.app.return_code == 0


async def test_it_can_be_left_at_once(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    async with slow.running() as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not slow.app.loaded
    assert slow.app.return_code == 0


async def test_the_entries_in_the_file_can_be_read_and_scrolled_before_the_program_is_loaded(tmp_path: Path) -> None:
    slow = SlowProgram(tmp_path)
    with_entries(slow, 40)
    async with slow.running() as pilot:
        opening = slow.app.screen
        assert isinstance(opening, Opening)
        opening.show_rows(first_look(slow.path))
        await pilot.pause()
        rows = opening.query_one(FirstRows)
        shown = [strip.text.rstrip() for strip in opening._compositor.render_strips()]
        assert " 10:41   entry 39" in shown
        assert " 10:40 ◆ fix deployed   entry 38" in shown
        assert "entry 19" not in "\n".join(shown)
        rows.focus()
        await pilot.press("g")
        assert " 10:02   entry 0" in [strip.text.rstrip() for strip in opening._compositor.render_strips()]
