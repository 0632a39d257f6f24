"""How the program ends: nothing that is not saved is dropped without the user's word."""

import asyncio
import os
import select
import signal
import sys
from contextlib import suppress
from functools import partial
from threading import Thread, Timer
from time import sleep
from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.app import App

from data.language import _, say
from data.trouble import Trouble
from screens.session import Session

if TYPE_CHECKING:
    from data.notebook import Notebook
    from screens.opening import Opening
    from screens.unsaved import Unsaved
    from tui.loading import LoadingApp

__all__ = ["heed_signals", "leave"]

PATIENCE = 3.0
"""Seconds that the disk gets when the system ends the program, and after it the terminal."""
HUNG_UP = 1.0
"""Seconds after which a program whose terminal is gone tells itself so: the system does it sooner, if it does."""
LOADING = 20.0
"""Seconds that the program gets to be loaded, where lines of the first frame wait to be filed."""
KILLED = 128
"""A program that a signal has ended exits with this and the signal's number."""


async def leave(app: App[Any], session: Session) -> None:
    """End the program once all is saved; where that fails, ask."""
    from screens.unsaved import Unsaved

    notebook = session.opened
    if isinstance(app.screen, Unsaved):
        if app.screen.leaving:
            return
        await app.screen.dismiss(None)
    if notebook is None:
        app.exit()
        return
    if notebook.trouble is None:
        with suppress(Trouble):
            await asyncio.to_thread(notebook.close)
            app.exit()
            return
    dialog = Unsaved(session, leaving=True)
    app.push_screen(dialog, partial(_decided, app, dialog))


def _decided(app: App[Any], dialog: "Unsaved", result: str | None) -> None:
    if result is not None:
        copy = _("bridgelog: a copy with everything is in {file}").format(file=dialog.copy) if dialog.copy else None
        app.exit(message=Text(copy) if copy else None)


def heed_signals(app: "LoadingApp") -> None:
    """Save before the program ends, also where the terminal is closed or the system ends it."""

    def end(number: int, _frame: object) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        if not app.owes:
            finish(number)
            return
        app.once_done = partial(finish, number)
        watch = Timer(LOADING, finish, (number,))
        watch.daemon = True
        watch.start()

    def finish(number: int) -> None:
        notebook = app.session.opened if app.loaded else None
        message = _rescue(notebook) if notebook is not None else _unfiled(app.opening)
        # Without a terminal, restoring it may wait for ever.
        watch = Timer(PATIENCE, _end_now, (number, message))
        watch.daemon = True
        watch.start()
        leaving = partial(app.exit, return_code=KILLED + number, message=Text(message) if message else None)
        try:
            asyncio.get_running_loop().call_soon_threadsafe(leaving)
        except RuntimeError:
            _end_now(number, message)

    numbers = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
    for number in numbers:
        signal.signal(number, end)
    if hasattr(select, "poll") and sys.stdin.isatty():
        Thread(target=_watch_terminal, name="terminal", daemon=True).start()


def _watch_terminal() -> None:
    """End the program where its terminal is gone and nobody has said so: writing to it would wait for ever."""
    watch = select.poll()
    watch.register(sys.stdin.fileno(), 0)  # it wakes up for a hang-up alone
    watch.poll()
    sleep(HUNG_UP)
    os.kill(os.getpid(), signal.SIGHUP)


def _end_now(number: int, message: str | None) -> None:
    with suppress(OSError):
        os.write(2, f"{message}\n".encode() if message else b"")
    os._exit(KILLED + number)


def _unfiled(opening: "Opening | None") -> str | None:
    """What was entered while no incident could be opened."""
    if opening is None or not opening.noted:
        return None
    lines = "\n".join(f"{noted.at:%H:%M:%SZ} {noted.text}" for noted in opening.noted)
    return _("bridgelog: not filed, as no incident was open yet:\n{lines}").format(lines=lines)


def _rescue(notebook: "Notebook") -> str | None:
    """Save, and say where the copy is if one was needed; where none can be written, say what it would hold."""
    from data.rescue import as_text, rescued

    try:
        copy = rescued(notebook, PATIENCE)
    except Trouble as trouble:
        return f"bridgelog: {say(trouble.message)}\n{as_text(notebook)}"
    if copy is None:
        return None
    return _("bridgelog: not everything could be saved; a copy with everything is in {file}").format(file=copy)
