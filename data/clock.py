"""The time and the zone of this laptop."""

import os
from collections.abc import Callable
from datetime import UTC, datetime

__all__ = ["Clock", "laptop_zone", "system_clock"]

_SAME_AS_UTC = {"Etc/UTC", "Etc/Universal", "Etc/Zulu", "Universal", "Zulu"}

Clock = Callable[[], datetime]
"""Tells the time as an aware UTC instant."""


def system_clock() -> datetime:
    """Now, in UTC. `BRIDGELOG_NOW` (ISO 8601) stops the clock, for tests and pictures."""
    frozen = os.environ.get("BRIDGELOG_NOW")
    return datetime.fromisoformat(frozen).astimezone(UTC) if frozen else datetime.now(UTC)


def laptop_zone() -> str:
    """The name of the laptop's zone, or UTC where it cannot be told."""
    from tzlocal import get_localzone_name

    from model.instant import zone_of

    try:
        name = get_localzone_name()
        zone_of(name)
    except (LookupError, OSError, ValueError):
        return "UTC"
    return "UTC" if name in _SAME_AS_UTC else name
