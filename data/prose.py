"""The prose of a Markdown text: code, addresses and markup blanked out, every character else in its place."""

import re

__all__ = ["prose"]

_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---[ \t]*$", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INDENTED = re.compile(r"(?:(?<=\n\n)|\A)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)(?!@[\w.-]+\1)[^\n]{1,500}?(?<!`)\1(?!`)")
_ADDRESS = re.compile(
    r"(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|<https?:[^>\n]{0,500}>|https?://[^\s<>)\]]+"
)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$", re.MULTILINE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_MARKS = re.compile(
    r"[*_]{1,3}(?=\w)|(?<=[\w.,!?])[*_]{1,3}(?!\w)|^ {0,3}#{1,6} |^ {0,3}> ?|^\s*[-*+] (?:\[[ xX]\] )?|\|", re.MULTILINE
)
_WRAPPED = re.compile(r"(?<=[^\s|])\n(?=[ \t]{0,3}[^\s#>|*+\-`~=\d<])")
"""The end of a line in the middle of a paragraph."""
_INVISIBLE = re.compile(r"[^\n]")


def prose(markdown: str) -> str:
    """The text of equal length with only what is to be read as sentences; lines of a paragraph are joined."""
    text = markdown
    for pattern in (_FRONT_MATTER, _FENCED, _COMMENT, _INDENTED, _REFERENCE, _CODE, _ADDRESS, _TAG):
        text = pattern.sub(lambda match: _INVISIBLE.sub(" ", match[0]), text)
    text = _WRAPPED.sub(" ", text)
    return _MARKS.sub(lambda match: _INVISIBLE.sub(" ", match[0]), text)
