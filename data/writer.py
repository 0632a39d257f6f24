"""How the changes of an open incident become durable, in their order, and what others wrote is taken over."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Condition, RLock, Thread

from data.clock import Clock
from data.incident_file import GROWS, IncidentFile, Tables
from data.lock import locked
from data.migrations import migrated
from data.pending import Pending, on_top, remaining, with_pending
from data.reserve import Reserve
from data.runs import keeping_open, locks_of
from data.snapshots import snapshot
from data.tables import incident_of, new_row
from data.trouble import NotFound, Trouble
from model.change import Change, applied
from model.ids import new_record_id
from model.incident import SECTIONS, Incident
from model.message import Message

__all__ = ["Changed", "Writer", "changed_since"]

LOCK_PATIENCE = 10.0
"""Seconds to wait for another program that is writing the same incident."""
LOOK_AGAIN = 0.5
"""Seconds between two looks at whether another program changed the file, or the disk has space again."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The incident is another one now, or is saved now."""

    sections: frozenset[str]
    """The words of the sections that differ; none where only the state of saving does."""
    kept: tuple[Message, ...] = ()
    """What was to be taken back, and stays since somebody else has changed it in between."""


class Writer:
    """Holds the incident of this moment and the changes that are not on the disk yet, and writes them.

    They are written by `flush`, or by a thread of its own after `start`. What another program wrote is taken over
    before each write and every half second, and the changes not yet written are applied on top of it.
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
        self._reserve = Reserve(path)
        self._older = False
        """Whether the file is of an older schema, and is to be kept before it is written anew."""
        with _uncollected():
            self._tables = self._read()
            self._incident = incident_of(self._tables, path)
        self.saved_at = clock()
        """When everything was last known to be on the disk."""
        self._pending: list[Pending] = []
        self._state = RLock()
        self._writing = RLock()
        self._wake = Condition(self._state)
        self._thread: Thread | None = None
        self._closing = False
        self.is_open = False
        """Whether other programs know that this run has the incident open."""

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

    def withdraw(self, latest: Change, back: Change) -> bool:
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

    def apply(self, change: Change, *, undoes: str = "", redoes: str = "") -> Pending:
        """Apply a change at once, and let it wait to be written; `undoes` and `redoes` name another one.

        Raises `Refused` or pydantic's `ValidationError` where the rules do not accept it.
        """
        with self._state:
            self._incident = applied(self._incident, change.steps)
            now = self._clock()
            pending = Pending(change, now, self.author, new_record_id(now), undoes, redoes)
            self._pending.append(pending)
            self._wake.notify_all()
        self.listener(Changed(change.sections))
        return pending

    def tables(self) -> Tables:
        """The tables as they will be once everything is written. They are not to be changed."""
        with self._state:
            tables = dict(self._tables)
            tables[GROWS] = dict(tables.get(GROWS, {}))
            return with_pending(tables, [remaining(pending, tables) for pending in self._pending])

    def start(self) -> None:
        """Write from a thread of its own from now on, and watch for other programs' changes."""
        self._closing = False
        self._thread = Thread(target=self._keep_open, name="notebook", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Write what is left and stop. Raises `Trouble` where that fails; then it goes on, and tries again."""
        with self._state:
            self._closing = True
            self._wake.notify_all()
        if self._thread:
            self._thread.join()
        try:
            self.flush()
        except Trouble:
            if self._thread:
                self.start()
            raise

    def flush(self) -> None:
        """Make everything durable before returning. Raises `Trouble` where that fails; nothing is lost."""
        self._write_pending()
        if self.trouble and self._pending:
            raise Trouble(self.trouble)

    def _keep_open(self) -> None:
        with ExitStack() as stack:
            with suppress(OSError):
                stack.enter_context(keeping_open(self.path))
                self._reserve.lay()
                self.is_open = True
            self._keep_writing()
        self.is_open = False

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
            changed = Changed(frozenset())
            try:
                with locked(locks_of(self.path) / f"{self.path.stem}.lock", LOCK_PATIENCE):
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
            self.listener(changed)

    def _read(self) -> Tables:
        tables = self._file.read()
        if tables is None:
            raise NotFound(Message("{file} is not there any more", file=str(self.path)))
        newest = migrated(tables, self.path)
        self._older = newest is not tables
        if self._older:
            self._file.hold()
        return newest

    def _take_over(self) -> Changed:
        """Read what another program wrote, and put the changes of this one on top; returns what differs."""
        if not self.path.exists() and self.path.parent.exists():
            self._file.write(self._tables)  # somebody removed it: what is known is written anew
        try:
            tables = self._read()
            fresh = incident_of(tables, self.path)
            with self._state:
                if self._file.unsure:
                    self._pending = [remaining(pending, tables) for pending in self._pending]
                waiting = self._pending
                fresh, self._pending = on_top(fresh, self._incident, waiting)
                dropped = [
                    old.change.name
                    for old, new in zip(waiting, self._pending, strict=True)
                    if old.change.steps and not new.change.steps and (new.undoes or new.redoes)
                ]
                differing = {word for word in SECTIONS if fresh.section(word) != self._incident.section(word)}
                self._tables, self._incident = tables, fresh
        except Trouble:
            self._file.forget()
            raise
        return Changed(frozenset(differing), tuple(changed_since(name) for name in dropped))

    def _write(self, batch: tuple[Pending, ...]) -> None:
        """Make the batch durable: new entries in place, anything else by writing the whole file.

        Raises `OSError` where that fails. New entries then still have the blanks laid down for them, so that they
        are durable on a full disk too.
        """
        if not self._file.torn and all(self._append(pending) for pending in batch):
            return
        rest = tuple(self._pending)
        tables = with_pending(self._tables, rest)
        if self._older:
            snapshot(self.path, "migration", self._clock())
            self._older = False
        try:
            self._reserve.write(self._file, tables)
        except OSError:
            for pending in rest:
                self._append(pending)
            raise
        self._written(tables, rest)
        self._reserve.lay()

    def _append(self, pending: Pending) -> bool:
        """Write a new entry in place; false where the change is another one, or there is no room."""
        new = pending.filed
        if new is None:
            return False
        table = self._tables.setdefault(GROWS, {})
        number, row = new_row(table, new)
        if not self._file.append(number, row, first=not table):
            return False
        with self._state:
            table[number] = row
            self._written(self._tables, (pending,))
        return True

    def _written(self, tables: Tables, durable: tuple[Pending, ...]) -> None:
        with self._state:
            self._tables = tables
            written = frozenset(durable)
            self._pending = [pending for pending in self._pending if pending not in written]
            self.saved_at = self._clock()


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


def changed_since(name: Message, who: str = "") -> Message:
    """Why a change is not taken back, and who changed the same, where that is known."""
    if who:
        return Message("“{name}” stays as it is: {who} has changed the same since", name=name, who=who)
    return Message("“{name}” stays as it is: the same was changed again since", name=name)
