"""A document without a format: what it says, for whichever format writes it down."""

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Bullets", "Facts", "Heading", "Node", "Paragraph", "Point", "Table"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the document's own is of level 1, a section's of level 2."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    quiet: bool = False
    """Whether it is an aside, such as that nothing was written down."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values; the first names the whole, and may stand above the others."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a list."""

    text: str
    lead: str = ""
    """What it is about, in front of it."""
    aside: str = ""
    """A remark behind it, such as where it can be seen."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = field(default_factory=frozenset)
    """The columns that are aligned to the right: figures."""
    strong: frozenset[int] = field(default_factory=frozenset)
    """The rows whose names and figures matter most: sums."""
    anchors: bool = False
    """Whether its rows can be linked to, by what stands in the first column."""
    links: frozenset[int] = field(default_factory=frozenset)
    """The columns of such names, which are parted by “, ”: where a format can, they lead to their rows."""


Node = Heading | Paragraph | Facts | Bullets | Table
