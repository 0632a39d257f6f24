"""Texts that wrap under their own beginning, not under what stands before them."""

from functools import lru_cache

from textual.content import Content

__all__ = ["hanging"]

_NARROWEST = 8


@lru_cache(maxsize=4096)
def hanging(text: str, style: str, indent: int, width: int, before: Content | None = None) -> Content:
    """The text in lines of at most `width` cells, each `indent` cells from the left.

    What stands `before` it takes the place of the blanks of the first line.
    """
    blanks = Content(" " * indent)
    first = blanks if before is None else before + Content(" " * max(0, indent - before.cell_length))
    lines = Content.styled(text, style).wrap(max(_NARROWEST, width - indent))
    return Content("\n").join([(blanks if number else first) + line for number, line in enumerate(lines)])
