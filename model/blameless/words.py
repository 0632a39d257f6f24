"""Alternatives of words for patterns."""

import re
from collections.abc import Iterable

__all__ = ["either"]


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; a blank in a word matches a hyphen too."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in ordered)
