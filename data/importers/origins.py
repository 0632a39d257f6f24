"""Ids for evidence that has none: the same for the same line, however often it is read."""

from collections import Counter
from datetime import datetime
from hashlib import sha256

from model.instant import stored

__all__ = ["Origins"]


class Origins:
    """Makes an id of what a line says; the second of two equal lines gets another one."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, at: datetime, author: str, text: str) -> str:
        """The id of that line."""
        said = sha256("\n".join((stored(at), author, text)).encode("utf-8", "replace")).hexdigest()[:16]
        self._seen[said] += 1
        return said if self._seen[said] == 1 else f"{said}-{self._seen[said]}"
