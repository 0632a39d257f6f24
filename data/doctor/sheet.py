"""What the examinations work on: the tables as far as they are understood, and what was found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from data.doctor.problem import NOTHING, Problem
from data.layout import Tables
from data.tables import INCIDENT
from model.ids import INCIDENT_ID
from model.message import Message

__all__ = ["Sheet"]


@dataclass(slots=True)
class Sheet:
    """One file under examination. The tables are its own, and change."""

    path: Path
    now: datetime
    tables: Tables = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: bool = False
    """Whether the file is left as it is, whatever is wrong with it."""

    def found(
        self, kind: str, where: str, message: Message, repair: Message | None = None, taken_out: Any = NOTHING
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(kind, where, message, repair, taken_out))

    def refuse(self, kind: str, message: Message) -> None:
        """Note a problem for which the file is left as it is."""
        self.found(kind, "", message)
        self.refused = True

    def rows(self, table: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The records of a table with their numbers; they may be taken out meanwhile."""
        yield from list(self.tables.get(table, {}).items())

    @property
    def about(self) -> dict[str, Any]:
        """The record with the incident's id; empty where there is none."""
        return next(iter(self.tables.get(INCIDENT, {}).values()), {})

    @property
    def named(self) -> str | None:
        """The incident's id by the name of its file."""
        match = INCIDENT_ID.search(self.path.name)
        return match[0] if match else None
