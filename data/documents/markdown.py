"""The document as GitHub-flavoured Markdown: tables aligned, and no text of a user's becomes markup."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from data.blocks import Subject, post_mortem
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Table
from model.incident import Incident
from model.rules import Rules

__all__ = ["document", "markdown"]

_MARKUP = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_AT_THE_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)


def markdown(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole post-mortem as Markdown."""
    blocks = ["\n".join(_lines(node)) for node in post_mortem(Subject(incident, now, rules))]
    return "\n\n".join(blocks) + "\n"


document = markdown


def _lines(node: Node) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield f"{'#' * level} {_line(text)}"
        case Paragraph(text, quiet):
            yield f"*{_block(text)}*" if quiet else _block(text)
        case Bullets(items, numbered):
            for number, item in enumerate(items, 1):
                mark = f"{number}." if numbered else "-"
                yield f"{mark} " + _block(item).replace("\n", "\n" + " " * (len(mark) + 1))
        case Facts(rows):
            yield from _table(("", ""), [[f"**{_line(name)}**", _line(value)] for name, value in rows], frozenset())
        case Table(header, rows, right):
            cells = [[_line(cell) for cell in row] for row in rows]
            yield from _table([_line(name) for name in header], cells, right)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int]) -> Iterator[str]:
    widths = [max(3, *(cell_len(cell) for cell in column)) for column in zip(header, *rows, strict=True)]
    yield _row(header, widths, right)
    yield "|" + "|".join(_rule(width, n in right) for n, width in enumerate(widths)) + "|"
    for row in rows:
        yield _row(row, widths, right)


def _rule(width: int, right: bool) -> str:
    return f" {'-' * (width - 1)}: " if right else f" {'-' * width} "


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - cell_len(cell))
        padded.append(blank + cell if place in right else cell + blank)
    return f"| {' | '.join(padded)} |"


def _line(text: str) -> str:
    """The text in one line of Markdown, as it is read; line breaks become `<br>`."""
    return "<br>".join(_escaped(line.strip()) for line in text.replace("\t", " ").splitlines())


def _block(text: str) -> str:
    """The text as Markdown of one or more lines, as it is read."""
    return "\\\n".join(_AT_THE_START.sub(r"\1\\\2", _escaped(line)) for line in text.splitlines() if line.strip())


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
