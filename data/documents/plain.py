"""Nodes as plain text."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from data.documents.columns import columns
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table

__all__ = ["plain"]

_RULES = {1: "═", 2: "─"}


def plain(nodes: Iterable[Node], width: int | None = None) -> str:
    """The nodes one after the other: headings underlined, tables in columns, within a width in cells."""
    return "\n\n".join("\n".join(_lines(node, width)) for node in nodes)


def _lines(node: Node, width: int | None) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield text
            if level in _RULES:
                yield _RULES[level] * cell_len(text)
        case Paragraph(text):
            yield text
        case Bullets(items):
            yield from ("– " + _point(item).replace("\n", "\n  ") for item in items)
        case Facts(rows):
            yield columns(rows, shrink=1, width=width) if rows else ""
        case Table(header, rows, right):
            yield columns([header, *rows], tuple(right), shrink=_longest(rows), width=width)


def _point(item: Point) -> str:
    lead = f"{item.lead}: " if item.lead else ""
    return lead + item.text + (f" ({item.aside})" if item.aside else "")


def _longest(rows: Iterable[Iterable[str]]) -> int:
    """The column that takes the most room."""
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return widths.index(max(widths)) if widths else 0
