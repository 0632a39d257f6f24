"""Loading ahead, while nothing is typed, what the next section will need: it is there at once then."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path
from time import monotonic

from tui.patience import PatientKeys
from tui.sections import screen_kind, section_modes

__all__ = ["warm"]

QUIET = 0.4
"""Seconds without a key after which somebody is taken not to be typing."""


async def warm(app: PatientKeys, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Load the modules and the styles of all sections, one after the other."""
    for word in section_modes():
        while (wait := app.struck_at + QUIET - monotonic()) > 0:
            await sleep(wait)
        await asyncio.to_thread(import_module, f"screens.{word}")
        _read_styles(app, word)
        await sleep(0)


def _read_styles(app: PatientKeys, word: str) -> None:
    """Read the styles of that section; once they are known, Textual does not parse all others anew with them."""
    kind = screen_kind(word)
    source = Path(str(sys.modules[kind.__module__].__file__)).with_name(str(kind.CSS_PATH)).resolve()
    if not app.stylesheet.has_source(str(source), ""):
        app.stylesheet.read(source)
