"""The lines of the quarterly review: each an answer, painted as wide as there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from data import formats
from data.language import ngettext
from model.review import Facts
from screens.behind import Evidence, Source
from screens.widgets.line_list import LineList

__all__ = ["REPEATS", "Answer", "AnswerList", "Parts", "fitting", "incidents_text", "sources"]

LABEL = 10
REPEATS = "repeats"
"""Where the list of pairs opens instead of evidence."""
Parts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One line: what it is about, how it is painted, how it came about."""

    label: str
    """Of the first line of an answer; empty on the others."""
    paint: Callable[[int], Parts]
    """The texts with their styles, in so many cells."""
    how: str
    """How it was reckoned, in a sentence or two."""
    behind: Evidence | str | None = None
    """What enter opens."""


class AnswerList(LineList[Answer]):
    """The answers."""

    def choosable(self, row: Answer) -> bool:
        """Lines with nothing behind them cannot be chosen."""
        return row.behind is not None

    def paint(self, row: Answer) -> Parts:
        """Its label and what it says."""
        room = self.scrollable_content_region.width - LABEL - 1
        return [("-heading", f" {set_cell_size(row.label, LABEL)}"), *row.paint(room)]


def fitting(parts: Parts, room: int, between: str = " · ") -> Parts:
    """As many of the parts as fit, the first in any case; none is cut in the middle of a figure."""
    shown: list[tuple[str, str]] = []
    used = 0
    for style, text in parts:
        needed = cell_len(text) + (cell_len(between) if shown else 0)
        if shown and used + needed > room:
            break
        if shown:
            shown.append(("-muted", between))
        shown.append((style, text))
        used += needed
    return shown


def incidents_text(count: int) -> str:
    """How many incidents."""
    return ngettext("{n} incident", "{n} incidents", count).format(n=formats.number(count))


def sources(those: Sequence[Facts], section: str = "summary") -> list[Source]:
    """Incidents as evidence, with what each cost."""
    return [
        Source(facts.title, facts.id, section, formats.money(facts.total_cost) if facts.total_cost else "–")
        for facts in those
    ]
