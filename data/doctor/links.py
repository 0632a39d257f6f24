"""Records that point at others: at some that are not there, or round in a circle.

What points at a record that somebody has removed is as it should be: undo brings the record back.
"""

from collections.abc import Callable
from typing import Any

from data.doctor.sheet import Sheet
from data.tables import HISTORY
from model.factors import FACTOR_LABELS
from model.incident import SECTIONS
from model.message import Message
from model.recurrence import QUESTIONS

__all__ = ["check_links"]

_LINKS = (
    ("whys", "parent", "whys"),
    ("whys", "evidence", "timeline"),
    ("recurrence", "action", "actions"),
    ("actions", "covers", ""),
)
"""The section and the field that point, and the section whose ids stand there; dotted names where none is named."""


def check_links(sheet: Sheet) -> None:
    """Take out what points at nothing, and cut circles of whys."""
    known = {word: _ids(sheet, word) for word in SECTIONS}
    removed = _removed(sheet)

    def is_there(target: str, id: Any) -> bool:
        section, record = (target, id) if target else str(id).partition(".")[::2]
        return record in known.get(section, ()) or (section, record) in removed

    for word, name, target in _LINKS:
        for number, row in sheet.rows(word):
            if name in row:
                _check(sheet, word, number, name, lambda id, target=target: is_there(target, id))  # type: ignore[misc]
    _cut_circles(sheet)


def _check(sheet: Sheet, word: str, number: str, name: str, is_there: Callable[[Any], bool]) -> None:
    row = sheet.tables[word][number]
    value, where = row[name], f"{word}.{row['id']}.{name}"
    message, repair = Message("it points at a record that is not there"), Message("it is taken out")
    if isinstance(value, list):
        for lost in (id for id in value if not is_there(id)):
            sheet.found("missing-record", where, message, repair, lost)
        sheet.tables[word][number] = {**row, name: [id for id in value if is_there(id)]}
    elif value is not None and not is_there(value):
        sheet.found("missing-record", where, message, repair, value)
        sheet.tables[word][number] = {field: kept for field, kept in row.items() if field != name}


def _ids(sheet: Sheet, word: str) -> set[str]:
    fixed = {"factors": FACTOR_LABELS, "recurrence": QUESTIONS}.get(word, {})
    return {str(row.get("id", word)) for _number, row in sheet.rows(word)} | fixed.keys()


def _removed(sheet: Sheet) -> set[tuple[str, str]]:
    """The records that somebody has removed, as the history tells; it is looked at before."""
    return {
        (str(step["section"]), str(step["record"]))
        for _number, line in sheet.rows(HISTORY)
        for step in line["steps"]
        if step["after"] is None or step["before"] is None
    }


def _cut_circles(sheet: Sheet) -> None:
    """A why that explains itself, by others in between, would be in no chain."""
    whys = {row["id"]: (number, row) for number, row in sheet.rows("whys")}
    for id in sorted(whys):
        seen, above = {id}, whys[id][1].get("parent")
        while above in whys and above not in seen:
            seen.add(above)
            above = whys[above][1].get("parent")
        if above == id:
            number, row = whys[id]
            message = Message("whys that explain each other in a circle")
            sheet.found("circle", f"whys.{id}.parent", message, Message("a chain begins here"), row["parent"])
            whys[id] = number, {name: value for name, value in row.items() if name != "parent"}
            sheet.tables["whys"][number] = whys[id][1]
