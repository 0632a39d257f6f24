"""Texts in columns of cells: a wide letter takes two of them."""

from rich.cells import cell_len, set_cell_size

from model.text import clean, one_line

__all__ = ["cut", "left", "right"]


def cut(text: str, cells: int) -> str:
    """The text in exactly so many cells, on one line, without what a terminal could obey."""
    text = one_line(clean(text))
    return set_cell_size(text, cells) if cell_len(text) <= cells else set_cell_size(text, cells - 1) + "…"


def left(text: str, cells: int) -> str:
    """The text at the left end of at least so many cells."""
    return text + " " * max(0, cells - cell_len(text))


def right(text: str, cells: int) -> str:
    """The text at the right end of at least so many cells."""
    return " " * max(0, cells - cell_len(text)) + text
