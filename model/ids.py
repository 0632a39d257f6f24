"""Ids that need no server: the incident's, to be said on a call, and a record's, sortable by time,
which names the run of the program that made it."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

__all__ = [
    "INCIDENT_ID",
    "imported_id",
    "moment_of",
    "new_incident_id",
    "new_record_id",
    "past_incident_id",
    "run_of",
    "this_run",
]

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
INCIDENT_ID = re.compile(rf"INC-\d{{8}}-[{CROCKFORD}]{{4}}")
"""What an incident's id looks like: `INC-YYYYMMDD-XXXX`."""

_TIME_DIGITS = 10
_RANDOM_DIGITS = 6
_RUN_DIGITS = 3
_OWN_DIGITS = _RANDOM_DIGITS - _RUN_DIGITS


def new_incident_id(started_at: datetime, randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new `INC-YYYYMMDD-XXXX` for the day (in the zone of `started_at`) on which the incident started."""
    tail = "".join(CROCKFORD[randbelow(32)] for _ in range(4))
    return f"INC-{started_at:%Y%m%d}-{tail}"


def past_incident_id(started_at: datetime, key: str) -> str:
    """The id of an incident that was imported: the same whenever the same one comes in."""
    digits = iter(sha256(key.encode("utf-8", "surrogatepass")).digest())
    return new_incident_id(started_at, lambda below: next(digits) % below)


_run = 0
_latest = 0
"""The number of the latest id made here, so that those of one millisecond keep their order."""


def new_record_id(now: datetime, randbelow: Callable[[int], int] | None = None) -> str:
    """A new id of a record: 10 digits of milliseconds, 3 of this run of the program, and 3 more; ids sort by their age.

    Those made here within one millisecond count up. `randbelow` gives the last 6 digits instead.
    """
    global _latest  # noqa: PLW0603  # the order of one process
    moment = int(now.timestamp() * 1000) << (5 * _RANDOM_DIGITS)
    if randbelow is not None:
        return _spelled(moment | randbelow(32**_RANDOM_DIGITS))
    same = _latest >> (5 * _RANDOM_DIGITS) == moment >> (5 * _RANDOM_DIGITS)
    _latest = _latest + 1 if same else moment | _run_number() << (5 * _OWN_DIGITS) | secrets.randbelow(32**_OWN_DIGITS)
    return _spelled(_latest)


def imported_id(at: datetime, source: str, origin: str) -> str:
    """The id of a record that was imported: the same wherever and whenever the same thing comes in."""
    digest = sha256(f"{source}\n{origin}".encode()).digest()
    tail = int.from_bytes(digest, "big") % 32**_RANDOM_DIGITS
    return _spelled(int(at.timestamp() * 1000) << (5 * _RANDOM_DIGITS) | tail)


def run_of(record: str) -> str:
    """The digits that the ids of one run of the program have in common."""
    return record[_TIME_DIGITS : _TIME_DIGITS + _RUN_DIGITS]


def moment_of(record: str) -> str:
    """The digits that tell when an id was made; they sort by that."""
    return record[:_TIME_DIGITS]


def this_run() -> str:
    """The digits of this run of the program: chosen at random, once."""
    return _spelled(_run_number())[-_RUN_DIGITS:]


def _run_number() -> int:
    """Chosen at the first need, so that a process that was forked before has its own."""
    global _run  # noqa: PLW0603  # the same for the whole process
    _run = _run or 1 + secrets.randbelow(32**_RUN_DIGITS - 1)
    return _run


def _spelled(number: int) -> str:
    digits = _TIME_DIGITS + _RANDOM_DIGITS
    return "".join(CROCKFORD[(number >> (5 * place)) & 31] for place in reversed(range(digits)))
