"""Alertmanager: what its webhook (version 4) posts, and what its API (version 2) answers, in groups or not."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import at, listed, words
from model.evidence import Candidate, Kind
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "alertmanager"
_OF_A_MACHINE = frozenset({"alertname", "severity", "instance", "job", "prometheus", "receiver"})


def fits(evidence: Evidence) -> bool:
    """Whether it holds such alerts."""
    return any(_is_alert(record) for record in listed(evidence.json, "alerts"))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """When each alert began, and when it ended, if it has."""
    for alert in listed(evidence.json, "alerts"):
        started = instant(alert.get("startsAt"))
        if started is None or not _is_alert(alert):
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


def _is_alert(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("labels"), Mapping) and "startsAt" in record


def _ended(alert: Mapping[str, Any], now: datetime) -> datetime | None:
    """When it ended. The API gives an alert that goes on an end in the future, the webhook one in the year 1."""
    ended, status = instant(alert.get("endsAt")), alert.get("status")
    if isinstance(status, str):
        return ended if status.lower() == "resolved" else None
    if at(status, "state") == "suppressed":
        return None
    seen = instant(alert.get("updatedAt")) or now
    return ended if ended is not None and ended <= min(seen, now) else None


def _text(alert: Mapping[str, Any]) -> str:
    name = words(alert, "labels", "alertname")
    annotations = ("summary", "description", "message", "title")
    said = next((words(alert, "annotations", name) for name in annotations if words(alert, "annotations", name)), "")
    if not said:
        labels = alert["labels"]
        told = sorted((str(key), words(labels, key)) for key in labels if str(key) not in _OF_A_MACHINE)
        said = ", ".join(f"{key}={value}" for key, value in told)
    return f"{name}: {said}" if name and said else name or said or "alert"


def _id(alert: Mapping[str, Any]) -> str:
    labels = alert["labels"]
    spelled = sorted(f"{key}={value}" for key, value in labels.items())
    return words(alert, "fingerprint") or ",".join(spelled)
