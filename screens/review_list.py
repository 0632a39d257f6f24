"""The lines of the quarterly review: each an answer, painted as wide as there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from data import formats
from data.language import ngettext
from model.review import Facts
from screens.behind import Evidence, Source
from screens.widgets.line_list import LineList

__all__ = [
    "LAST",
    "REPEATS",
    "Answer",
    "AnswerList",
    "Parts",
    "fitting",
    "incidents_text",
    "sources",
    "whole_sentences",
]

LABEL = 10
REPEATS = "repeats"
"""Where the list of pairs opens instead of evidence."""
LAST = "last"
"""Where the last quarter that has incidents is shown instead of evidence."""
Parts = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """One line: what it is about, how it is painted, how it came about."""

    label: str
    """Of the first line of an answer; empty on the others."""
    paint: Callable[[int], Parts]
    """The texts with their styles, in so many cells."""
    how: Sequence[str]
    """How it was reckoned, a sentence each, the first ones where there is no room for all."""
    behind: Evidence | str | None = None
    """What enter opens."""

    @property
    def whole(self) -> str:
        """All that is said of how it was reckoned."""
        return " ".join(self.how)


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


def whole_sentences(sentences: Sequence[str], width: int, height: int) -> str:
    """As many of the first sentences as can be read in so many lines, the first in any case."""
    for count in range(len(sentences), 1, -1):
        text = " ".join(sentences[:count])
        if len(Content(text).wrap(max(1, width))) <= height:
            return text
    return sentences[0] if sentences else ""


def incidents_text(count: int) -> str:
    """How many incidents."""
    return ngettext("{n} incident", "{n} incidents", count).format(n=formats.number(count))


def sources(those: Sequence[Facts], section: str = "summary") -> list[Source]:
    """Incidents as evidence, with what each cost."""
    return [
        Source(facts.title, facts.id, section, formats.money(facts.total_cost) if facts.total_cost else "–")
        for facts in those
    ]
