"""What the program on the screen starts with, and how its first frame is painted before most of it is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # loaded by whoever makes a start: the first frame needs none of it
    from data.settings import Settings
    from data.workspace import Workspace
    from model.rules import Rules

__all__ = ["Load", "Start"]


@dataclass(frozen=True, slots=True)
class Start:
    """The workspace to work in, and where in it to begin."""

    workspace: "Workspace"
    settings: "Settings"
    rules: "Rules"
    path: Path | None = None
    """The incident to open at once."""
    shown_folder: str | None = None
    """The workspace's folder as home shows it, where that is not its path."""
    tour: bool = False
    """Whether the tour is shown, in a workspace that is thrown away."""
    begin: str = "timeline"
    """Where: in that incident a section's word or `facilitation`; without one `review`, or else home."""


Load: TypeAlias = Callable[[], Start]
"""Loads the program: may take a while, and raise what hinders it."""
