"""Loading the program: beside the first frame where there is one."""

import gc
from abc import abstractmethod
from asyncio import Event, to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, work
from textual.message import Message
from textual.screen import Screen

from screens.opening import Opening
from screens.session import Session
from tui.pasting import HarmlessPaste
from tui.patience import answered
from tui.taking_over import take_over

if TYPE_CHECKING:
    from tui.start import Load, Start

__all__ = ["LoadingApp"]


class _Loaded(Message):
    """What the program starts with is there."""

    def __init__(self, start: "Start") -> None:
        super().__init__()
        self.start = start


class LoadingApp(HarmlessPaste):
    """An App that paints a first frame before it is loaded."""

    session: Session
    """What the screens share, from when the program is loaded."""

    def __init__(self, load: "Load", opening: Opening | None) -> None:
        super().__init__()
        self.opening = opening
        """The first frame, if there is one."""
        self.failure: Exception | None = None
        """What kept the program from being loaded."""
        self._load = load
        self._there = Event()

    @abstractmethod
    async def begin(self, start: "Start") -> None:
        """Make a session, and show the first screen of the program."""

    @abstractmethod
    async def open_incident(self, path: Path, section: str = "timeline") -> None:
        """Open an incident on one of its sections."""

    @property
    def loaded(self) -> bool:
        """Whether there is a session yet."""
        return hasattr(self, "session")

    def get_default_screen(self) -> Screen[None]:
        """The first frame."""
        return self.opening or super().get_default_screen()

    async def on_mount(self) -> None:
        """Load the program: after the first frame is painted, if there is one for the meantime."""
        if self.opening is None:
            start = self._load()
            await self.begin(start)
            self.call_after_refresh(_collect_again)
            if start.tour:
                from screens.tour import Tour

                Tour(self, self.session, demo=True).begin()
        else:
            self.call_after_refresh(self._load_beside)

    @work
    async def _load_beside(self) -> None:
        try:
            self.post_message(_Loaded(await to_thread(self._load)))
        except Exception as error:
            self.failure = error
            self.exit()

    async def on__loaded(self, event: _Loaded) -> None:
        """Go on where the first frame left off; no key comes in between."""
        if self.opening is not None:
            self.keep_keys()
            await answered([self.opening, *self.opening.walk_children()])  # what was struck stands in its line
        await self.begin(event.start)
        if self.opening is not None:
            if self.opening.noted and self.session.opened is None:
                from tui.stamps import ready

                await ready(self, self.session, self.open_incident, self.opening.noted[0].at)
            take_over(self, self.session, self.opening)
        self._there.set()
        self.look_whether_done()
        self.call_after_refresh(_collect_again)
        if not self.is_headless:
            from tui.warming import warm

            self.run_worker(warm(self), group="warm", exit_on_error=False)

    @property
    def owes(self) -> bool:
        """Whether something that was struck, or entered before there was an incident, has not been done yet."""
        return super().owes or (not self._there.is_set() and self.opening is not None and bool(self.opening.noted))

    def is_ready_for(self, key: events.Event) -> bool:
        """The first frame takes down what happens; all else has to be loaded first."""
        if self.opening is None or self._there.is_set():
            return True
        return self.opening.takes(key) if isinstance(key, events.Key) else False

    async def come_to_be_ready(self) -> None:
        """Wait until the program is loaded."""
        await self._there.wait()


def _collect_again() -> None:
    """Throw away again what is not used any more; what was loaded for the first screen stays for good."""
    gc.freeze()
    gc.enable()
