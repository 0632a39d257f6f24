"""Incidents for the tests, made in one line each."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from model.ids import new_record_id
from model.incident import Incident

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""A Monday."""


def at(text: str) -> datetime:
    """The instant written as `2026-11-23T12:00Z`, or only `12:00` on that day."""
    return datetime.fromisoformat(text if "T" in text else f"2026-11-23T{text}Z").astimezone(UTC)


def record_id(number: int) -> str:
    """The id of the record with that number; they sort like the numbers."""
    return new_record_id(datetime.fromtimestamp(number, UTC), lambda _: 0)


def entry(number: int, when: str | datetime, text: str = "", **values: Any) -> dict[str, Any]:
    """An entry as it stands in the file."""
    moment = when if isinstance(when, datetime) else at(when)
    return {"id": record_id(number), "at": moment, "recorded_at": moment, "text": text, **values}


def incident(
    *,
    started: str | datetime = "12:00",
    ended: str | datetime | None = None,
    entries: list[dict[str, Any]] | None = None,
    cost: Mapping[str, Any] | None = None,
    whys: list[dict[str, Any]] | None = None,
    factors: list[dict[str, Any]] | None = None,
    went_well: list[str] | None = None,
    actions: list[dict[str, Any]] | None = None,
    recurrence: list[dict[str, Any]] | None = None,
    **summary: Any,
) -> Incident:
    """An incident with those records."""
    start = started if isinstance(started, datetime) else at(started)
    end = at(ended) if isinstance(ended, str) else ended
    about = {"id": "summary", "title": "Checkout is slow", "started_at": start, "ended_at": end, **summary}
    tables: dict[str, list[Mapping[str, Any]]] = {
        "summary": [about],
        "timeline": list(entries or []),
        "whys": list(whys or []),
        "factors": list(factors or []),
        "went_well": [{"id": record_id(n), "text": text} for n, text in enumerate(went_well or [])],
        "actions": list(actions or []),
        "recurrence": list(recurrence or []),
        "cost": [{"id": "cost", **(cost or {})}],
    }
    return Incident.of("INC-20261123-K7QF", "2026-11-23T12:00:00Z", tables)
