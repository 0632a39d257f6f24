"""A chain of whys as five lines, for documents: the levels of the framework, however long the chain is."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.whys import LEVELS, Why

__all__ = ["Line", "five_lines", "shared"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the whys that it stands for, one after the other, and the level that they have."""

    first: int
    """The number of its first why in the chain."""
    whys: tuple[Why, ...]
    level: int
    """Which of the `LEVELS` it is, counted from 0."""

    @property
    def last(self) -> int:
        """The number of its last why in the chain."""
        return self.first + len(self.whys) - 1


def five_lines(chain: Sequence[Why], begins: int = 0) -> list[Line]:
    """The chain from the why after the first `begins` on, in at most five lines.

    A longer chain keeps its first three whys and its last, which is the root; all between them share the fourth line.
    """
    most = len(LEVELS)
    if len(chain) <= most:
        groups = [(number, number + 1) for number in range(len(chain))]
    else:
        groups = [*((number, number + 1) for number in range(most - 2)), (most - 2, len(chain) - 1)]
        groups.append((len(chain) - 1, len(chain)))
    lines = []
    for level, (start, end) in enumerate(groups):
        first = max(start, begins)
        if first < end:
            lines.append(Line(first + 1, tuple(chain[first:end]), level))
    return lines


def shared(chain: Sequence[Why], earlier: Sequence[Sequence[Why]]) -> tuple[int, int]:
    """How many whys a chain has in common with an earlier one, and that one's number counted from 1; 0, 0 for none.

    A chain that branches off another one begins with the same whys.
    """
    for number in range(len(earlier), 0, -1):
        other = earlier[number - 1]
        if other and chain and other[0] is chain[0]:
            common = next((n for n, (a, b) in enumerate(zip(chain, other, strict=False)) if a is not b), len(other))
            return min(common, len(chain) - 1), number
    return 0, 0
