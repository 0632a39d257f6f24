"""Where a team keeps templates of its own, in the place of those that come with the program."""

from pathlib import Path

from data.places import settings_path

__all__ = ["OWN", "own_folder"]

OWN = "templates"
"""The folder beside the settings, with templates by the names of those that they replace."""


def own_folder() -> Path:
    """The folder with the team's own templates."""
    return settings_path().parent / OWN
