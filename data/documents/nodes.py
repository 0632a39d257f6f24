"""A document without a format: what it says, for whichever format writes it down."""

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Bullets", "Facts", "Heading", "Node", "Paragraph", "Table"]


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
    """Names with their values."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered or not."""

    items: Sequence[str]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: frozenset[int] = field(default_factory=frozenset)
    """The columns that are aligned to the right: figures."""


Node = Heading | Paragraph | Facts | Bullets | Table
