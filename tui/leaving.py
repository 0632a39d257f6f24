"""How the program ends: nothing that is not saved is dropped without the user's word."""

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import Any

from rich.text import Text
from textual.app import App

from data.language import _, say
from data.rescue import as_text, rescued
from data.trouble import Trouble
from screens.session import Session
from screens.unsaved import LEAVE, Unsaved

__all__ = ["heed_signals", "leave"]

PATIENCE = 3.0
"""Seconds that the disk gets when the system ends the program."""
KILLED = 128
"""A program that a signal has ended exits with this and the signal's number."""


async def leave(app: App[Any], session: Session) -> None:
    """End the program once all is saved; where that fails, ask."""
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


def _decided(app: App[Any], dialog: Unsaved, result: str | None) -> None:
    if result == LEAVE:
        copy = _("bridgelog: a copy with everything is in {file}").format(file=dialog.copy) if dialog.copy else None
        app.exit(message=Text(copy) if copy else None)


def heed_signals(app: App[Any], session: Session) -> None:
    """Save before the program ends, also where the terminal is closed or the system ends it."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, _end, app, session, number)


def _end(app: App[Any], session: Session, number: int) -> None:
    message = None
    if session.opened is not None:
        message = _rescue(session)
    app.exit(return_code=KILLED + number, message=Text(message) if message else None)


def _rescue(session: Session) -> str | None:
    """Save, and say where the copy is if one was needed; where none can be written, say what it would hold."""
    try:
        copy = rescued(session.notebook, PATIENCE)
    except Trouble as trouble:
        return f"bridgelog: {say(trouble.message)}\n{as_text(session.notebook)}"
    if copy is None:
        return None
    return _("bridgelog: not everything could be saved; a copy with everything is in {file}").format(file=copy)
