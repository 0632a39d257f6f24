"""The timeline of a post-mortem in Markdown: tables with times, or lines, under a heading that says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from data.importers import pasted
from data.importers.clock_times import TIME, ZONE, Days
from data.importers.dates import DATE, day_comes_first
from data.importers.evidence import Evidence, Setting
from data.importers.pasted import Lines, lines_in
from data.importers.table import Rows, columns_of
from model.evidence import Candidate
from model.message import Message

__all__ = ["NAME", "fits", "read"]

NAME = "markdown"
_HEADING = re.compile(
    r"^ {0,3}(?P<level>#{1,6})[ \t]+(?P<title>\S[^\n]*?)[ \t]*#*[ \t]*$"
    r"|^(?:\*\*|__)(?P<bold>[^*_\n]{1,200})(?:\*\*|__):?[ \t]*$"
    r"|^(?P<under>[^\n#|>*-][^\n]{0,200})\n(?P<line>=+|-+)[ \t]*$",
    re.MULTILINE,
)
_CALLED = re.compile(
    r"\b(?:timeline|time line|chronology|sequence of events|what happened|incident log)\b", re.IGNORECASE
)
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"\n]*\")?\)")
_MARKS = re.compile(r"\*\*|__|~~|`|(?<![\w\\])[*_](?=\S)|(?<=[^\s\\])[*_](?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TAG = re.compile(
    r"</?(?:b|i|em|strong|code|sup|sub|span|p|div|td|tr|li|ul|time|a)\b[^<>\n]{0,200}>|<!--.*?-->", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STARTS_WITH_TIME = re.compile(rf"\s*{TIME}\b")
_DURATIONS = re.compile(r"\b(?:duration|owner|due|deadline)\b", re.IGNORECASE)
"""What the headers of other tables say, in which times stand as well."""
_HAS_DATE = re.compile(DATE)
_ALL_IN = re.compile(
    rf"\b(?:all )?times?\b[^.\n]{{0,60}}?(?P<zone>{ZONE})|\bin (?P<place>[A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+)\b"
)


@dataclass
class _Table:
    """A table, from its header on."""

    header: list[str]
    rows: list[list[str]] = field(default_factory=list)


def fits(evidence: Evidence) -> bool:
    """Whether it has a table with times, or a section called timeline with lines that begin with one."""
    text = evidence.text
    has_table = "|" in text and any(isinstance(block, _Table) and _is_timeline(block) for block in _blocks(text))
    return has_table or _section(text)[0] != ""


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """The rows and lines of the section, or, where none is called so, those of the first table with times."""
    text = evidence.text
    section, title = _section(text)
    days = Days(setting, day_first=day_comes_first(text), zone=_zone(title, section))
    if setting.day is None:
        _take_day(days, title, text, setting)
    lines, rows, found = Lines(NAME, setting, days), None, False
    for block in _blocks(section or text):
        if isinstance(block, _Table):
            if _is_timeline(block) and (section or not found):
                found = True
                fresh = Rows.under(_named(block), NAME, setting, days)
                rows = fresh if rows is None else Rows(fresh.columns, NAME, setting, days, rows.origins)
                yield from rows.candidates(block.rows, 1)
        elif section:
            for line in lines_in(block, setting, days):
                candidate = lines.candidate(line)
                if candidate is not None:
                    yield candidate


def _plain(text: str) -> str:
    """The words without their marks."""
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return unescape(_ESCAPED.sub(r"\1", text)).strip()


def _section(text: str) -> tuple[str, str]:
    """What stands under the first heading that is called timeline and has times, up to the next of its level.

    Its title is the second; both are empty where there is none.
    """
    headings = list(_HEADING.finditer(text))
    for place, heading in enumerate(headings):
        title = heading["title"] or heading["bold"] or heading["under"] or ""
        if not _CALLED.search(title):
            continue
        level = _level(heading)
        after = (each.start() for each in headings[place + 1 :] if _level(each) <= level)
        body = text[heading.end() : next(after, len(text))]
        if _has_times(body):
            return body, _plain(title)
    return "", ""


def _level(heading: re.Match[str]) -> int:
    if heading["level"]:
        return len(heading["level"])
    if heading["line"]:
        return 1 if heading["line"].startswith("=") else 2
    return 7


def _has_times(body: str) -> bool:
    return any(
        _is_timeline(block)
        if isinstance(block, _Table)
        else pasted.fits(Evidence("", block.encode("utf-8", "replace")))
        for block in _blocks(body)
    )


def _blocks(text: str) -> Iterator[_Table | str]:
    """The tables, and the lines between them without their marks."""
    between: list[str] = []
    table: _Table | None = None
    before = ""
    for line in text.splitlines():
        is_row = "|" in line
        if table is not None:
            if is_row:
                table.rows.append(_row(line))
                continue
            yield table
            table = None
        if is_row and "|" in before and "-" in line and _RULE.fullmatch(line.strip()[:2_000]):
            between.pop()
            table = _Table(_row(before))
        if between and (table is not None or not line.strip() or line.startswith("#")):
            yield "\n".join(between)
            between = []
        if table is None and line.strip():
            between.append(_without_marks(line))
        before = line
    if table is not None:
        yield table
    if between:
        yield "\n".join(between)


def _without_marks(line: str) -> str:
    """A line of the text; where a heading was, the words of it."""
    return _plain(re.sub(r"^ {0,3}#{1,6}[ \t]+", "", line[:20_000]))


def _row(line: str) -> list[str]:
    cells = _CELLS.split(line.strip()[:40_000])
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [_plain(cell.replace("\\|", "|")) for cell in cells]


def _named(table: _Table) -> list[str]:
    """The header, with names for the time and the text where it does not call them so."""
    known = columns_of(table.header)
    header = list(table.header)
    if "time" not in known and header:
        header[0] = "time " + (header[0] if _ALL_IN.search("times " + header[0]) else "")
    if "text" not in columns_of(header) and len(header) > 1:
        spare = [place for place in range(1, len(header)) if not any(place in places for places in known.values())]
        header[spare[-1] if spare else -1] = "event"
    return header


def _is_timeline(table: _Table) -> bool:
    """Whether it has a text beside times of day or dates, which stand in at least half of its rows."""
    if len(table.header) < 2 or _DURATIONS.search(" ".join(table.header)):
        return False
    places = columns_of(_named(table)).get("time", [0])
    timed = sum(
        any(place < len(row) and _STARTS_WITH_TIME.match(row[place][:100]) for place in places) for row in table.rows
    )
    return timed > 0 and timed * 2 >= len(table.rows)


def _zone(title: str, section: str) -> str:
    """The zone that the heading or a line of the section names for all times."""
    in_title = re.search(ZONE, title)
    match = _ALL_IN.search("\n".join(line for line in section.splitlines() if "|" not in line)[:20_000])
    return in_title[0] if in_title else (match["zone"] or match["place"]) if match else ""


def _take_day(days: Days, title: str, text: str, setting: Setting) -> None:
    """Begin with the day that the heading names, or else the first that stands in the text."""
    match = _HAS_DATE.search(title) or _HAS_DATE.search(text[:50_000])
    if match and days.begin(match):
        setting.note(Message("times without a day were taken as of {day} or after, as the text says", day=match[0]))
