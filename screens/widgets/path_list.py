"""The files of the folder that is being typed, those that begin like the last part of it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from screens.widgets.line_list import LineList

__all__ = ["PathList", "PathRow", "full_path"]

_MOST = 2_000


@dataclass(frozen=True, slots=True)
class PathRow:
    """A file or a folder."""

    name: str
    path: Path
    is_folder: bool


def full_path(typed: str) -> Path:
    """The path that was typed, with `~` and variables spelled out."""
    return Path(os.path.expandvars(typed.strip())).expanduser()


class PathList(LineList[PathRow]):
    """Folders first. Choosing a folder goes into it, choosing a file takes it."""

    def complete(self, typed: str) -> None:
        """Show what begins like that."""
        path = full_path(typed) if typed.strip() else Path.cwd()
        ends = typed.rstrip(" ").endswith(("/", os.sep)) or not typed.strip()
        folder, begun = (path, "") if ends else (path.parent, path.name.casefold())
        rows: list[PathRow] = []
        try:
            with os.scandir(folder) as found:
                for entry in found:
                    hidden = entry.name.startswith(".") and not begun.startswith(".")
                    if not hidden and entry.name.casefold().startswith(begun) and len(rows) < _MOST:
                        rows.append(PathRow(entry.name, folder / entry.name, entry.is_dir()))
        except (OSError, ValueError):
            rows = []
        above = [PathRow("..", folder.parent, True)] if not begun and folder != folder.parent else []
        self.show(above + sorted(rows, key=lambda row: (not row.is_folder, row.name.casefold())), 0)

    def paint(self, row: PathRow) -> Sequence[tuple[str, str]]:
        """Its name; a folder’s ends with a slash."""
        shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in row.name)
        return [("-mark", f" {shown}/")] if row.is_folder else [("-plain", f" {shown}")]
