"""The numbers of records: TinyDB keeps each under a number of its own, so of two with one number it sees the last."""

import re
from typing import Any

from data.doctor.decoding import Twice
from data.doctor.rescue import Row
from data.doctor.sheet import Sheet
from model.message import Message

__all__ = ["numbered"]

_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")


def numbered(sheet: Sheet, rows: list[Row]) -> None:
    """Put the records into the sheet's tables, each under a number of its own."""
    last: dict[str, int] = {}
    for table, number, _record in rows:
        if _NUMBER.fullmatch(number):
            last[table] = max(last.get(table, 0), int(number))
    for table, number, record in rows:
        records = sheet.tables.setdefault(table, {})
        where = f"{table}.{number[:40]}"
        if not isinstance(record, dict):
            message = Message("a record is needed here, with names and values")
            sheet.found("wrong-type", where, message, Message("it is left out"), record)
        elif _NUMBER.fullmatch(number) and number not in records:
            records[number] = _once(sheet, where, record)
        elif records.get(number) == record:
            message = Message("the same record stands there twice")
            sheet.found("duplicate-number", where, message, Message("it is kept once"))
        else:
            last[table] = last.get(table, 0) + 1
            is_taken = number in records
            message = Message("two records have one number") if is_taken else Message("its number is none")
            kind = "duplicate-number" if is_taken else "wrong-type"
            sheet.found(kind, where, message, Message("it gets number {number}", number=str(last[table])))
            records[str(last[table])] = _once(sheet, where, record)


def _once(sheet: Sheet, where: str, record: dict[str, Any]) -> dict[str, Any]:
    """The record with each of its names once: the last counts, as for every reader."""
    if isinstance(record, Twice):
        seen: dict[str, Any] = {}
        for name, value in record.pairs:
            if name in seen and seen[name] != value:
                message = Message("two values have one name")
                sheet.found(
                    "duplicate-name", f"{where}.{name[:40]}", message, Message("the last one counts"), seen[name]
                )
            seen[name] = value
        return seen
    return record
