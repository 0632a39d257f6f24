"""Texts in Markdown: whatever they say is read as it was written, and nothing in them becomes markup."""

import re

__all__ = ["block", "line"]

_URL = re.compile(r"(?:https?|ftp)://[^\s<>|\\`\"']*[^\s<>|\\`\"'.,;:!?)\]}*_~]", re.IGNORECASE)
"""An address; what ends a sentence or a bracket ends it, too."""
_MARKUP = re.compile(
    r"[\\`*\[\]<>|~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # between two letters or digits it is none
    r"|&(?=#?\w+;)"
    r"|(?<=\S)\$"  # where a formula could end
)
_BLANKS = re.compile("[ \t]+")
_AT_THE_START = re.compile(r"[#+=-]|\d+(?=[.)])")
"""What would begin a heading, a list or a rule at the start of a line."""
_AT_THE_END = re.compile(r"#+$")
"""What would close a heading."""


def line(text: str, *, heading: bool = False) -> str:
    """The text on one line, such as in a cell; line breaks become `<br>`, in a heading blanks."""
    lines = [_escaped(part) for part in _lines(text)]
    return _AT_THE_END.sub(_barred, " ".join(lines)) if heading else "<br>".join(lines)


def block(text: str) -> str:
    """The text on one or more lines; empty ones are left out."""
    return "\\\n".join(_begun(_escaped(part)) for part in _lines(text) if part)


def _lines(text: str) -> list[str]:
    return [_BLANKS.sub(" ", part).strip() for part in text.splitlines()]


def _begun(text: str) -> str:
    found = _AT_THE_START.match(text)
    if found is None:
        return text
    return found[0] + "\\" + text[found.end() :] if found[0].isdigit() else "\\" + text


def _escaped(text: str) -> str:
    """The text with its markup barred; addresses stand in angle brackets, where a bar would become part of them."""
    parts = []
    done = 0
    for found in _URL.finditer(text):
        parts += [_MARKUP.sub(_barred, text[done : found.start()]), f"<{found[0]}>"]
        done = found.end()
    return "".join([*parts, _MARKUP.sub(_barred, text[done:])])


def _barred(found: re.Match[str]) -> str:
    return "\\" + found[0]
