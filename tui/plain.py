"""A document as plain text, to be read in a terminal."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from tui.desk import table

__all__ = ["plain"]

_RULES = {1: "═", 2: "─"}


def plain(nodes: Iterable[Node]) -> str:
    """The nodes one after the other: headings underlined, tables in columns."""
    return "\n\n".join("\n".join(_lines(node)) for node in nodes)


def _lines(node: Node) -> Iterator[str]:
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
            yield table(rows, shrink=1) if rows else ""
        case Table(header, rows, right):
            yield table([header, *rows], tuple(right), shrink=_longest(rows))


def _point(item: Point) -> str:
    lead = f"{item.lead}: " if item.lead else ""
    return lead + item.text + (f" ({item.aside})" if item.aside else "")


def _longest(rows: Iterable[Iterable[str]]) -> int:
    """The column that takes the most room."""
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return widths.index(max(widths)) if widths else 0
