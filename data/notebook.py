"""The one open incident: the only way in which it changes, and how one's own changes are taken back."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from data.clock import Clock
from data.history import Line, Recorded, lines_of, recorded_in
from data.runs import open_elsewhere
from data.trouble import BrokenFile
from data.undo import Move, Stacks, Undo, before
from data.writer import Changed, Writer, changed_since
from model.change import Change, Step, create, edit, outdated, remove
from model.ids import new_record_id, this_run
from model.message import Message, Refused
from model.record import Document
from model.stamping import NewEntry, correct, delete, stamp
from model.timeline import Entry

__all__ = ["Changed", "Notebook"]


class Notebook(Writer):
    """An open incident.

    A change is applied at once to the `Incident` held here, and then written in order (see `data.writer`).
    """

    def __init__(self, path: Path, clock: Clock, author: str) -> None:
        """Open the file. Raises `Trouble` where it cannot be read, is broken, or is too new."""
        super().__init__(path, clock, author)
        self._opened = new_record_id(self.saved_at)
        self._undo = Undo(self._of_before)

    def do(self, change: Change) -> None:
        """Apply a change as one undoable step.

        Raises `Refused` or pydantic's `ValidationError` where the rules do not accept it; nothing
        has changed then.
        """
        pending = self.apply(change)
        self._undo.did(Move(pending.known_as, change))

    def stamp(self, new: NewEntry, *, again: bool = False) -> None:
        """File an entry; `again` lets an earlier entry keep the same milestone."""
        now = self.now
        new = new if new.author else replace(new, author=self.author)
        self.do(stamp(self.incident, new, now, again=again))

    def correct(self, entry: Entry, values: Document) -> None:
        """Correct an entry's time, text or milestone."""
        change = correct(self.incident, entry, values)
        if change:
            self.do(change)

    def delete(self, entry: Entry) -> None:
        """Take an entry away."""
        self.do(delete(self.incident, entry))

    def put(self, name: Message, section: str, record: str, values: Document) -> bool:
        """Set fields of a record; false where they have those values already."""
        step = edit(self.incident, section, record, values)
        if step:
            self.do(Change(name, (step,)))
        return step is not None

    def add(self, name: Message, section: str, values: Document) -> str:
        """Add a record and return its id."""
        record = new_record_id(self.now)
        self.do(Change(name, (create(section, record, values),)))
        return record

    def remove(self, name: Message, section: str, record: str) -> None:
        """Take a record away."""
        self.do(Change(name, (remove(self.incident, section, record),)))

    def undo(self) -> Message | None:
        """Take one's own latest change back, also one of before the program was started (see `data.undo`).

        Returns its name, or nothing where there is none. Raises `Refused` where somebody has changed the same since:
        it stays then, and the next undo goes on to the one before it.
        """
        return self._move(self._undo.done, self._undo.undone, back=True)

    def redo(self) -> Message | None:
        """Do again what was last taken back; returns its name, or nothing where there is none.

        Raises `Refused` as `undo` does.
        """
        return self._move(self._undo.undone, self._undo.done, back=False)

    def _move(self, source: list[Move], target: list[Move], *, back: bool) -> Message | None:
        if not self._undo.ready(source):
            return None
        latest = source.pop()
        change = latest.change.inverse()
        if not self.withdraw(latest.change, change):
            if step := outdated(self.incident, change.steps):
                raise Refused(changed_since(change.name, self._last_to_change(step)))
            try:
                self.apply(change, **{"undoes" if back else "redoes": latest.id})
            except ValueError:
                source.append(latest)
                raise
        target.append(Move(latest.id, change))
        return change.name

    def _last_to_change(self, step: Step) -> str:
        """Who changed the record of that step last, as far as the history says."""
        with suppress(BrokenFile):
            for line in reversed(self._recorded()):
                if any((each.section, each.record) == (step.section, step.record) for each in line.steps):
                    return line.by
        return ""

    def _of_before(self) -> Stacks:
        """What the history says can be taken back and done again; nothing where it cannot be read."""
        elsewhere = open_elsewhere(self.path) - ({this_run()} if self.is_open else set())
        try:
            return before(self._recorded(), self.author, self._opened, frozenset(elsewhere))
        except BrokenFile:
            return [], []

    @property
    def waiting(self) -> list[Line]:
        """Each field of the changes that are not on the disk yet, oldest first."""
        with self._state:
            waiting = tuple(self._pending)
        return [line for pending in waiting for line in lines_of(pending.recorded(), saved=False)]

    def history(self) -> list[Line]:
        """Every change, field by field, oldest first, with those that are not on the disk yet.

        Raises `BrokenFile` where the history in the file cannot be read.
        """
        waiting = {pending.known_as for pending in self._pending}
        found = self._recorded()
        return [line for change in found for line in lines_of(change, saved=change.id not in waiting)]

    def _recorded(self) -> list[Recorded]:
        return recorded_in(self.tables(), self.path)
