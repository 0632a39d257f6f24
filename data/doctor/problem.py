"""One thing that is wrong with a file."""

import json
from dataclasses import dataclass
from typing import Any

from model.message import Message

__all__ = ["NOTHING", "Problem"]

NOTHING: Any = object()
"""Of a problem for which nothing is taken out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what a repair does about it."""

    kind: str
    """Its name, stable for scripts: `truncated`, `wrong-value`, `duplicate-id`."""
    where: str
    """The dotted name of the value or the record, or the line of the file; empty where it is about all of it."""
    message: Message
    repair: Message | None = None
    """What a repair does; none where a person has to decide."""
    taken_out: Any = NOTHING
    """What stands there and does not after a repair, as it is in the file."""

    @property
    def value(self) -> str:
        """What is taken out, as text; empty where nothing is."""
        if self.taken_out is NOTHING:
            return ""
        if isinstance(self.taken_out, str):
            return self.taken_out
        try:
            return json.dumps(self.taken_out, ensure_ascii=False)
        except (RecursionError, ValueError):
            return "…"
