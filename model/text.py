"""Texts that people type or paste: made harmless, and kept within bounds."""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from model.harmless import PARAGRAPH_LIMIT, clean, one_line
from model.message import Message, Refused

__all__ = ["PARAGRAPH_LIMIT", "Line", "Paragraph", "Title", "clean", "one_line"]

TITLE_LIMIT = 200
LINE_LIMIT = 500


def _tidied(tidy: Callable[[str], str], limit: int) -> BeforeValidator:
    def tidied(value: object) -> object:
        if not isinstance(value, str):
            return value
        text = tidy(clean(value))
        if len(text) > limit:
            message = Message("{length} characters, and {limit} fit: shorten it", length=len(text), limit=limit)
            raise Refused(message)
        return text

    return BeforeValidator(tidied)


def _not_empty(text: str) -> str:
    if not text:
        raise Refused(Message("a title is needed: what is going on, in a few words"))
    return text


Title = Annotated[str, _tidied(one_line, TITLE_LIMIT), AfterValidator(_not_empty)]
"""The name of an incident: one line, never empty."""
Line = Annotated[str, _tidied(one_line, LINE_LIMIT)]
"""A text on one line: a name, a service, an action."""
Paragraph = Annotated[str, _tidied(str.strip, PARAGRAPH_LIMIT)]
"""A text of one or more lines."""
