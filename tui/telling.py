"""Telling on a terminal how far a long work is."""

import sys
from collections.abc import Callable
from time import monotonic

from data import formats
from data.language import _

__all__ = ["telling"]

_FIRST, _EVERY = 0.5, 0.1
"""Seconds before anything is told, and between two tellings."""
_CLEAR = "\r\x1b[K"


def telling(what: str) -> Callable[[int, int], bool]:
    """Tells on standard error how many of how many are done, where that is a terminal and the work takes a while.

    What it wrote is gone once all is done; the work always goes on: ctrl+c ends it.
    """
    if not sys.stderr.isatty():
        return lambda _done, _of: True
    began = latest = monotonic()
    told = False

    def tell(done: int, of: int) -> bool:
        nonlocal latest, told
        now = monotonic()
        if done >= of:
            if told:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()
            told = False
        elif now - began >= _FIRST and now - latest >= _EVERY:
            text = _("{what}: {done} of {of} (ctrl+c ends it)")
            told, latest = True, now
            sys.stderr.write(_CLEAR + text.format(what=what, done=formats.number(done), of=formats.number(of)))
            sys.stderr.flush()
        return True

    return tell
