"""The program as the tests of the screens run it: its own workspace, a clock that stands until it is moved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from data.notebook import Notebook
from data.settings import Settings
from data.workspace import Workspace
from model.deadlines import WorkingCalendar
from model.rules import Rules
from tui.app import BridgelogApp
from tui.start import Start

START = datetime(2026, 11, 23, 9, 2, tzinfo=UTC)
"""A Monday, two minutes past ten in Berlin."""
ZONE = "Europe/Berlin"
FRAMES = dict.fromkeys(range(0x2500, 0x25A0), " ")
"""Box drawing and block elements."""


async def settle(pilot: Pilot[Any]) -> None:
    """Wait for the messages and threads under way; reading anew cancels the reading that was."""
    for _ in range(4):
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


class StoppedClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **passed: float) -> None:
        """Let that much time pass: `on(minutes=5)`."""
        self.now += timedelta(**passed)


class Program:
    """A workspace, the program over it, and the keys that a user strikes."""

    def __init__(self, folder: Path, *, severity: str = "SEV-1", **summary: Any) -> None:
        self.clock = StoppedClock()
        self.workspace = Workspace(folder / "workspace", self.clock, "mina")
        values = {"title": "Checkout answers 5xx", "severity": severity, **summary}
        self.path = self.workspace.create(values, zone=ZONE, currency="EUR")
        self.clock.on(minutes=42)
        self.app: BridgelogApp
        self.pilot: Pilot[None]

    @asynccontextmanager
    async def running(
        self, *, home: bool = False, size: tuple[int, int] = (80, 24), section: str = "timeline"
    ) -> AsyncIterator["Program"]:
        """The program on a screen of that size, on home or on a section of the incident."""
        rules = Rules(calendar=WorkingCalendar(zone=ZONE))
        settings = Settings(zone=ZONE)
        self.app = BridgelogApp(lambda: Start(self.workspace, settings, rules, None if home else self.path))
        async with self.app.run_test(size=size) as pilot:
            self.pilot = pilot
            await self.settled()
            if section != "timeline":
                await self.app.run_action(f"app.section('{section}')")
                await self.settled()
            yield self

    async def press(self, *keys: str) -> None:
        """Strike keys, and wait after each until what it did is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settled()

    async def type(self, text: str) -> None:
        """Type a text, key by key."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))
        await self.settled()

    async def settled(self) -> None:
        """Wait for the messages under way, those of the threads too."""
        await settle(self.pilot)

    @property
    def notebook(self) -> Notebook:
        """The open incident's notebook."""
        return self.app.session.notebook

    def on_disk(self) -> Notebook:
        """The incident as another program reads it now."""
        self.notebook.flush()
        return self.workspace.open(self.path)

    def beside(self, field: str) -> str:
        """What stands beside a field of a form."""
        return str(self.app.screen.query_one(f"#field-{field} .note", Static).render())

    @property
    def said(self) -> list[str]:
        """What the program has said beside the screen, oldest first."""
        return [notification.message for notification in self.app._notifications]

    def screen_text(self) -> str:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def running_text(self) -> str:
        """The same as one line, without frames: where a text was wrapped makes no difference."""
        return " ".join(self.screen_text().translate(FRAMES).split())
