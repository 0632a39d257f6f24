"""Who does what on the bridge: each hand-over is an entry of the timeline, and who has a role follows from them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from model.change import Change
from model.incident import Incident
from model.message import Message, Refused
from model.stamping import NewEntry, stamp
from model.text import clean, one_line
from model.timeline import ROLE_LABELS, Entry, Role

__all__ = ["SEVERAL", "Held", "commander", "hand_over", "held", "holders", "lay_down", "usual_time"]

SEVERAL = frozenset({Role.SUBJECT_EXPERT})
"""The roles that several people have at once."""
NAME_LIMIT = 80
_TIME_LIKE = re.compile(r"[+-]\d")
"""What begins like a time that was meant, such as `+5m`."""
Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Held:
    """A time in which somebody had a role."""

    role: Role
    person: str
    since: datetime
    until: datetime | None = None
    """When it was handed over or laid down; nothing where it never was."""


def held(incident: Incident) -> list[Held]:
    """Every time in which somebody had a role, in the order in which they began."""
    found: list[Held] = []
    for entry in incident.timeline.roles:
        _heed(entry, found)
    return [one for one in found if one.until is None or one.until > one.since]


def _heed(entry: Entry, found: list[Held]) -> None:
    """Let the entry end what it ends, and begin what it begins."""
    role, person = entry.role, entry.person
    leaves = entry.laid_down or not person
    if role is None or (not leaves and any(_is(one, role, person) for one in found)):
        return
    everybody = not person if leaves else role not in SEVERAL
    for place, one in enumerate(found):
        if _is(one, role, None if everybody else person):
            found[place] = replace(one, until=entry.at)
    if not leaves:
        found.append(Held(role, person, entry.at))


def _is(one: Held, role: Role, person: str | None) -> bool:
    """Whether that person, or anybody at all, has the role so far."""
    return one.role is role and one.until is None and (person is None or _same(one.person, person))


def _same(one: str, other: str) -> bool:
    return one_line(one).casefold() == one_line(other).casefold()


def holders(incident: Incident, at: datetime | None = None) -> Mapping[Role, list[Held]]:
    """Who has each role at that moment, or last of all."""
    every = held(incident)
    return {role: [one for one in every if one.role is role and _lasts(one, at)] for role in Role}


def _lasts(one: Held, at: datetime | None) -> bool:
    if at is None:
        return one.until is None
    return one.since <= at and (one.until is None or at < one.until)


def commander(incident: Incident) -> Held | None:
    """Who leads, or led last, if anybody does."""
    return next(iter(holders(incident)[Role.INCIDENT_COMMANDER]), None)


def usual_time(incident: Incident, role: Role, now: datetime) -> datetime:
    """When a hand-over is meant to be for which no time is given: now, or once it is over from the start on.

    Raises `Refused` where it is over and somebody had the role before: then a time is needed.
    """
    if incident.summary.live:
        return now
    if any(one.role is role for one in held(incident)):
        raise Refused(Message("the incident is over: a time is needed with it, such as 10:42"))
    return incident.summary.started_at


def hand_over(incident: Incident, role: Role, person: str, new: NewEntry, now: datetime, say: Say) -> Change:
    """The change that gives the role to a person at the time of the entry `new`, which `say` words.

    Raises `Refused` where that is no name, or the person has the role then.
    """
    person = _name(person)
    before = holders(incident, new.at)[role]
    if any(_same(one.person, person) for one in before):
        raise Refused(Message("{person} has that role already", person=person))
    text = Message("{role}: {person}", role=Message(ROLE_LABELS[role]), person=person)
    if before and role not in SEVERAL:
        text = Message("{role}: {person} takes over from {before}", **text.values, before=before[-1].person)
    return _filed(incident, replace(new, role=role, person=person), text, now, say)


def lay_down(incident: Incident, role: Role, person: str, new: NewEntry, now: datetime, say: Say) -> Change:
    """The change with which that person has the role no longer from the time of `new` on, or, unnamed, nobody has.

    Raises `Refused` where that person, or anybody, has not got it then.
    """
    leaving = [one for one in holders(incident, new.at)[role] if not person or _same(one.person, person)]
    label = Message(ROLE_LABELS[role])
    if not leaving:
        raise Refused(Message("nobody has that role then: {role}", role=label))
    if len(leaving) == 1:
        person = leaving[0].person
        text = Message("{role}: {person} lays the role down", role=label, person=person)
    else:
        text = Message("{role}: nobody from now on", role=label)
    return _filed(incident, replace(new, role=role, person=person, laid_down=True), text, now, say)


def _filed(incident: Incident, new: NewEntry, text: Message, now: datetime, say: Say) -> Change:
    return Change(text, stamp(incident, replace(new, text=say(text)), now).steps)


def _name(typed: str) -> str:
    """The name on one line. Raises `Refused` where it is none, or too long."""
    name = one_line(clean(typed))
    if not any(letter.isalpha() for letter in name):
        raise Refused(Message("a name is needed"))
    if _TIME_LIKE.match(name):
        raise Refused(Message("a name does not begin like that: a time in front is written 10:42 or -5m"))
    if len(name) > NAME_LIMIT:
        raise Refused(Message("{length} characters, and {limit} fit: shorten it", length=len(name), limit=NAME_LIMIT))
    return name
