"""Times that cannot be, although they can be read: a person has to say what is right."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from data.doctor.guessing import instant_of
from data.doctor.sheet import Sheet
from data.tables import HISTORY, INCIDENT
from model.message import Message
from model.record import Document

__all__ = ["TIMES", "check_times"]

SLACK = timedelta(days=1)
"""How far two clocks may be apart, or a clock be set to another zone's time."""
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
"""Before the first computer clocks count from, no incident was taken down."""
TIMES = (
    (INCIDENT, "created_at"),
    ("summary", "started_at"),
    ("summary", "ended_at"),
    ("timeline", "at"),
    ("timeline", "recorded_at"),
    ("actions", "created_at"),
    ("actions", "done_at"),
    (HISTORY, "at"),
)
"""The tables and fields that hold times."""
_ORDERS = (
    ("timeline", "at", "recorded_at", Message("it was taken down before it happened")),
    ("actions", "created_at", "done_at", Message("it was done before it was agreed")),
)


def check_times(sheet: Sheet) -> None:
    """Look at every time: is it one of a clock that was right, and are they in order."""
    latest = sheet.now + SLACK
    for table, name, where, row in _times(sheet):
        moment = instant_of(row.get(name))
        if moment is not None and moment > latest:
            sheet.found("impossible-time", f"{where}.{name}", Message("{time} lies ahead", time=moment))
        elif moment is not None and moment < EARLIEST:
            sheet.found("impossible-time", f"{where}.{name}", Message("{time} lies too far back", time=moment))
        for section, first, second, message in _ORDERS:
            if (section, first) == (table, name):
                _check_order(sheet, f"{where}.{second}", row, first, second, message)


def _check_order(sheet: Sheet, where: str, row: Document, first: str, second: str, message: Message) -> None:
    earlier, later = instant_of(row.get(first)), instant_of(row.get(second))
    if earlier is not None and later is not None and later < earlier - SLACK and earlier <= sheet.now + SLACK:
        sheet.found("impossible-time", where, message)


def _times(sheet: Sheet) -> Iterator[tuple[str, str, str, Document]]:
    for table, name in TIMES:
        for _number, row in sheet.rows(table):
            id = row.get("id")
            alone = table in {INCIDENT, "summary"} or not isinstance(id, str)
            yield table, name, table if alone else f"{table}.{id}", row
