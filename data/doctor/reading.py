"""Making tables of any bytes: of whole JSON, of a file with a torn end, and of what is left of a damaged one."""

import json
from contextlib import suppress
from typing import Any

from data.doctor.decoding import decoder, pairs_of
from data.doctor.numbers import numbered
from data.doctor.rescue import Row, is_tangled, rescued
from data.doctor.shapes import TABLES, home, meant
from data.doctor.sheet import Sheet
from data.layout import CLOSING, recovered, sealed_end
from data.trouble import BrokenFile
from model.message import Message

__all__ = ["read"]

_BLANKS = " \t\r\n\0"
_KEPT = Message("every whole record is kept")
_LEFT_OUT = Message("it is left out")
_NO_INCIDENT = Message("it holds nothing of an incident: it is left as it is")


def read(sheet: Sheet, content: bytes) -> None:
    """Fill the sheet's tables with what the bytes hold."""
    torn = opens = False
    with suppress(BrokenFile):
        _tables, torn = recovered(content, sheet.path)
        opens = True
    end = sealed_end(content) if torn else None
    if end is not None:
        sheet.found(
            "torn-end",
            "timeline",
            Message("the last entry was cut short while it was written: nobody was told that it is saved"),
            _LEFT_OUT,
            content[end:].decode("utf-8", "replace").strip("}\n \t\0"),
        )
        content = content[:end] + CLOSING
    text = _decoded(sheet, content)
    value = _json(sheet, text)
    tangled = isinstance(value, dict) and any(isinstance(rows, dict) and is_tangled(rows) for rows in value.values())
    if value is not None and not tangled:
        _laid_out(sheet, value)
    elif not sheet.refused:
        if tangled:
            sheet.found("tangled", "", Message("records lie in each other: braces between them were lost"), _KEPT)
        _damaged(sheet, text)
    if not opens and not sheet.problems:
        message = Message("a number in it is none, or too large, or values lie in each other too deep")
        sheet.found("invalid-json", "", message, Message("it is kept as text, or left out"))


def _decoded(sheet: Sheet, content: bytes) -> str:
    """The text of the file, with a sign for each byte that is none."""
    encoding = json.detect_encoding(content)
    if encoding != "utf-8":
        with suppress(ValueError, RecursionError):
            text = content.decode(encoding).rstrip(_BLANKS)
            decoder().decode(text)
            message = Message("it is written in {encoding}, which other programs may not read", encoding=encoding)
            sheet.found("encoding", "", message, Message("it is written in UTF-8"))
            return text
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = Message("line {line}: bytes that are no text in UTF-8", line=line)
        sheet.found("encoding", "", message, Message("each is replaced by �"))
        return content.decode(errors="replace")


def _json(sheet: Sheet, text: str) -> Any:
    """What the JSON holds; none where it is none any more, after saying what is wrong with it."""
    stripped = text.rstrip(_BLANKS)
    if not stripped.strip(_BLANKS):
        sheet.refuse("empty", Message("there is nothing in it: a copy in .snapshots or a backup may hold it"))
        return None
    try:
        value = decoder().decode(stripped)
    except json.JSONDecodeError as error:
        line = stripped.count("\n", 0, error.pos) + 1
        if stripped.endswith("}"):
            message = Message("line {line}: it is no JSON any more ({reason})", line=line, reason=error.msg)
            sheet.found("invalid-json", "", message, _KEPT)
        else:
            line = stripped.count("\n") + 1
            message = Message("line {line}: it ends in the middle, it was cut off", line=line)
            sheet.found("truncated", "", message, _KEPT)
        return None
    except (RecursionError, ValueError):
        sheet.found("invalid-json", "", Message("values lie in each other too deep to be read"), _KEPT)
        return None
    return [] if value is None else value


def _laid_out(sheet: Sheet, value: Any) -> None:
    """Tables of JSON that can be read; what is no table comes out."""
    exported = isinstance(value, dict) and isinstance(value.get("schema"), int) and "summary" in value
    if exported:
        message = Message("it is an incident as export writes it: bridgelog import reads it")
        sheet.refuse("not-an-incident", message)
        return
    if not isinstance(value, dict):
        _no_incident(sheet)
        return
    tables = pairs_of(value)
    names = _names(sheet, [(name, records if isinstance(records, dict) else {}) for name, records in tables])
    rows: list[Row] = []
    for name, records in tables:
        table = names[name]
        if isinstance(records, dict):
            rows += ((table, number, record) for number, record in pairs_of(records))
            sheet.tables.setdefault(table, {})
        else:
            message = Message("a table is needed here, with records by their numbers")
            sheet.found("wrong-type", table[:40], message, _LEFT_OUT, records)
    _fill(sheet, rows)


def _damaged(sheet: Sheet, text: str) -> None:
    """Tables of what is left."""
    lost = rescued(text)
    for line, piece in lost.unread:
        message = Message("line {line}: nothing can be made of what stands there", line=line)
        sheet.found("unreadable", "", message, _LEFT_OUT, piece)
    names = _names(sheet, [(table, {number: record}) for table, number, record in lost.rows])
    _fill(sheet, [(names[table], number, record) for table, number, record in lost.rows])


def _names(sheet: Sheet, tables: list[tuple[str, Any]]) -> dict[str, str]:
    """Each name of a table, with the name that it should have; of a table there is one record at least, or all."""
    names = {name for name, _records in tables}
    missing = [table for table in TABLES if table not in names]
    found = {name: name for name in names}
    for name, records in tables:
        if name in {"", *TABLES} or found[name] != name:
            continue
        shape = next((home("", row) for row in records.values() if isinstance(row, dict)), "") if records else ""
        right = meant(name, missing) or (shape if shape in missing else None)
        if right is not None:
            missing.remove(right)
            found[name] = right
            message = Message("no table of an incident has this name")
            sheet.found("wrong-name", name[:40], message, Message("it is taken for {table}", table=right))
    return found


def _fill(sheet: Sheet, rows: list[Row]) -> None:
    if not any(table in {"", *TABLES} and isinstance(record, dict) and record for table, _number, record in rows):
        _no_incident(sheet)
        return
    numbered(sheet, [_placed(sheet, row) for row in rows])


def _placed(sheet: Sheet, row: Row) -> Row:
    """The record in the table that it is of."""
    table, number, record = row
    place = home(table, record) if isinstance(record, dict) and table in {"", *TABLES} else table
    if place != table:
        where = f"{table or '…'}.{str(record.get('id', number))[:40]}"
        message, repair = Message("this is a record of another table"), Message("it is moved to {table}", table=place)
        sheet.found("wrong-table", where, message, repair)
    return place, number, record


def _no_incident(sheet: Sheet) -> None:
    sheet.problems.clear()
    sheet.refuse("not-an-incident", _NO_INCIDENT)
