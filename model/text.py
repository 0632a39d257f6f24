"""Texts that people type or paste: made harmless for terminals and documents, and kept within bounds."""

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from model.message import Message, Refused

__all__ = ["Line", "Paragraph", "Title", "clean", "one_line"]

TITLE_LIMIT = 200
LINE_LIMIT = 500
PARAGRAPH_LIMIT = 20_000

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_C0_PICTURES = 0x2400


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_C0_PICTURES + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def clean(text: str) -> str:
    """The text with each control, bidirectional or broken character replaced by a visible sign.

    Line breaks become `\\n`, tabs stay. An escape sequence can so be read, and never runs.
    """
    if text.isprintable():
        return text
    return _UNSAFE.sub(_picture, _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line: breaks and tabs become single blanks."""
    return " ".join(text.split())


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
