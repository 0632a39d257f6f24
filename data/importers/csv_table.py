"""CSV with a header: a time, what happened, and perhaps who and what kind."""

import csv
import io
import re
from collections.abc import Iterator

from data.importers.clock_times import Days
from data.importers.dates import day_comes_first
from data.importers.evidence import Evidence, Setting
from data.importers.table import Rows, columns_of
from data.trouble import BrokenFile
from model.evidence import Candidate
from model.message import Message

__all__ = ["NAME", "fits", "header_of", "numbered_rows", "read"]

NAME = "csv"
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 1_000_000
_LONGEST_HEADER = 20_000
_RULE = re.compile(r"[|:\-\s]*-[|:\-\s]*")
_UNFINISHED = "unexpected end of data"


def fits(evidence: Evidence) -> bool:
    """Whether the first line names a time and a text."""
    body, delimiter = _body(evidence.text)
    first, _end, rest = body[:_LONGEST_HEADER].partition("\n")
    if delimiter == "|" and _RULE.fullmatch(rest.partition("\n")[0].strip()):
        return False  # a table in Markdown
    try:
        header = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return False
    return {"time", "text"} <= columns_of(header).keys()


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """A candidate a row. Raises `BrokenFile` where a cell has no end, `Refused` where a time cannot be told."""
    rows = _rows(evidence)
    if rows:
        days = Days(setting, day_first=day_comes_first(evidence.text))
        yield from Rows.under(rows[0], NAME, setting, days).candidates(rows[1:], 2)


def header_of(evidence: Evidence) -> list[str]:
    """The names in the first line; empty where it is no CSV."""
    body, delimiter = _body(evidence.text)
    try:
        return next(csv.reader([body[:_LONGEST_HEADER].partition("\n")[0]], delimiter=delimiter), [])
    except csv.Error:
        return []


def numbered_rows(evidence: Evidence) -> Iterator[tuple[int, list[str]]]:
    """The rows under the header, each with the line in which it begins. Raises `BrokenFile` where there is none."""
    rows = _rows(evidence)
    yield from enumerate(rows[1:], 2)


def _body(text: str) -> tuple[str, str]:
    """The text from its header on, and the delimiter, which spreadsheets may name in a line of its own."""
    body = text.lstrip("\ufeff\r\n \t")
    first = body[:_LONGEST_HEADER].partition("\n")[0]
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == len("sep=;"):
        return body[len(first) + 1 :], first.strip().strip('"')[-1]
    return body, max(_DELIMITERS, key=first.count)


def _rows(evidence: Evidence) -> list[list[str]]:
    body, delimiter = _body(evidence.text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return _read(body, delimiter, strict=True)
    except csv.Error as error:
        reason = str(error)
        if reason == _UNFINISHED:
            raise BrokenFile(Message("{file} is cut off within quotes: fetch it again", file=evidence.name)) from error
    try:
        return _read(body, delimiter, strict=False)
    except csv.Error as error:
        raise BrokenFile(Message("{file} is no CSV: {reason}", file=evidence.name, reason=str(error))) from error


def _read(body: str, delimiter: str, *, strict: bool) -> list[list[str]]:
    lines = io.StringIO(body, newline="")
    return [row for row in csv.reader(lines, delimiter=delimiter, strict=strict) if any(row)]
