"""Scribes who write copies of one incident: each change as the notebook makes it, by a clock that they share."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from data.language import say
from data.tables import patched, tables_of
from model.change import Change, Step, applied, create, edit, remove
from model.currency import currency_change
from model.ids import new_record_id
from model.incident import Incident
from model.instant import stored
from model.merge.copies import Tables
from model.message import Message, Refused
from model.stamping import NewEntry, correct, delete, stamp
from model.timeline import Milestone
from model.why_changes import move
from tests.building import NOON, entry, incident

Act = tuple[str, int, int]
"""What a scribe does: its name, and two numbers that choose on what and how."""


class Clock:
    """A clock that goes on by a second at each look; skewed, it shows another time."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self, skew: int = 0) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now + timedelta(seconds=skew)


class Scribe:
    """One who writes one copy."""

    def __init__(self, clock: Clock, tables: Tables | None = None, skew: int = 0) -> None:
        self.clock = clock
        self.skew = skew
        first = incident(entries=[entry(1, "12:01", "pager"), entry(2, "12:04", "deploy suspected")])
        self.take(tables_of(first) if tables is None else tables)

    def take(self, tables: Tables) -> None:
        """Go on from those tables."""
        self.tables: Any = deepcopy(tables)
        self.incident = opened(tables)
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def fork(self, skew: int = 0) -> "Scribe":
        """Another scribe with a copy of this one's."""
        return Scribe(self.clock, self.tables, skew)

    def act(self, act: Act) -> None:
        """Do that; what the rules refuse is not done."""
        name, which, how = act
        try:
            if name in ("undo", "redo"):
                self._move(name)
            else:
                change = ACTS[name](self.incident, which, how, self._now())
                if change:
                    self._apply(change)
                    self._done.append(change)
                    self._undone.clear()
        except (Refused, ValidationError):
            return

    def _now(self) -> datetime:
        return self.clock(self.skew)

    def _move(self, name: str) -> None:
        source, target = (self._done, self._undone) if name == "undo" else (self._undone, self._done)
        if source:
            back = source.pop().inverse()
            self._apply(back, again=True)
            target.append(back)

    def _apply(self, change: Change, *, again: bool = False) -> None:
        """Write the change, with a line of history: a new entry alone has none unless it is one `again`."""
        self.incident = applied(self.incident, change.steps)
        now = self._now()
        is_entry = len(change.steps) == 1 and change.steps[0].section == "timeline" and not change.steps[0].before
        files_entry = is_entry and not again
        steps = [
            {"section": step.section, "record": step.record, "before": step.before, "after": step.after}
            for step in change.steps
        ]
        line = {"id": new_record_id(now), "at": stored(now), "by": "mina", "name": say(change.name), "steps": steps}
        self.tables = patched(self.tables, change.steps, None if files_entry else line)


def opened(tables: Tables) -> Incident:
    """The incident that the tables hold."""
    about = tables["incident"]["1"]
    return Incident.of(about["id"], about["created_at"], {word: list(table.values()) for word, table in tables.items()})


def _change(name: str, *steps: Step | None) -> Change | None:
    found = tuple(step for step in steps if step)
    return Change(Message(name), found) if found else None


def _stamp(incident: Incident, which: int, how: int, now: datetime) -> Change:
    milestone = [None, *Milestone][which % 7]
    return stamp(incident, NewEntry(NOON + timedelta(minutes=how), f"entry {how}", milestone), now)


def _correct(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    values: dict[str, Any] = {"text": f"corrected {how}"} if how % 2 else {"at": stored(NOON + timedelta(minutes=how))}
    entries = incident.timeline.root
    return correct(incident, entries[which % len(entries)], values) if entries else None


def _delete(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    entries = incident.timeline.root
    return delete(incident, entries[which % len(entries)]) if entries else None


def _summary(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    moment = stored(NOON + timedelta(minutes=how - 20))
    values: list[dict[str, Any]] = [
        {"title": f"Title {how}"},
        {"started_at": moment},
        {"ended_at": moment},
        {"users_affected": how},
    ]
    return _change("summary", edit(incident, "summary", "summary", values[which % 4]))


def _cost(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    money = {"amount": str(how), "currency": incident.cost.currency}
    if which % 4 == 3:
        return currency_change(incident, ("EUR", "USD", "JPY")[how % 3])
    if which % 4 == 2:
        return _change("revenue", edit(incident, "summary", "summary", {"revenue_lost": money}))
    return _change("cost", edit(incident, "cost", "cost", {("brand", "vendor_costs")[which % 4]: money}))


def _factor(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    name = ("testing", "capacity", "own")[which % 3]
    if name == "own" and how % 4 == 3:
        known = incident.factors.document(name)
        return _change("factor", remove(incident, "factors", name) if known else None)
    return _change(
        "factor", edit(incident, "factors", name, {"score": how % 4} if how % 3 else {"note": f"note {how}"})
    )


def _why(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    whys, entries = incident.whys.root, incident.timeline.root
    if whys and how % 3 == 0:
        return _change("why", remove(incident, "whys", whys[which % len(whys)].id))
    if whys and how % 3 == 1:
        evidence = [entries[how % len(entries)].id] if entries else []
        values = {"text": f"because {how}", "evidence": evidence}
        return _change("why", edit(incident, "whys", whys[which % len(whys)].id, values))
    parent = whys[which % len(whys)].id if whys else None
    return _change("why", create("whys", new_record_id(now), {"text": f"why {how}", "parent": parent}))


def _move(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    whys = incident.whys.root
    above = whys[how % len(whys)] if whys and how % 4 else None
    return move(incident, whys[which % len(whys)], above) if whys else None


def _action(incident: Incident, which: int, how: int, now: datetime) -> Change | None:
    actions, record = incident.actions.root, new_record_id(now)
    if actions and how % 4 == 0:
        return _change("action", remove(incident, "actions", actions[which % len(actions)].id))
    if actions and how % 4 == 1:
        values = {"owner": f"owner {how}", "status": ("open", "done")[how % 2]}
        return _change("action", edit(incident, "actions", actions[which % len(actions)].id, values))
    number = incident.actions.next_number()
    made = create("actions", record, {"number": number, "text": f"do {how}", "created_at": stored(now)})
    linked = edit(incident, "recurrence", "tests", {"action": record, "note": f"{how}"}) if which % 2 else None
    return _change("action", made, linked)


ACTS: dict[str, Callable[[Incident, int, int, datetime], Change | None]] = {
    "stamp": _stamp,
    "correct": _correct,
    "delete": _delete,
    "summary": _summary,
    "cost": _cost,
    "factor": _factor,
    "why": _why,
    "move": _move,
    "action": _action,
}
acts = st.lists(
    st.tuples(st.sampled_from([*ACTS, "undo", "redo"]), st.integers(0, 6), st.integers(0, 40)), max_size=8
)  # fmt: skip
