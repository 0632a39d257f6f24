"""Quarters of a calendar or fiscal year."""

import re
from dataclasses import dataclass
from datetime import date

from model.message import Message, Refused

__all__ = ["Quarter"]

_WRITTEN = re.compile(r"\s*(\d{4})\s*-?\s*[Qq]\s*([1-4])\s*")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months. A fiscal year is named after the calendar year in which it ends."""

    year: int
    number: int
    """From 1 to 4."""
    first_month: int = 1
    """The month in which the year begins."""

    @classmethod
    def of(cls, day: date, first_month: int = 1) -> "Quarter":
        """The quarter that the day lies in: with m months since the year began, m // 3 + 1."""
        since = (day.month - first_month) % 12
        begins_before = first_month > 1 and day.month >= first_month
        return cls(day.year + begins_before, since // 3 + 1, first_month)

    @classmethod
    def read(cls, text: str, first_month: int = 1) -> "Quarter":
        """The quarter written as `2026-Q3`. Raises `Refused` where it is none."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise Refused(Message("“{text}” is no quarter: write it like 2026-Q3", text=text[:40]))
        return cls(int(match[1]), int(match[2]), first_month)

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.number}"

    @property
    def first_day(self) -> date:
        """The day on which it begins. Raises `Refused` outside the years that there are."""
        months = (self.first_month - 1) + 3 * (self.number - 1)
        year = self.year - (self.first_month > 1) + months // 12
        try:
            return date(year, months % 12 + 1, 1)
        except ValueError:
            raise Refused(Message("“{text}” is no quarter: write it like 2026-Q3", text=str(self))) from None

    def moved(self, quarters: int) -> "Quarter":
        """The quarter that many later, or earlier."""
        count = self.year * 4 + self.number - 1 + quarters
        return Quarter(count // 4, count % 4 + 1, self.first_month)

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return Quarter.of(day, self.first_month) == self
