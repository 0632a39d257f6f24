"""An axis for durations: equal steps are equal ratios, as their tails are long."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

__all__ = ["LogAxis"]

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_STEPS = (
    *(1, 10, 30),
    *(_MINUTE, 3 * _MINUTE, 10 * _MINUTE, 30 * _MINUTE),
    *(_HOUR, 3 * _HOUR, 12 * _HOUR),
    *(_DAY, 3 * _DAY, 10 * _DAY, 30 * _DAY, 100 * _DAY, 1000 * _DAY),
)
"""Seconds that are easily read."""


@dataclass(frozen=True, slots=True)
class LogAxis:
    """From a duration to a longer one, in seconds."""

    low: int
    high: int

    @classmethod
    def over(cls, seconds: Iterable[float]) -> "LogAxis | None":
        """The axis from a round duration below them to one above; none where there is nothing to show.

        What took less than a second stands at its beginning.
        """
        figures = [max(float(_STEPS[0]), figure) for figure in seconds]
        if not figures:
            return None
        low = max((step for step in _STEPS if step <= min(figures)), default=_STEPS[0])
        high = min((step for step in _STEPS if step >= max(figures) and step > low), default=None)
        return cls(low, high if high is not None else int(max(figures)) + 1)

    def place(self, seconds: float) -> float:
        """Where a duration stands, from 0 to 1."""
        inside = min(max(seconds, self.low), self.high)
        return log(inside / self.low) / log(self.high / self.low)

    @property
    def ticks(self) -> list[int]:
        """The round durations on it, its ends included."""
        between = [step for step in _STEPS if self.low < step < self.high]
        return [self.low, *between, self.high]
