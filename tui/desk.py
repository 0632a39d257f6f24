"""What every command works with: the workspace, the settings, and a place to write to."""

import getpass
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from data import language
from data.clock import Clock, system_clock
from data.settings import Settings, load_settings, settings_path
from data.workspace import Workspace, workspace_path
from model.rules import Rules
from model.text import clean

__all__ = ["Desk", "complain", "table", "use_reader"]


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of one command."""

    settings: Settings
    folder: Path
    """The workspace's folder."""
    clock: Clock = system_clock

    @classmethod
    def of_environment(cls) -> "Desk":
        """The desk that environment and settings describe.

        Raises `Trouble` where the settings cannot be used.
        """
        return cls(load_settings(settings_path()), workspace_path(None))

    def at(self, folder: str | None) -> "Desk":
        """The same desk over another workspace, if one is given."""
        return replace(self, folder=workspace_path(folder)) if folder else self

    @property
    def workspace(self) -> Workspace:
        """The incidents."""
        return Workspace(self.folder, self.clock, self.author)

    @property
    def author(self) -> str:
        """Who writes: as set, or the login name."""
        try:
            return self.settings.author or getpass.getuser()
        except (OSError, KeyError):
            return ""

    @property
    def rules(self) -> Rules:
        """The figures that the rules measure against.

        Raises `Trouble` where the country in the settings is not known.
        """
        return self.settings.rules()

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return self.clock()

    @staticmethod
    def say(text: str) -> None:
        """Write a text to standard output."""
        sys.stdout.write(f"{text}\n")


def use_reader(settings: Settings) -> None:
    """Speak the language, and write numbers in the way, that settings or environment ask for."""
    named = language.from_environment()
    language.use_language(settings.language or named)
    language.use_locale(settings.locale or named)


def complain(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"bridgelog: {' '.join(clean(text).split())}\n")


def table(rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> str:
    """The rows in columns as wide as their widest cell; those numbered in `right` are aligned to the right."""
    from rich.cells import cell_len

    lines = [list(row) for row in rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]

    def padded(place: int, cell: str) -> str:
        blank = " " * (widths[place] - cell_len(cell))
        return blank + cell if place in right else cell + blank

    return "\n".join("  ".join(padded(n, cell) for n, cell in enumerate(line)).rstrip() for line in lines)
