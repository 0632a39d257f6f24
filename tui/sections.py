"""The sections as modes of the App: each has its screen, which keeps what was typed when one goes elsewhere."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from textual.app import App
from textual.screen import Screen

from screens.session import Session

__all__ = ["add_screens", "add_sections", "forget_sections", "go_on", "neighbour", "screen_kind", "section_modes"]


def add_screens(app: App[Any], session: Session) -> None:
    """Give the screens that need no open incident their modes, and remind of what is due on any of them."""
    from tui.reminding import Reminder

    app.add_mode("home", partial(_screen, app, "home", session))
    app.add_mode("review", partial(_screen, app, "review", session))
    Reminder(app, session).begin()


def add_sections(app: App[Any], session: Session) -> None:
    """Give each section of the open incident its mode."""
    for word in section_modes():
        app.add_mode(word, partial(_screen, app, word, session))


async def forget_sections(app: App[Any]) -> None:
    """Let go of the screens of the incident that was open before."""
    if app.current_mode in section_modes():
        await app.switch_mode("home")
    for word in section_modes():
        if word in app._modes:
            await app.remove_mode(word)


def go_on(app: App[Any], step: int) -> None:
    """Go to the section that many steps on; in the review meeting, to its page."""
    turn: Callable[[int], None] | None = getattr(app.screen, "turn", None)
    if turn is not None:
        turn(step)
    else:
        app.switch_mode(neighbour(app.current_mode, step))


def neighbour(word: str, step: int) -> str:
    """The section that many steps on; from elsewhere, the first or the last."""
    from model.incident import NUMBERED

    words = list(NUMBERED)
    here = words.index(word) if word in words else -1 if step > 0 else 0
    return words[(here + step) % len(words)]


def section_modes() -> tuple[str, ...]:
    """The modes of an open incident: the sections, and the review meeting that goes through them."""
    from model.incident import SECTIONS

    return (*SECTIONS, "facilitation")


def screen_kind(word: str) -> type[Screen[None]]:
    """The screen of a mode: `screens.went_well.WentWellScreen` for `went_well`, loaded when first asked for."""
    name = word.title().replace("_", "") + "Screen"
    kind: type[Screen[None]] = getattr(import_module(f"screens.{word}"), name)
    return kind


def _screen(app: App[Any], word: str, session: Session) -> Screen[None]:
    make: Callable[[Session], Screen[None]] = screen_kind(word)
    screen = make(session)
    # Else Textual takes a new screen for one from before a change of the theme, and parses all styles twice for it.
    screen._css_update_count = app._css_update_count
    return screen
