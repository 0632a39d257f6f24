"""The factors over the quarters: where it is hot."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from model.factors import FACTOR_LABELS, SIGNIFICANT
from model.review.facts import Facts

__all__ = ["Cell", "Heat", "heat"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One factor in one quarter."""

    mean: float | None
    """Of its scores, from 0 to 3; nothing where it was never scored."""
    scored: int
    """In how many incidents it has a score."""
    significant: Sequence[Facts]
    """The incidents in which it was significant, or the primary contributor."""


@dataclass(frozen=True, slots=True)
class Heat:
    """One factor over the quarters."""

    name: str
    cells: Sequence[Cell]
    """Oldest first."""


def heat(quarters: Sequence[Sequence[Facts]]) -> list[Heat]:
    """The factors that were scored, the team's own ones too; the heaviest of the last quarter first."""
    scored = dict.fromkeys(name for those in quarters for facts in those for name, _ in facts.scores)
    names = [name for name in FACTOR_LABELS if name in scored] + [name for name in scored if name not in FACTOR_LABELS]
    found = [Heat(name, [_cell(name, those) for those in quarters]) for name in names]
    return sorted(found, key=lambda row: -(row.cells[-1].mean or 0) if row.cells else 0)


def _cell(name: str, those: Sequence[Facts]) -> Cell:
    scores = [(facts, score) for facts in those for scored, score in facts.scores if scored == name]
    mean = fmean(score for _, score in scores) if scores else None
    return Cell(mean, len(scores), [facts for facts, score in scores if score >= SIGNIFICANT])
