"""Between the incident and the tables of its file: reading, and patching record by record."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data.incident_file import Tables
from data.numbers import next_number
from data.trouble import BrokenFile
from model.change import MANY, Step
from model.incident import SCHEMA, SECTIONS, Incident
from model.instant import stored
from model.message import Message, Refused
from model.record import Document, Fields, merged
from model.refusal import first_refusal, refusals

__all__ = ["HISTORY", "INCIDENT", "incident_of", "new_row", "patched", "tables_of"]

INCIDENT = "incident"
"""The table with the incident's id and the version of the schema."""
HISTORY = "history"
"""The table with what was changed, by whom and when."""


def tables_of(incident: Incident) -> Tables:
    """The tables of a new file for the incident."""
    about = {"id": incident.id, "schema": SCHEMA, "created_at": stored(incident.created_at)}
    tables: Tables = {INCIDENT: {"1": about}}
    for word in SECTIONS:
        documents = incident.section(word).documents().values()
        tables[word] = {str(number): document for number, document in enumerate(documents, 1)}
    tables[HISTORY] = {}
    return tables


def incident_of(tables: Tables, path: Path) -> Incident:
    """The incident that the tables hold.

    Raises `BrokenFile` where a value in them is not right.
    """
    about = next(iter(tables[INCIDENT].values()))
    rows = {word: list(table.values()) for word, table in tables.items()}
    try:
        return Incident.of(str(about.get("id")), str(about.get("created_at")), rows)
    except (ValidationError, Refused) as error:
        where, reason = _wrong_record(rows) or first_refusal(error)
        raise BrokenFile(
            Message(
                "{file}: {where}: {reason}; it is left as it is, bridgelog doctor says more",
                file=str(path),
                where=where,
                reason=reason,
            )
        ) from error


def _wrong_record(rows: Mapping[str, Iterable[Document]]) -> tuple[str, Message] | None:
    """The dotted name of the first value that is not right, and what is wrong with it."""
    for word, kind in SECTIONS.items():
        for document in rows.get(word, ()):
            try:
                kind.of([document])
            except (ValidationError, Refused) as error:
                where, reason = refusals(error)[0]
                record = "" if issubclass(kind, Fields) else str(document.get("id", ""))[:40]
                return ".".join(part for part in (word, record, where) if part), reason
    return None


def patched(tables: Tables, steps: Iterable[Step], history: dict[str, Any] | None) -> Tables:
    """The tables after the steps, with a line of history; the old ones stay as they were."""
    steps = tuple(steps)
    fresh = dict(tables)
    touched = {step.section for step in steps} | ({HISTORY} if history is not None else set())
    fresh.update({word: dict(tables.get(word, {})) for word in touched})
    numbers = _Numbers(fresh, len(steps))
    for step in steps:
        table = fresh[step.section]
        number = None if step.before is None else numbers.of(step)
        if step.after is None:
            if number is not None:
                del table[number]
        elif number is None:
            number, row = new_row(table, step)
            table[number] = row
            numbers.note(step, number)
        else:
            table[number] = {**merged(table[number], step.after), "id": step.record}
    if history is not None:
        log = fresh[HISTORY]
        log[next_number(log)] = history
    return fresh


class _Numbers:
    """The numbers of records in their tables: looked for one by one, or all at once where there are many steps."""

    def __init__(self, tables: Tables, steps: int) -> None:
        self._tables = tables
        self._known: dict[str, dict[str, str]] | None = {} if steps >= MANY else None

    def of(self, step: Step) -> str | None:
        """The number of the step's record, if it is there."""
        table = self._tables[step.section]
        if self._known is None:
            return next((n for n, row in table.items() if _id(row, step.section) == step.record), None)
        if step.section not in self._known:
            self._known[step.section] = {_id(row, step.section): n for n, row in reversed(table.items())}
        number = self._known[step.section].get(step.record)
        return number if number in table else None

    def note(self, step: Step, number: str) -> None:
        """Remember the number of a record that was made."""
        if self._known is not None and step.section in self._known:
            self._known[step.section][step.record] = number


def _id(row: Document, section: str) -> str:
    return str(row.get("id", section))


def new_row(table: dict[str, Any], step: Step) -> tuple[str, dict[str, Any]]:
    """The number and the record with which a step begins a record; the table stays as it was."""
    return next_number(table), {**merged({}, step.after or {}), "id": step.record}
