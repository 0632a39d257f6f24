"""What every command works with: the workspace, the settings, and a place to write to."""

import getpass
import json
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from data.clock import Clock, system_clock
from data.index.answers import Question
from data.settings import Settings, settings_path
from data.settings_reading import load_settings
from data.workspace import Workspace, workspace_path
from model.rules import Rules
from model.text import clean

if TYPE_CHECKING:
    from data.documents.nodes import Node

__all__ = ["Desk", "as_json", "complain", "is_plain", "plain", "table", "terminal_width", "use_plain_output"]

_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff]")
"""What JSON does not escape, and what a terminal could obey or hide."""
_BREAK = re.compile("[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of one command."""

    settings: Settings
    folder: Path
    """The workspace's folder."""
    clock: Clock = system_clock
    question: Question | None = None
    """What the command line asks, where its answer may be kept."""

    @classmethod
    def of_environment(cls) -> "Desk":
        """The desk that environment and settings describe; what is wrong with these is among them."""
        settings = load_settings(settings_path())
        use_plain_output(settings.plain_output)
        return cls(settings, workspace_path(None))

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
        """The figures that the rules measure against."""
        return self.settings.rules()

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return self.clock()

    @staticmethod
    def say(text: str) -> None:
        """Write a text to standard output. No control character in it reaches the terminal."""
        sys.stdout.write(f"{clean(text)}\n")


def complain(text: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"bridgelog: {_BREAK.sub(' ', clean(text)).strip(' ')}\n")


def as_json(value: object) -> str:
    """The value as JSON for standard output: escaped where a terminal could obey it, or cannot write it."""
    foreign = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(value, indent=2, ensure_ascii=foreign)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def terminal_width() -> int | None:
    """The cells in a line of the terminal; nothing where standard output is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


class _Output:
    """How texts are laid out on standard output."""

    plain = False


def use_plain_output(plain: bool) -> None:
    """From now on write one fact a line, without columns and drawn lines, or do not."""
    _Output.plain = plain


def is_plain() -> bool:
    """Whether one fact a line is written."""
    return _Output.plain


def plain(nodes: Iterable["Node"]) -> str:
    """A document for standard output."""
    if _Output.plain:
        from data.documents.linear import linear

        return linear(nodes)
    from data.documents.plain import plain as laid_out

    return laid_out(nodes)


def table(
    rows: Iterable[Sequence[str]],
    right: Sequence[int] = (),
    *,
    head: Sequence[str] | None = None,
    shrink: int | None = None,
) -> str:
    """The rows in columns, under a head where there is one; on a terminal the column `shrink` gives way to fit."""
    if _Output.plain:
        from data.documents.linear import row_line

        return "\n".join(row_line(row, head) for row in rows)
    from data.documents.columns import columns

    return columns([*([head] if head else []), *rows], right, shrink=shrink, width=terminal_width())
