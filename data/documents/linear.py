"""Nodes line by line: one fact a line, nothing drawn, for a screen reader or a braille display."""

from collections.abc import Iterable, Iterator, Sequence

from data.documents.columns import harmless_line
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table

__all__ = ["linear", "row_line"]

_NOTHING = ("", "–")
"""What an empty cell holds: it is left out."""


def linear(nodes: Iterable[Node]) -> str:
    """The nodes one after the other; a blank line stands before each heading alone."""
    lines = [line for node in nodes for line in _lines(node)]
    return "\n".join(lines).strip("\n")


def row_line(cells: Sequence[str], header: Sequence[str] | None = None) -> str:
    """A row of a table on one line: each cell with the name of its column, empty ones left out."""
    names = header or [""] * len(cells)
    named = zip((harmless_line(name) for name in names), (harmless_line(cell) for cell in cells), strict=True)
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in named if cell not in _NOTHING)


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading(_level, text):
            yield ""
            yield harmless_line(text)
        case Paragraph(text):
            yield from text.splitlines()
        case Bullets(items):
            yield from map(_point, items)
        case Facts(rows):
            yield from (f"{harmless_line(name)}: {harmless_line(value)}" for name, value in rows)
        case Table(header, rows):
            yield from (row_line(row, header) for row in rows)


def _point(item: Point) -> str:
    lead = f"{item.lead}: " if item.lead else ""
    return harmless_line(lead + item.text + (f" ({item.aside})" if item.aside else ""))
