"""What one can take back and do again: one's own changes, and after a restart those of before as well.

A run of the program keeps its own changes in memory, so that two screens never take back each other's, whoever sits
at them. Where it has none left, it goes on with what the history says was done before it opened the incident: by the
same author, in runs that do not have the incident open any more. Which run made a change, its id tells; which runs
have the incident open, their locks tell (`data.runs`). Replayed in their order, the lines of the history give what is
done and what is taken back as they were left.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from data.history import Recorded
from model.change import Change
from model.ids import moment_of, run_of
from model.message import Message

__all__ = ["Move", "Undo", "before"]


@dataclass(frozen=True, slots=True)
class Move:
    """A change that was made, or a change that took it back."""

    id: str
    """What the first of them is known as in the history."""
    change: Change
    """As it was applied last."""


Stacks: TypeAlias = tuple[list[Move], list[Move]]
"""What is done, and what is taken back, latest last."""


@dataclass(slots=True)
class Undo:
    """The changes of this run, and behind them those of before."""

    earlier: Callable[[], Stacks] | None
    """Finds the changes of before; asked once, when they are needed."""
    done: list[Move] = field(default_factory=list)
    undone: list[Move] = field(default_factory=list)
    _changed: bool = False

    def did(self, move: Move) -> None:
        """Remember a new change; what was taken back cannot be done again after it."""
        self.done.append(move)
        self.undone.clear()
        self._changed = True

    def ready(self, stack: list[Move]) -> bool:
        """Whether there is something in that one of the two, now or from before."""
        if not stack and self.earlier:
            done, undone = self.earlier()
            self.earlier = None
            self.done[:0] = done
            self.undone[:0] = [] if self._changed else undone
        return bool(stack)


def before(lines: Iterable[Recorded], author: str, opened: str, elsewhere: frozenset[str]) -> Stacks:
    """What that author can take back and do again of the time before `opened`, an id of that moment.

    `lines` are in order; the runs `elsewhere` are left their own changes.
    """
    done: dict[str, Move] = {}
    undone: dict[str, Move] = {}
    for line in lines:
        if line.by != author or not line.steps:
            continue
        first = line.undoes or line.redoes or line.id
        move = Move(first, Change(Message("{name}", name=line.name), line.steps))
        done.pop(first, None)
        undone.pop(first, None)
        if _is_later(line.id, opened) or run_of(line.id) in elsewhere:
            continue
        if line.undoes:
            undone[first] = move
        else:
            done[first] = move
            if not line.redoes:
                undone.clear()
    return list(done.values()), list(undone.values())


def _is_later(id: str, opened: str) -> bool:
    """Ids of one run count up; of two runs only the moments can be compared."""
    if run_of(id) == run_of(opened):
        return id > opened
    return moment_of(id) > moment_of(opened)
