"""The one open incident: the only way in which it changes, and how a change becomes durable."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Condition, RLock, Thread
from typing import Any

from pydantic import ValidationError

from data.clock import Clock
from data.incident_file import GROWS, IncidentFile, Tables
from data.language import say
from data.lock import locked
from data.tables import HISTORY, incident_of, migrated, new_row, patched
from data.trouble import BrokenFile, NotFound, Trouble
from model.change import Change, Step, applied, create, edit, remove
from model.ids import new_record_id
from model.incident import SECTIONS, Incident
from model.instant import stored
from model.message import Message, Refused
from model.record import Document
from model.stamping import NewEntry, correct, delete, stamp
from model.timeline import Entry

__all__ = ["Changed", "Notebook"]

LOCK_PATIENCE = 10.0
"""Seconds to wait for another program that is writing the same incident."""
LOOK_AGAIN = 0.5
"""Seconds between two looks at whether another program changed the file, or the disk has space again."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The incident is another one now, or is saved now."""

    sections: frozenset[str]
    """The words of the sections that differ; none where only the state of saving does."""


@dataclass(frozen=True, slots=True, eq=False)
class _Pending:
    change: Change
    at: datetime
    id: str
    """The id of its line of history."""


class Notebook:
    """An open incident.

    A change is applied at once to the `Incident` held here, and then written in order, either by
    `flush` or by a thread of its own after `start`. What another program wrote is taken over before
    each write and every half second, and the changes not yet written are applied on top of it.
    """

    def __init__(self, path: Path, clock: Clock, author: str) -> None:
        """Open the file. Raises `Trouble` where it cannot be read, is broken, or is too new."""
        self.path = path
        self.author = author
        self.trouble: Message | None = None
        """Why the latest changes are not saved, where they are not."""
        self.listener: Callable[[Changed], None] = lambda _: None
        """Told of every change, from whichever thread it comes."""
        self._clock = clock
        self._file = IncidentFile(path)
        with _uncollected():
            self._tables = self._read()
            self._incident = incident_of(self._tables, path)
        self.saved_at = clock()
        """When everything was last known to be on the disk."""
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._pending: list[_Pending] = []
        self._state = RLock()
        self._writing = RLock()
        self._wake = Condition(self._state)
        self._thread: Thread | None = None
        self._closing = False

    @property
    def incident(self) -> Incident:
        """The incident of this moment; immutable."""
        return self._incident

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet."""
        return len(self._pending)

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return self._clock()

    # --- changes -----------------------------------------------------------------------------------

    def do(self, change: Change) -> None:
        """Apply a change as one undoable step.

        Raises `Refused` or pydantic's `ValidationError` where the rules do not accept it; nothing
        has changed then.
        """
        self._apply(change)
        self._done.append(change)
        self._undone.clear()

    def stamp(self, new: NewEntry, *, again: bool = False) -> None:
        """File an entry; `again` lets an earlier entry keep the same milestone."""
        now = self._clock()
        self.do(stamp(self._incident, new, now, again=again))

    def correct(self, entry: Entry, values: Document) -> None:
        """Correct an entry's time, text or milestone."""
        change = correct(self._incident, entry, values)
        if change:
            self.do(change)

    def delete(self, entry: Entry) -> None:
        """Take an entry away."""
        self.do(delete(self._incident, entry))

    def put(self, name: Message, section: str, record: str, values: Document) -> bool:
        """Set fields of a record; false where they have those values already."""
        step = edit(self._incident, section, record, values)
        if step:
            self.do(Change(name, (step,)))
        return step is not None

    def add(self, name: Message, section: str, values: Document) -> str:
        """Add a record and return its id."""
        record = new_record_id(self._clock())
        self.do(Change(name, (create(section, record, values),)))
        return record

    def remove(self, name: Message, section: str, record: str) -> None:
        """Take a record away."""
        self.do(Change(name, (remove(self._incident, section, record),)))

    def undo(self) -> Message | None:
        """Take the latest change back; returns its name, or nothing where there is none."""
        return self._move(self._done, self._undone)

    def redo(self) -> Message | None:
        """Do again what was last taken back; returns its name, or nothing where there is none."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Change], target: list[Change]) -> Message | None:
        if not source:
            return None
        change = source[-1].inverse()
        if not self._withdraw(source[-1], change):
            self._apply(change)
        target.append(change)
        source.pop()
        return change.name

    def _withdraw(self, latest: Change, back: Change) -> bool:
        """Take back a change that was not written: it need not fit what another program wrote."""
        if not self._writing.acquire(blocking=False):
            return False
        try:
            with self._state:
                if not self._pending or self._pending[-1].change is not latest or self._file.unsure:
                    return False
                self._incident = applied(self._incident, back.steps)
                self._pending.pop()
                self._wake.notify_all()
        finally:
            self._writing.release()
        self.listener(Changed(back.sections))
        return True

    def _apply(self, change: Change) -> None:
        with self._state:
            self._incident = applied(self._incident, change.steps)
            now = self._clock()
            self._pending.append(_Pending(change, now, new_record_id(now)))
            self._wake.notify_all()
        self.listener(Changed(change.sections))

    # --- the disk ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Write from a thread of its own from now on, and watch for other programs' changes."""
        self._thread = Thread(target=self._keep_writing, name="notebook", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write what is left and stop. Raises `Trouble` where it cannot be written."""
        with self._state:
            self._closing = True
            self._wake.notify_all()
        if self._thread:
            self._thread.join()
        self.flush()

    def flush(self) -> None:
        """Make everything durable before returning. Raises `Trouble` where that fails; nothing is lost."""
        self._write_pending()
        if self.trouble and self._pending:
            raise Trouble(self.trouble)

    def _keep_writing(self) -> None:
        while True:
            with self._state:
                if not self._closing and (self.trouble or not self._pending):
                    self._wake.wait(LOOK_AGAIN)
                if self._closing:
                    return
            self._write_pending()

    def _write_pending(self) -> None:
        """Take over what others wrote, then write what is pending, under the lock that others respect."""
        with self._writing:
            if not self._pending and not self._file.changed():
                return
            changed: frozenset[str] = frozenset()
            try:
                with locked(self.path.parent / ".locks" / f"{self.path.stem}.lock", LOCK_PATIENCE):
                    if self._file.changed():
                        changed = self._take_over()
                    self._write(tuple(self._pending))
                self.trouble = None
            except Trouble as trouble:
                self.trouble = trouble.message
            except TimeoutError:
                self.trouble = Message("another program holds the incident: it is tried again")
            except Exception as error:  # whatever it is: what is pending is kept, and the thread goes on
                reason = getattr(error, "strerror", None) or str(error)
                self.trouble = Message("not saved ({reason}): it is tried again", reason=reason)
            self.listener(Changed(changed))

    def _read(self) -> Tables:
        tables = self._file.read()
        if tables is None:
            raise NotFound(Message("{file} is not there any more", file=str(self.path)))
        return migrated(tables, self.path)

    def _take_over(self) -> frozenset[str]:
        """Read what another program wrote, and put the changes of this one on top; returns what differs."""
        if not self.path.exists() and self.path.parent.exists():
            self._file.write(self._tables)  # somebody removed it: what is known is written anew
        try:
            tables = self._read()
            fresh = incident_of(tables, self.path)
            with self._state:
                if self._file.unsure:
                    self._pending = [_remaining(pending, tables) for pending in self._pending]
                fresh, self._pending = _on_top(fresh, self._incident, self._pending)
                differing = {word for word in SECTIONS if fresh.section(word) != self._incident.section(word)}
                self._tables, self._incident = tables, fresh
        except Trouble:
            self._file.forget()
            raise
        return frozenset(differing)

    def _write(self, batch: tuple[_Pending, ...]) -> None:
        """Make the batch durable: new entries in place, anything else by writing the whole file.

        Raises `OSError` where that fails. New entries then still have the blanks laid down for them, so that they
        are durable on a full disk too.
        """
        if not self._file.torn and all(self._append(pending) for pending in batch):
            return
        rest = tuple(self._pending)
        tables = self._tables
        for pending in rest:
            tables = patched(tables, pending.change.steps, self._history(pending))
        try:
            self._file.write(tables)
        except OSError:
            for pending in rest:
                self._append(pending)
            raise
        self._written(tables, rest)

    def _append(self, pending: _Pending) -> bool:
        """Write a new entry in place; false where the change is another one, or there is no room."""
        new = _new_entry(pending.change)
        if new is None:
            return False
        table = self._tables.setdefault(GROWS, {})
        number, row = new_row(table, new)
        if not self._file.append(number, row, first=not table):
            return False
        table[number] = row
        self._written(self._tables, (pending,))
        return True

    def _written(self, tables: Tables, durable: tuple[_Pending, ...]) -> None:
        with self._state:
            self._tables = tables
            written = frozenset(durable)
            self._pending = [pending for pending in self._pending if pending not in written]
            self.saved_at = self._clock()

    def _history(self, pending: _Pending) -> dict[str, Any] | None:
        """The line of history; none for a new entry alone, which says itself who wrote it and when."""
        if _new_entry(pending.change) or not pending.change.steps:
            return None
        return {
            "id": pending.id,
            "at": stored(pending.at),
            "by": self.author,
            "name": say(pending.change.name),
            "steps": [_recorded(step) for step in pending.change.steps],
        }


@contextmanager
def _uncollected() -> Iterator[None]:
    """While much is made that stays, looking for what can be thrown away takes a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _remaining(pending: _Pending, tables: Tables) -> _Pending:
    """The change, without its steps where a write that seemed to fail has brought them into the file.

    It stays pending: they are durable once the file is written anew.
    """
    new = _new_entry(pending.change)
    name, record = (GROWS, new.record) if new else (HISTORY, pending.id)
    there = any(row.get("id") == record for row in tables.get(name, {}).values())
    return replace(pending, change=Change(pending.change.name, ())) if there else pending


def _on_top(theirs: Incident, mine: Incident, changes: Iterable[_Pending]) -> tuple[Incident, list[_Pending]]:
    """What another program wrote with the changes not yet written, and those changes as they fit there.

    Raises `BrokenFile` where one does not fit.
    """
    incident, fitting = theirs, []
    for pending in changes:
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


def _new_entry(change: Change) -> Step | None:
    """The change's only step, where that files a new entry."""
    step = change.steps[0] if len(change.steps) == 1 else None
    return step if step and step.section == GROWS and step.before is None else None


def _recorded(step: Step) -> dict[str, Any]:
    return {
        "section": step.section,
        "record": step.record,
        "before": None if step.before is None else dict(step.before),
        "after": None if step.after is None else dict(step.after),
    }
