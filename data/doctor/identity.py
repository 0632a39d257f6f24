"""Whose record is whose: the incident's own record, and an id for each of the others."""

from typing import Any

from data.doctor.guessing import day_of, id_for
from data.doctor.sheet import Sheet
from data.migrations import MIGRATIONS, schema_of
from data.tables import HISTORY, INCIDENT
from model.ids import INCIDENT_ID, new_incident_id
from model.incident import SECTIONS
from model.message import Message
from model.record import Document, Fields, Keyed

__all__ = ["check_about", "check_action_numbers", "check_ids"]


def check_about(sheet: Sheet) -> None:
    """Look at the record that names the incident and the schema."""
    rows = list(sheet.rows(INCIDENT))
    for number, row in rows[1:]:
        del sheet.tables[INCIDENT][number]
        message = Message("an incident has one such record")
        sheet.found("duplicate-id", f"{INCIDENT}.{number}", message, Message("the first one counts"), row)
    if not rows:
        sheet.tables = {INCIDENT: {"1": {}}, **{name: rows for name, rows in sheet.tables.items() if name != INCIDENT}}
    newest, version = 1 + len(MIGRATIONS), schema_of(sheet.tables)
    if version is None:
        message = Message("no version of the schema is named")
        _set(sheet, "schema", newest, "wrong-value", message)
    elif version > newest:
        sheet.problems.clear()
        sheet.refuse(
            "newer-schema",
            Message(
                "a newer Bridgelog has written it (schema {theirs}, here {ours}): update Bridgelog",
                theirs=version,
                ours=newest,
            ),
        )
        return
    _check_id(sheet)


def _check_id(sheet: Sheet) -> None:
    id = sheet.about.get("id")
    if not isinstance(id, str) or not INCIDENT_ID.fullmatch(id):
        right = sheet.named or new_incident_id(day_of(sheet), lambda _digits: 0)
        _set(sheet, "id", right, "wrong-value", Message("this is no ID of an incident"))
    elif sheet.named is not None and sheet.path.stem == sheet.named != id:
        message = Message("the incident in it is {id}: rename the file, or unite both by bridgelog merge", id=id)
        sheet.found("wrong-name", f"{INCIDENT}.id", message)


def _set(sheet: Sheet, name: str, value: Any, kind: str, message: Message) -> None:
    number, row = next(iter(sheet.tables[INCIDENT].items()))
    repair = Message("{value} is put there", value=str(value))
    where = f"{INCIDENT}.{name}"
    if name in row:
        sheet.found(kind, where, message, repair, row[name])
    else:
        sheet.found(kind, where, message, repair)
    sheet.tables[INCIDENT][number] = {**row, name: value}


def check_ids(sheet: Sheet) -> None:
    """Give each record an id of its own: undo, links and merging know it by that."""
    for table in [table for table in sheet.tables if table != INCIDENT]:
        kind = SECTIONS.get(table)
        seen: dict[str, str] = {}
        for number, row in sheet.rows(table):
            if table not in {HISTORY, *SECTIONS} and not isinstance(row.get("id"), str):
                continue  # a record of another program, which may need none
            id, fresh = _id_of(sheet, table, number, row)
            if id not in seen:
                seen[id] = number
                sheet.tables[table][number] = fresh
                continue
            first = sheet.tables[table][seen[id]]
            where = f"{table}.{id}"
            if fresh == first:
                del sheet.tables[table][number]
                message = Message("the same record stands there twice")
                sheet.found("duplicate-id", where, message, Message("it is kept once"))
            elif kind is not None and issubclass(kind, Fields | Keyed):
                del sheet.tables[table][number]
                sheet.tables[table][seen[id]] = {**fresh, **first}
                message = Message("two records are to be one")
                repair = Message("the first one counts, the other one fills it up")
                sheet.found("duplicate-id", where, message, repair, fresh)
            else:
                new = id_for(sheet, table, number, fresh)
                seen[new] = number
                sheet.tables[table][number] = {**fresh, "id": new}
                message = Message("two records have one ID")
                sheet.found("duplicate-id", where, message, Message("the second one gets the ID {id}", id=new))


def check_action_numbers(sheet: Sheet) -> None:
    """People call an action by its number: of two with the same, the younger one gets the next that is free."""
    taken: set[int] = set()
    rows = [(str(row["id"]), number) for number, row in sheet.rows("actions")]
    last = max((_called(row) for _number, row in sheet.rows("actions")), default=0)
    for id, number in sorted(rows):
        row = sheet.tables["actions"][number]
        called = _called(row)
        if called and called in taken:
            last += 1
            message = Message("two actions have one number")
            repair = Message("it gets number {number}", number=str(last))
            sheet.found("duplicate-number", f"actions.{id}.number", message, repair, row["number"])
            sheet.tables["actions"][number] = {**row, "number": last}
        taken.add(called)


def _called(row: Document) -> int:
    try:
        return int(row.get("number") or 0)
    except (TypeError, ValueError):
        return 0


def _id_of(sheet: Sheet, table: str, number: str, row: Document) -> tuple[str, dict[str, Any]]:
    """The id of a record, and the record with it."""
    kind = SECTIONS.get(table)
    id = row.get("id")
    if kind is not None and issubclass(kind, Fields):
        if id not in {None, table} if isinstance(id, str | None) else True:
            message = Message("the record of this section has the section's name")
            sheet.found("wrong-value", f"{table}.id", message, Message("it is put right"), id)
        return table, {**row, "id": table} if id is not None else dict(row)
    if isinstance(id, str) and id:
        return id, dict(row)
    new = id_for(sheet, table, number, row)
    message = Message("a record needs an ID")
    repair = Message("it gets the ID {id}", id=new)
    where = f"{table}.{number}.id"
    if id is None:
        sheet.found("wrong-value", where, message, repair)
    else:
        sheet.found("wrong-value", where, message, repair, id)
    return new, {**row, "id": new}
