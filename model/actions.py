"""The action items: what will be done, by whom, until when."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from model.instant import Instant
from model.message import N_
from model.record import Record, Records
from model.text import Line

__all__ = ["PRIORITY_LABELS", "STATUS_LABELS", "Action", "Actions", "Priority", "Status"]


class Priority(StrEnum):
    """How soon an action must be complete."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"


class Status(StrEnum):
    """Where an action stands. Overdue is derived, never set."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    CANCELLED = "cancelled"


PRIORITY_LABELS: dict[str, str] = {
    Priority.P0: N_("P0 · before the next business day begins"),
    Priority.P1: N_("P1 · within one week"),
    Priority.P2: N_("P2 · within one sprint"),
}
STATUS_LABELS: dict[str, str] = {
    Status.OPEN: N_("open"),
    Status.IN_PROGRESS: N_("in progress"),
    Status.DONE: N_("done"),
    Status.CANCELLED: N_("cancelled"),
}
UNFINISHED = {Status.OPEN, Status.IN_PROGRESS}


class Action(Record):
    """One thing to do. Owner and deadline may be missing while writing, and block publishing."""

    number: int = 0
    """What people call it by; unique in its incident."""
    text: Line = ""
    owner: Line = ""
    deadline: date | None = None
    """The last day on which it is in time, on the team's calendar."""
    priority: Priority = Priority.P1
    status: Status = Status.OPEN
    created_at: Instant
    """When it was agreed; its deadline is counted from here."""
    done_at: Instant | None = None
    covers: tuple[Line, ...] = ()
    """What it is the answer to: factors and questions of recurrence by their dotted names, `factors.testing`."""
    todo: Line = ""
    """What it was made of where an entry left it to be done, by the sign of `model.todos.Proposal`."""

    @property
    def unfinished(self) -> bool:
        """Whether it still has to be done."""
        return self.status in UNFINISHED


class Actions(Records[Action]):
    """The actions by their numbers."""

    word: ClassVar[str] = "actions"
    heading: ClassVar[str] = N_("Action items")
    tab: ClassVar[str] = N_("Actions")

    @classmethod
    def record_type(cls) -> type[Action]:
        return Action

    @classmethod
    def sort_key(cls, record: Action) -> tuple[int, str]:
        return record.number, record.id

    def next_number(self) -> int:
        """The number that a new action gets."""
        return max((action.number for action in self.root), default=0) + 1

    def unfinished(self) -> list[Action]:
        """Those that still have to be done."""
        return [action for action in self.root if action.unfinished]

    def kept(self) -> list[Action]:
        """Those that were not cancelled."""
        return [action for action in self.root if action.status is not Status.CANCELLED]
