"""Looking into JSON that somebody else wrote: what is not as expected is nothing, never an error."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

__all__ = ["at", "listed", "number", "records", "words"]


def at(value: Any, *names: str) -> Any:
    """What lies under those names, one in the other; nothing where it is not there."""
    for name in names:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def words(value: Any, *names: str) -> str:
    """The text or the number under those names, as text; empty where there is none."""
    found = at(value, *names)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return str(found)


def number(value: Any, *names: str) -> float | None:
    """The number under those names, as such or spelled out; nothing where it is none."""
    found = at(value, *names)
    if isinstance(found, bool):
        return None
    try:
        read = float(found) if isinstance(found, int | float | str) else None
    except (ValueError, OverflowError):
        return None
    return read if read is not None and isfinite(read) else None


def records(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in a list, or the object itself."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            yield item


def listed(value: Any, *names: str) -> Iterator[Mapping[str, Any]]:
    """The objects of an answer: those under the first of the names that is there, of each page, or the bare ones."""
    for record in records(value):
        inner = next((record[name] for name in names if isinstance(record.get(name), list | Mapping)), None)
        yield from [record] if inner is None else records(inner)
