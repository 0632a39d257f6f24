"""Files of older versions, brought to this version's schema step by step.

That happens in memory whenever one is read. The first change that is written takes the old file's place, after a copy
of it was kept (`data.writer`).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from data.incident_file import Tables
from data.tables import INCIDENT
from data.trouble import BrokenFile, Trouble
from model.message import Message

__all__ = ["MIGRATIONS", "Migration", "migrated", "schema_of"]

Migration: TypeAlias = Callable[[Tables], Tables]
"""Tables of one schema to those of the next; the old ones stay as they were. It raises `ValueError`, `LookupError`,
`TypeError` or `AttributeError` where they are not what that schema says."""

MIGRATIONS: tuple[Migration, ...] = ()
"""From each schema to the next, beginning with the one that leads from 1 to 2."""


def schema_of(tables: Tables) -> int | None:
    """The version of the schema that the tables name; none where they name none."""
    version = next(iter(tables.get(INCIDENT, {}).values()), {}).get("schema")
    right = isinstance(version, int) and not isinstance(version, bool) and version >= 1
    return version if right else None


def migrated(tables: Tables, path: Path, steps: Sequence[Migration] | None = None) -> Tables:
    """The tables in the newest schema: the same ones where they are in it already.

    `steps` takes the place of `MIGRATIONS`. Raises `Trouble` where the file is newer than the program, `BrokenFile`
    where it names no version, or is not what its version says.
    """
    steps = MIGRATIONS if steps is None else steps
    newest = 1 + len(steps)
    version = schema_of(tables)
    if version is None:
        text = Message(
            "{file} is not an incident file: it is left as it is, bridgelog doctor says more", file=str(path)
        )
        raise BrokenFile(text)
    if version > newest:
        raise Trouble(
            Message(
                "{file} was written by a newer Bridgelog (schema {theirs}, here {ours}): update Bridgelog",
                file=str(path),
                theirs=version,
                ours=newest,
            )
        )
    for number, step in enumerate(steps[version - 1 :], version + 1):
        try:
            tables = _marked(step(tables), number)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise BrokenFile(
                Message(
                    "{file} cannot be brought to schema {ours}: it is left as it is, bridgelog doctor says more",
                    file=str(path),
                    ours=number,
                )
            ) from error
    return tables


def _marked(tables: Tables, version: int) -> Tables:
    about = {number: {**row, "schema": version} for number, row in tables[INCIDENT].items()}
    return {**tables, INCIDENT: about}
