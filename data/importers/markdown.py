"""The timeline of a post-mortem in Markdown: a table with times, or a list under a heading that says so."""

import re
from collections.abc import Iterator

from data.importers import pasted
from data.importers.evidence import Evidence, Setting
from data.importers.table import columns_of, from_rows
from model.evidence import Candidate

__all__ = ["NAME", "fits", "read"]

NAME = "markdown"
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<title>.+?)\s*#*\s*$|^\*\*(?P<bold>[^*]+)\*\*:?\s*$", re.MULTILINE)
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*")
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")


def fits(evidence: Evidence) -> bool:
    """Whether it has a table with times, or a section called timeline with lines that begin with one."""
    return bool(_table(evidence.text)) or ("#" in evidence.text and _section(evidence.text) is not None)


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """The rows of the first such table, or else the lines of the section."""
    rows = _table(evidence.text)
    if rows:
        yield from from_rows(rows, NAME, setting, first=1)
        return
    lines = _section(evidence.text) or ""
    for candidate in pasted.read(Evidence(evidence.name, lines.encode()), setting):
        yield Candidate(
            candidate.at, candidate.text, NAME, candidate.origin, candidate.author, candidate.zone, candidate.typed
        )


def _plain(text: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", text)).replace("\\|", "|").replace("<br>", "\n").strip()


def _table(text: str) -> list[list[str]]:
    """The first table whose header names a time and a text; a first column that says nothing else is the time."""
    lines = text.splitlines()
    for place, line in enumerate(lines[1:], 1):
        if _RULE.fullmatch(line.strip()) and "|" in lines[place - 1]:
            header = _row(lines[place - 1])
            if {"time", "text"} <= columns_of(header).keys():
                rows = [header]
                for row in lines[place + 1 :]:
                    if "|" not in row:
                        break
                    rows.append(_row(row))
                return rows
    return []


def _row(line: str) -> list[str]:
    return [_plain(cell) for cell in _CELLS.split(line.strip().removeprefix("|").removesuffix("|"))]


def _section(text: str) -> str | None:
    """What stands under the heading “Timeline”, up to the next of its level, where lines in it have times."""
    headings = list(_HEADING.finditer(text))
    for place, heading in enumerate(headings):
        if "timeline" not in (heading["title"] or heading["bold"] or "").lower():
            continue
        level = len(heading["level"] or "#######")
        after = (h.start() for h in headings[place + 1 :] if h["level"] and len(h["level"]) <= level)
        lines = text[heading.end() : next(after, len(text))].splitlines()
        plain = "\n".join(_plain(line) for line in lines)
        if pasted.fits(Evidence("", plain.encode())):
            return plain
    return None
