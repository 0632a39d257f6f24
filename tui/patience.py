"""Keys that are struck faster than the screen follows: each waits until what the one before brought about is there."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea

__all__ = ["PatientKeys", "answered"]

_ROUNDS = 20
"""Times that one looks whether the screen has come to rest; then the key goes its way in any case."""
_PATIENCE = 0.5
"""Seconds that one look waits at most."""


class PatientKeys(App[None]):
    """An App in which `n` and a title can be typed in one go: the dialog is there before the title's first letter.

    Textual looks for the action of a key once the key has gone through the widgets; the letters behind it would be
    there first. A letter of a text waits for no letter; only what follows another key does. In tests without a
    terminal nothing waits, unless they ask for it.
    """

    patient: bool | None = None
    """Whether keys wait; unset, they do in a real terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key | events.Paste] = deque()
        self._let_go: events.Event | None = None
        self._struck = False
        """Whether the latest key may still bring something about."""
        self._letting_go = False
        self.struck_at = 0.0
        """When the latest key was struck, on the clock of `time.monotonic`."""
        self.once_done: Callable[[], object] | None = None
        """What has to wait until all that was struck before is done: that the program ends."""

    def keep_keys(self) -> None:
        """Let the next key wait until the screen has come to rest."""
        self._struck = True

    def is_ready_for(self, _key: events.Event) -> bool:
        """Whether what a key is for is there at all."""
        return True

    async def come_to_be_ready(self) -> None:
        """Wait until every key has what it is for."""

    async def on_event(self, event: events.Event) -> None:
        """Keep a key, or what is pasted, back while the key before is not done."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.struck_at = monotonic()
            if self._has_to_wait(event):
                self._held.append(event)
                if not self._letting_go:
                    self._letting_go = True
                    self.run_worker(self._let_keys_go(), group="keys", exit_on_error=False)
                return
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._struck = not (event.is_printable and isinstance(self.focused, Input | TextArea))
        await super().on_event(event)

    def _has_to_wait(self, event: events.Event) -> bool:
        patient = not self.is_headless if self.patient is None else self.patient
        if not patient or event is self._let_go:
            return False
        return self._struck or self._letting_go or not self.is_ready_for(event)

    async def _let_keys_go(self) -> None:
        """One key after the other, each once the screen has come to rest."""
        try:
            await self._rest()
            while self._held:
                if not self.is_ready_for(self._held[0]):
                    await self.come_to_be_ready()
                self._let_go = self._held.popleft()
                self.post_message(self._let_go)
                await answered([self])
                if self._struck:
                    await self._rest()
        finally:
            self._letting_go = self._struck = False
            self.look_whether_done()

    @property
    def owes(self) -> bool:
        """Whether something that was struck has not been done yet."""
        return bool(self._held)

    def look_whether_done(self) -> None:
        """Do what had to wait for all that was struck."""
        if self.once_done is not None and not self.owes:
            self.once_done()
            self.once_done = None

    async def _rest(self) -> None:
        """Wait until the key has gone its way, every widget has done its part, and the focus stays where it is."""
        await answered([self])
        for node in self.focused.ancestors_with_self if self.focused else ():
            await answered([node])
        before: object = None
        for _ in range(_ROUNDS):
            await answered([self, self.screen, *self.screen.walk_children()])
            now = (self.screen, self.focused, len(self.screen_stack))
            if now == before:
                return
            before = now


async def answered(nodes: Iterable[MessagePump]) -> None:
    """Wait until each has done what it was asked for before."""
    loop = asyncio.get_running_loop()
    asked: list[asyncio.Future[None]] = []
    for node in nodes:
        answer = loop.create_future()
        if node.is_running and node.call_later(partial(_answer, answer)):
            asked.append(answer)
    if asked:
        await asyncio.wait(asked, timeout=_PATIENCE)


def _answer(answer: "asyncio.Future[None]") -> None:
    if not answer.done():
        answer.set_result(None)
