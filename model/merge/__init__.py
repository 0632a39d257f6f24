"""Two copies of one incident that went apart, united: the same in whichever order copies come together.

Records are united by their ids and histories by the ids of their lines; then the history, in its order, says what
each field is. A field that no line has touched is as its record was made. No clock and no chance comes into it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.merge.copies import INCIDENT, Copy, Tables, canonical, copy_of, joined, tables_of, with_lines_for_all
from model.merge.fitting import fitted
from model.merge.replay import Key, Replay, replayed
from model.message import Message, Refused
from model.record import Document

__all__ = ["Conflict", "Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What one copy says and the united one does not."""

    section: str
    record: str
    field: str
    """The field's name; empty where it is about the whole record."""
    kept: Any
    """What it is now; none where it is empty, or the record is gone."""
    other: Any
    """What the copy says; none where it is empty there, or the record was removed there."""
    recorded: bool
    """Whether the history tells it. It tells all but what was written into a file past Bridgelog."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The united incident as the tables of its file, and what had to give way."""

    tables: dict[str, dict[str, dict[str, Any]]]
    conflicts: tuple[Conflict, ...]


def merge(one: Tables, other: Tables) -> Merged:
    """Unite two copies of one incident; both are in this version's schema.

    Raises `Refused` where they are not of one incident, or one of them is damaged.
    """
    mine, theirs = with_lines_for_all(copy_of(one)), with_lines_for_all(copy_of(other))
    _check(mine.rows.get((INCIDENT, ""), {}), theirs.rows.get((INCIDENT, ""), {}))
    lines = dict(mine.lines)
    for id, line in theirs.lines.items():
        lines[id] = max(line, lines.get(id, line), key=lambda line: canonical(line.document))
    replay = replayed(joined(mine.bases, theirs.bases), lines.values())
    united = Copy(fitted(replay.alive), lines)
    found = {
        canonical([conflict.section, conflict.record, conflict.field, conflict.other]): conflict
        for conflicts in (_given_way(mine, theirs, united, replay), _given_way(theirs, mine, united, replay))
        for conflict in (*conflicts, *_refitted(replay, united))
    }
    return Merged(tables_of(united, {*one, *other}), tuple(found[key] for key in sorted(found)))


def _check(one: Document, other: Document) -> None:
    for name in ("id", "schema"):
        if one.get(name) != other.get(name):
            raise Refused(
                Message(
                    "they are copies of different incidents, {one} and {other}: name two of one",
                    one=one.get("id"),
                    other=other.get("id"),
                )
                if name == "id"
                else Message("they are of different schemas: open both with this Bridgelog first")
            )


def _given_way(copy: Copy, other: Copy, united: Copy, replay: Replay) -> Iterator[Conflict]:
    """What is not as the copy says, of what it has changed and the other copy does not know."""
    for key, names in _own(copy, other).items():
        mine, now = copy.rows.get(key), united.rows.get(key)
        if mine is None or now is None:
            if mine is not None or now is not None:
                yield Conflict(*key, "", now, mine, recorded=True)
        else:
            yield from _differing(key, names, mine, now, replay)
    for key in copy.rows.keys() & other.rows.keys():
        untouched = {name for name in copy.rows[key] if (key, name) not in replay.touched}
        yield from _differing(key, untouched, copy.rows[key], united.rows.get(key, copy.rows[key]), replay)


def _own(copy: Copy, other: Copy) -> Mapping[Key, set[str]]:
    """The records and fields that only this copy has changed."""
    own: dict[Key, set[str]] = {}
    for id in copy.lines.keys() - other.lines.keys():
        for step in copy.lines[id].steps:
            own.setdefault((step.section, step.record), set()).update(step.before or (), step.after or ())
    return own


def _refitted(replay: Replay, united: Copy) -> Iterator[Conflict]:
    for key, row in replay.alive.items():
        yield from _differing(key, set(row), row, united.rows[key], replay)


def _differing(key: Key, names: set[str], said: Document, now: Document, replay: Replay) -> Iterator[Conflict]:
    for name in names:
        if said.get(name) != now.get(name):
            yield Conflict(*key, name, now.get(name), said.get(name), recorded=(key, name) in replay.touched)
