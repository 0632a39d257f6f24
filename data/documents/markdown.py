"""The document as GitHub-flavoured Markdown, as good to read before it is rendered as after."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from data.blocks import Subject, post_mortem
from data.documents.escaping import block, line
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from model.incident import Incident
from model.rules import Rules

__all__ = ["document", "markdown"]

_WIDEST = 100
"""Cells to which a column is aligned; a longer cell sticks out, instead of making all others as long."""


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole post-mortem as Markdown. No text in it becomes markup."""
    return markdown(post_mortem(Subject(incident, now, rules)))


def markdown(nodes: Iterator[Node]) -> str:
    """The nodes as Markdown, a blank line between them."""
    return "\n\n".join("\n".join(_lines(node)) for node in nodes) + "\n"


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield f"{'#' * level} {line(text, heading=True)}"
        case Paragraph(text, quiet):
            yield f"*{block(text)}*" if quiet else block(text)
        case Bullets(items):
            yield from ("- " + _point(item).replace("\n", "\n  ") for item in items)
        case Facts(rows):
            first, *others = ([line(name), line(value)] for name, value in rows)
            yield from _table(first, [[f"**{name}**", value] for name, value in others], frozenset())
        case Table(header, rows, right, strong):
            cells = [[line(cell) for cell in row] for row in rows]
            for number in strong:
                cells[number] = [_strong(cell) if n in right | {0} else cell for n, cell in enumerate(cells[number])]
            yield from _table([line(name) for name in header], cells, right)


def _point(point: Point) -> str:
    lead = f"**{line(point.lead)}:** " if point.lead else ""
    aside = f" *({line(point.aside)})*" if point.aside else ""
    return lead + block(point.text) + aside


def _strong(cell: str) -> str:
    return f"**{cell}**" if cell else ""


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int]) -> Iterator[str]:
    columns = zip(header, *rows, strict=True)
    widths = [min(_WIDEST, max(3, *(cell_len(cell) for cell in column))) for column in columns]
    yield _row(header, widths, right)
    yield "| " + " | ".join("-" * (width - 1) + (":" if n in right else "-") for n, width in enumerate(widths)) + " |"
    for row in rows:
        yield _row(row, widths, right)


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - cell_len(cell))
        padded.append(blank + cell if place in right else cell + blank)
    return f"| {' | '.join(padded)} |"
