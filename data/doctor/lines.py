"""The lines of the history: each has to say who changed what, and when."""

from contextlib import suppress
from typing import Any

from data.doctor.sheet import Sheet
from data.history import Recorded, recorded_in
from data.layout import is_deeper
from data.tables import HISTORY
from data.trouble import BrokenFile
from model.message import Message
from model.record import Document

__all__ = ["check_lines", "check_story"]

DEEPEST = 58
"""How many levels of values may lie in each other in one line."""
_NO_LINE = Message("this line of the history cannot be read")
_LEFT_OUT = Message("it is left out")


def check_lines(sheet: Sheet) -> None:
    """Take out the lines that cannot be read."""
    for number, row in sheet.rows(HISTORY):
        if not _is_readable(row):
            id = row.get("id")
            where = f"{HISTORY}.{id[:40] if isinstance(id, str) else number}"
            sheet.found("history", where, _NO_LINE, _LEFT_OUT, sheet.tables[HISTORY].pop(number))


def _is_readable(row: Document) -> bool:
    with suppress(AttributeError, LookupError, TypeError, ValueError):
        steps: Any = row["steps"]
        return bool(Recorded.of(row)) and isinstance(steps, list) and not is_deeper(row, DEEPEST)
    return False


def check_story(sheet: Sheet) -> None:
    """Take out the lines that make the history as a whole unreadable: what is before the first of them stays."""
    lines = dict(sheet.rows(HISTORY))
    kept: dict[str, dict[str, Any]] = {}
    if _tells(sheet, lines):
        return
    for number, row in lines.items():
        if _tells(sheet, {**kept, number: row}):
            kept[number] = row
        else:
            sheet.found("history", f"{HISTORY}.{row.get('id', number)}", _NO_LINE, _LEFT_OUT, row)
    sheet.tables[HISTORY] = kept


def _tells(sheet: Sheet, lines: dict[str, dict[str, Any]]) -> bool:
    try:
        return bool(recorded_in({**sheet.tables, HISTORY: lines}, sheet.path)) or True
    except BrokenFile:
        return False
