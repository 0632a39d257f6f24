"""Texts in columns of cells: a wide letter takes two of them."""

from rich.cells import cell_len, set_cell_size

from model.harmless import clean, one_line

__all__ = ["cut", "left", "right", "shortened", "shortened_inside"]


def shortened(text: str, cells: int) -> str:
    """The text in at most so many cells, on one line, without what a terminal could obey."""
    text = one_line(clean(text))
    return text if cell_len(text) <= cells else set_cell_size(text, cells - 1).rstrip() + "…"


def shortened_inside(text: str, cells: int) -> str:
    """The text in at most so many cells, on one line, without its middle: names often differ at the end."""
    text = one_line(clean(text))
    if cell_len(text) <= cells:
        return text
    end = ""
    for letter in reversed(text):
        if cell_len(letter + end) > (cells - 1) // 2:
            break
        end = letter + end
    end = end.lstrip()
    return set_cell_size(text, cells - 1 - cell_len(end)).rstrip() + "…" + end


def cut(text: str, cells: int) -> str:
    """The text in exactly so many cells, on one line, without what a terminal could obey."""
    return set_cell_size(shortened(text, cells), cells)


def left(text: str, cells: int) -> str:
    """The text at the left end of at least so many cells."""
    return text + " " * max(0, cells - cell_len(text))


def right(text: str, cells: int) -> str:
    """The text at the right end of at least so many cells."""
    return " " * max(0, cells - cell_len(text)) + text
