"""Rows in columns of plain text."""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size

from model.text import clean

__all__ = ["columns", "harmless_line"]

_BREAK = re.compile("[ \t\n]+")
_NARROWEST = 12


def harmless_line(text: str) -> str:
    """The text on one line, without what a terminal could obey; blanks that do not break stay."""
    return _BREAK.sub(" ", clean(text)).strip(" ")


def columns(
    rows: Iterable[Sequence[str]], right: Sequence[int] = (), *, shrink: int | None = None, width: int | None = None
) -> str:
    """The rows in columns as wide as their widest cell; those numbered in `right` are aligned to the right.

    Within a width, in cells, the column `shrink` gives way where a line would not fit.
    """
    lines = [[harmless_line(cell) for cell in row] for row in rows]
    widths = [max(cell_len(cell) for cell in column) for column in zip(*lines, strict=True)]
    if shrink is not None and width is not None:
        over = sum(widths) + 2 * (len(widths) - 1) - width
        widths[shrink] = max(min(widths[shrink], _NARROWEST), widths[shrink] - max(over, 0))

    def padded(place: int, cell: str) -> str:
        if cell_len(cell) > widths[place]:
            cell = set_cell_size(cell, widths[place] - 1).rstrip() + "…"
        blank = " " * (widths[place] - cell_len(cell))
        return blank + cell if place in right else cell + blank

    return "\n".join("  ".join(padded(n, cell) for n, cell in enumerate(line)).rstrip() for line in lines)
