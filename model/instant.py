"""Moments and zones: aware UTC instants, kept to the second."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from model.message import Message, Refused

__all__ = ["Instant", "Zone", "between", "in_zone", "stored", "to_instant", "zone_of"]

LENGTH_STORED = len("2026-11-23T10:42:00Z")


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """The zone of that name in the tz database.

    Raises `Refused` where there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = Message(
            "no zone is called “{name}”: take one such as Europe/Berlin, America/New_York or UTC", name=name
        )
        raise Refused(message) from None


def to_instant(moment: datetime) -> datetime:
    """The moment in UTC, to the second (the fraction is cut off).

    Raises `Refused` where it has no zone, or lies outside the years that can be kept.
    """
    if moment.tzinfo is UTC and not moment.microsecond:
        return moment
    if moment.tzinfo is None:
        raise Refused(Message("a time needs a zone: write it with Z or an offset such as +01:00"))
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise Refused(Message("a time outside the years 1 to 9999 cannot be kept")) from None


def stored(moment: datetime) -> str:
    """The instant as it stands in files: ISO 8601 in UTC with `Z`."""
    return to_instant(moment).isoformat().replace("+00:00", "Z")


def in_zone(moment: datetime, zone: str) -> datetime:
    """The moment on the wall clock of a zone; at the edge of the calendar, as it is."""
    try:
        return moment.astimezone(zone_of(zone))
    except OverflowError:
        return moment


def between(earlier: datetime | None, later: datetime | None) -> timedelta | None:
    """How long from one instant to the other; none where one is not known, or the order is reversed."""
    if earlier is None or later is None or later < earlier:
        return None
    return later - earlier


def _read(value: object) -> object:
    """The instant, where it is spelled as `stored` does it; the rest is for pydantic to read."""
    if isinstance(value, str) and len(value) == LENGTH_STORED and value[-1] == "Z":
        with suppress(ValueError):
            return datetime.fromisoformat(value)
    return value


def _known_zone(name: str) -> str:
    zone_of(name)
    return name


Instant = Annotated[
    datetime, BeforeValidator(_read), AfterValidator(to_instant), PlainSerializer(stored, when_used="json")
]
"""An aware UTC instant to the second; in JSON, ISO 8601 with `Z`."""
Zone = Annotated[str, AfterValidator(_known_zone)]
"""The name of a zone of the tz database."""
