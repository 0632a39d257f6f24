"""Texts made harmless for terminals and documents: a control character is shown, and never obeyed."""

import re

__all__ = ["PARAGRAPH_LIMIT", "clean", "one_line"]

PARAGRAPH_LIMIT = 20_000
"""Characters that fit into a text of one or more lines."""

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
