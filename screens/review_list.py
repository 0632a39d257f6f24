"""The lines of the quarterly review: each an answer, painted as wide as there is room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

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
    "Sentences",
    "fitting",
    "incidents_text",
    "sources",
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


class Sentences(Static):
    """As many of the first sentences as can be read in the room that there is, the first in any case."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._sentences: Sequence[str] = ()

    def say(self, sentences: Sequence[str]) -> None:
        """Say these."""
        self._sentences = sentences
        self._fit()

    def on_resize(self) -> None:
        """There is more room now, or less."""
        self._fit()

    def _fit(self) -> None:
        width, height = self.content_size
        texts = [" ".join(self._sentences[:count]) for count in range(len(self._sentences), 0, -1)]
        fits = (text for text in texts if len(Content(text).wrap(max(1, width))) <= height)
        self.update(next(fits, texts[-1] if texts else ""))


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
