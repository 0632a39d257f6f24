"""A change that is not on the disk yet, and how it fits on top of what another program wrote."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import ValidationError

from data.history import Recorded
from data.incident_file import GROWS, Tables
from data.language import say
from data.tables import HISTORY, patched
from data.trouble import BrokenFile
from model.change import Change, Step, applied, outdated
from model.incident import Incident
from model.message import Message, Refused

__all__ = ["Pending", "on_top", "remaining", "with_pending"]


@dataclass(frozen=True, slots=True, eq=False)
class Pending:
    """A change that waits to be written."""

    change: Change
    at: datetime
    by: str
    id: str
    """The id of its line of history."""
    undoes: str = ""
    """The id of the change that it takes back."""
    redoes: str = ""
    """The id of the change that it does again."""

    @property
    def filed(self) -> Step | None:
        """Its only step, where that files a new entry, which says itself who recorded it and when.

        It needs no line of history, and can be written in place.
        """
        step = self.change.steps[0] if len(self.change.steps) == 1 else None
        if step is None or step.section != GROWS or step.before is not None or step.after is None:
            return None
        alone = not self.undoes and not self.redoes and step.after.get("author", "") == self.by
        return step if alone else None

    @property
    def known_as(self) -> str:
        """What undo calls it by: its line of history, or its entry where it has none."""
        return self.filed.record if self.filed else self.id

    def recorded(self) -> Recorded:
        """The change as the history tells of it."""
        name, steps = say(self.change.name), self.change.steps
        return Recorded(self.known_as, self.at, self.by, name, steps, self.undoes, self.redoes)


def with_pending(tables: Tables, waiting: Iterable[Pending]) -> Tables:
    """The tables after those changes, with their lines of history; the old ones stay as they were."""
    for pending in waiting:
        silent = pending.filed or not pending.change.steps
        tables = patched(tables, pending.change.steps, None if silent else pending.recorded().document())
    return tables


def remaining(pending: Pending, tables: Tables) -> Pending:
    """The change, without its steps where a write that seemed to fail has brought them into the file.

    It stays pending: they are durable once the file is written anew.
    """
    name = GROWS if pending.filed else HISTORY
    there = any(row.get("id") == pending.known_as for row in tables.get(name, {}).values())
    return replace(pending, change=Change(pending.change.name, ())) if there else pending


def on_top(theirs: Incident, mine: Incident, waiting: Iterable[Pending]) -> tuple[Incident, list[Pending]]:
    """What another program wrote with the changes not yet written, and those changes as they fit there.

    What would take back, or do again, a change of something that they have changed since is left without its steps.
    Raises `BrokenFile` where another one does not fit.
    """
    incident, fitting = theirs, []
    for pending in waiting:
        moves = pending.undoes or pending.redoes
        if moves and outdated(incident, pending.change.steps):
            steps: tuple[Step, ...] = ()
        else:
            found = tuple(_fitting(step, incident, mine) for step in pending.change.steps)
            steps = tuple(step for step in found if step)
        try:
            incident = applied(incident, steps)
        except (Refused, ValidationError) as error:
            name = pending.change.name
            text = Message("“{name}” does not fit what another program wrote: undo it", name=name)
            raise BrokenFile(text) from error
        same = steps == pending.change.steps
        fitting.append(pending if same else replace(pending, change=Change(pending.change.name, steps)))
    return incident, fitting


def _fitting(step: Step, incident: Incident, mine: Incident) -> Step | None:
    """The step; of a record that another program has removed, what brings it back as it is here, if it is."""
    is_edit = step.before is not None and step.after is not None
    if not is_edit or incident.section(step.section).document(step.record) is not None:
        return step
    document = mine.section(step.section).document(step.record)
    return Step(step.section, step.record, None, document) if document else None
