"""What opens over a screen by one key, by its name: `missing` is `screens.missing.Missing`, loaded when first shown."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from textual.screen import Screen

from screens.session import Session

__all__ = ["WITHOUT_INCIDENT", "Place", "window"]

Place: TypeAlias = str | Path
"""Where one goes when a window closes: a section's word, or an incident's file."""
WITHOUT_INCIDENT = frozenset({"go_to", "review", "settings"})
"""The windows and screens that need no open incident."""


def window(name: str, session: Session) -> Screen[Any]:
    """The window of that name. Where it closes with a place, one goes there."""
    module = import_module(f"screens.{name}")
    kind: Callable[[Session], Screen[Any]] = getattr(module, name.title().replace("_", ""))
    return kind(session)
