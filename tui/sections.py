"""The sections as modes of the App: each has its screen, which keeps what was typed when one goes elsewhere."""

from functools import partial
from importlib import import_module
from typing import Any

from textual.app import App
from textual.screen import Screen

from model.incident import NUMBERED, SECTIONS
from screens.section_screen import SectionScreen
from screens.session import Session

__all__ = ["add_sections", "forget_sections", "neighbour"]


def add_sections(app: App[Any], session: Session) -> None:
    """Give each section of the open incident its mode."""
    for word in SECTIONS:
        app.add_mode(word, partial(_screen, word, session))


async def forget_sections(app: App[Any]) -> None:
    """Let go of the screens of the incident that was open before."""
    if app.current_mode in SECTIONS:
        await app.switch_mode("home")
    for word in SECTIONS:
        if word in app._modes:
            await app.remove_mode(word)


def neighbour(word: str, step: int) -> str:
    """The section that many steps on; from elsewhere, the first or the last."""
    words = list(NUMBERED)
    here = words.index(word) if word in words else -1 if step > 0 else 0
    return words[(here + step) % len(words)]


def _screen(word: str, session: Session) -> Screen[None]:
    """The screen of a section: `screens.went_well.WentWellScreen` for `went_well`, loaded when first shown."""
    name = word.title().replace("_", "") + "Screen"
    kind: type[SectionScreen] = getattr(import_module(f"screens.{word}"), name)
    return kind(session)
