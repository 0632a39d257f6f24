"""One copy of an incident: its records by their ids, and the lines of its history."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, TypeAlias

from model.change import Step
from model.incident import SECTIONS
from model.merge.fitting import fitted
from model.merge.replay import Key, Line, Replay, lines_of, replayed
from model.message import Message, Refused
from model.record import Document

__all__ = ["INCIDENT", "Copy", "Tables", "canonical", "copy_of", "joined", "tables_of", "with_lines_for_all"]

Tables: TypeAlias = Mapping[str, Mapping[str, Document]]
"""The tables of an incident's file, each with its records by their numbers."""
INCIDENT = "incident"
HISTORY = "history"
PASSES = 4
"""One finds all changes without a line, and the next none; a history that needs more goes round in circles."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What one copy knows."""

    rows: Mapping[Key, Document]
    """The records that it has."""
    lines: Mapping[str, Line]

    @property
    def bases(self) -> dict[Key, dict[str, Any]]:
        """Every record that it ever had, with the fields that no line has touched."""
        removed = [
            {(step.section, step.record): {"id": step.record, **step.before}}
            for line in self.lines.values()
            for step in line.steps
            if step.after is None and step.before is not None
        ]
        return joined(self.rows, *removed)

    def replay(self) -> Replay:
        """What its history makes of its records."""
        return replayed(self.bases, self.lines.values())


def canonical(value: object) -> str:
    """The value as one text, the same for equal values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


def joined(*known: Mapping[Key, Document]) -> dict[Key, dict[str, Any]]:
    """All the records with all their fields; of two values, the same one in whichever order they come."""
    rows: dict[Key, dict[str, Any]] = {}
    for records in known:
        for key, record in records.items():
            row = rows.setdefault(key, {})
            for name, value in record.items():
                row[name] = value if name not in row else max(row[name], value, key=canonical)
    return rows


def copy_of(tables: Tables) -> Copy:
    """The copy that those tables make.

    Raises `Refused` where a record's id is there twice, or the history cannot be read.
    """
    rows: dict[Key, Document] = {}
    for word, table in tables.items():
        if word == HISTORY:
            continue
        for record in table.values():
            key, row = _keyed(word, record)
            if rows.setdefault(key, row) != row:
                raise Refused(
                    Message(
                        "“{word}” holds two records with the ID {id}: run bridgelog doctor first", word=word, id=key[1]
                    )
                )
    return Copy(rows, lines_of(tables.get(HISTORY, {}).values()))


def _keyed(word: str, record: Document) -> tuple[Key, Document]:
    if word == INCIDENT:
        return (INCIDENT, ""), record
    if isinstance(record.get("id"), str):
        return (word, record["id"]), record
    if word in SECTIONS:
        return (word, word), {"id": word, **record}
    return (word, canonical(record)), record


def tables_of(copy: Copy, words: Iterable[str]) -> dict[str, dict[str, dict[str, Any]]]:
    """The tables of a copy, with those words even where they are empty. Equal copies give equal tables."""
    order = [INCIDENT, *SECTIONS, *sorted({*words} - {INCIDENT, HISTORY, *SECTIONS})]
    tables: dict[str, dict[str, dict[str, Any]]] = {word: {} for word in order}
    for word, record in sorted(copy.rows):
        table = tables.setdefault(word, {})
        table[str(len(table) + 1)] = dict(copy.rows[word, record])
    lines = sorted(copy.lines.values(), key=lambda line: line.order)
    tables[HISTORY] = {str(number): dict(line.document) for number, line in enumerate(lines, 1)}
    return tables


def with_lines_for_all(copy: Copy) -> Copy:
    """The copy with a line of history for each change that has none.

    An editor leaves none, nor does a clock that went backwards leave one that counts. Without such a line, the
    change would be lost to what it changed as soon as the copy is united with another.
    Raises `Refused` where no lines lead to the records.
    """
    for _ in range(PASSES):
        missing = {line.id: line for line in _unrecorded(copy)}
        if not missing:
            return copy
        copy = replace(copy, lines={**copy.lines, **missing})
    raise Refused(Message("the history contradicts the records: run bridgelog doctor first"))


def _unrecorded(copy: Copy) -> Iterator[Line]:
    replay = copy.replay()
    fitting = fitted(replay.alive)
    for key in sorted({*copy.rows, *replay.rows}):
        line = replay.last.get(key)
        if line is None:
            continue
        row, known = copy.rows.get(key), replay.rows[key]
        if (row is None) != (key in replay.gone):
            yield _after(line, Step(*key, None, row) if row is not None else Step(*key, known, None))
        elif row is not None:
            for name in sorted({*row, *known}):
                value = row.get(name)
                if value not in (known.get(name), fitting[key].get(name)):
                    latest = replay.touched.get((key, name), line)
                    yield _after(latest, Step(*key, {name: known.get(name)}, {name: value}))


def _after(line: Line, step: Step) -> Line:
    said = canonical([step.section, step.record, step.after])
    return line.after(sha256(said.encode()).hexdigest()[:16], step)
