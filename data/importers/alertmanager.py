"""Alertmanager: what its webhook (version 4) posts, and what its API (version 2) answers."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import at, records, words
from model.evidence import Candidate, Kind
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "alertmanager"


def fits(evidence: Evidence) -> bool:
    """Whether it holds such alerts."""
    return any("labels" in record and "startsAt" in record for record in _alerts(evidence))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """When each alert began, and when it ended, if it has."""
    for alert in _alerts(evidence):
        started = instant(alert.get("startsAt"))
        if started is None or "labels" not in alert:
            continue
        text, id = _text(alert), f"{_id(alert)} {started.isoformat()}"
        who = words(alert, "labels", "service") or words(alert, "labels", "job")
        first = Milestone.FIRST_ALERT
        yield Candidate(started, text, NAME, f"{id} firing", author=who, milestone=first, kind=Kind.ALERT)
        ended = _ended(alert, setting.now)
        if ended is not None and ended >= started:
            yield Candidate(
                ended, f"resolved: {text}", NAME, f"{id} resolved", author=who, milestone=Milestone.RESOLVED
            )


def _alerts(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    found = evidence.json
    yield from records(at(found, "alerts") if isinstance(found, Mapping) else found)


def _ended(alert: Mapping[str, Any], now: datetime) -> datetime | None:
    """When it ended. The API gives an alert that goes on an end in the future, the webhook one in the year 1."""
    ended, status = instant(alert.get("endsAt")), alert.get("status")
    if isinstance(status, str):
        return ended if status == "resolved" else None
    seen = instant(alert.get("updatedAt")) or now
    return ended if ended is not None and ended <= min(seen, now) else None


def _text(alert: Mapping[str, Any]) -> str:
    name = words(alert, "labels", "alertname")
    said = words(alert, "annotations", "summary") or words(alert, "annotations", "description")
    return f"{name}: {said}" if name and said else name or said


def _id(alert: Mapping[str, Any]) -> str:
    labels = alert.get("labels")
    spelled = sorted(f"{key}={value}" for key, value in labels.items()) if isinstance(labels, Mapping) else []
    return words(alert, "fingerprint") or ",".join(spelled)
