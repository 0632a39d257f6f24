"""Ids that need no server: the incident's, to be said on a call, and a record's, sortable by time."""

import re
import secrets
from collections.abc import Callable
from datetime import datetime

__all__ = ["INCIDENT_ID", "new_incident_id", "new_record_id"]

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
INCIDENT_ID = re.compile(rf"INC-\d{{8}}-[{CROCKFORD}]{{4}}")
"""What an incident's id looks like: `INC-YYYYMMDD-XXXX`."""

_TIME_DIGITS = 10
_RANDOM_DIGITS = 6


def new_incident_id(started_at: datetime, randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new `INC-YYYYMMDD-XXXX` for the day (in the zone of `started_at`) on which the incident started."""
    tail = "".join(CROCKFORD[randbelow(32)] for _ in range(4))
    return f"INC-{started_at:%Y%m%d}-{tail}"


def new_record_id(now: datetime, randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A new id of a record: 10 digits of milliseconds and 6 random ones, so that ids sort by their age."""
    number = (int(now.timestamp() * 1000) << (5 * _RANDOM_DIGITS)) | randbelow(32**_RANDOM_DIGITS)
    digits = _TIME_DIGITS + _RANDOM_DIGITS
    return "".join(CROCKFORD[(number >> (5 * place)) & 31] for place in reversed(range(digits)))
