"""The terminal that the program runs in."""

import os
import sys

__all__ = ["has_terminal", "paint_often"]

FRAMES = "240"
"""Paintings a second at most: with Textual's 60, what a key brings about late would wait for two more of them."""


def has_terminal() -> bool:
    """Whether there is a terminal to show a screen in, and to type into; a tab of a browser brings a driver as one."""
    return bool(os.environ.get("TEXTUAL_DRIVER")) or all(
        stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)
    )


def paint_often() -> None:
    """Have Textual paint as soon as there is something to paint; to be said before it is loaded."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
