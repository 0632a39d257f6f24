"""Opsgenie: the log of an alert, and alerts with their report, as its API answers them."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import at, number, records, words
from model.evidence import Candidate, Kind
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "opsgenie"
_BEGINNINGS = (
    ("alert created", Milestone.FIRST_ALERT),
    ("alert acknowledged", Milestone.TEAM_NOTIFIED),
    ("alert closed", Milestone.RESOLVED),
)
_MINOR = ("notification", "email", "sms", "voice", "mobile", "alert viewed", "alert notified", "escalat", "rotation")


def fits(evidence: Evidence) -> bool:
    """Whether it is one of those answers."""
    return any(_is_log(record) or _is_alert(record) for record in _data(evidence))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Created, acknowledged, closed and noted; notifications are minor."""
    for record in _data(evidence):
        if _is_log(record):
            yield from _logged(record)
        elif _is_alert(record):
            yield from _alert(record)


def _data(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    found = evidence.json
    yield from records(at(found, "data") if isinstance(found, Mapping) else found)


def _is_log(record: Mapping[str, Any]) -> bool:
    return "log" in record and "createdAt" in record


def _is_alert(record: Mapping[str, Any]) -> bool:
    return "tinyId" in record and "createdAt" in record


def _logged(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment, said = instant(record.get("createdAt")), words(record, "log")
    if moment is None or not said:
        return
    small = said.lower()
    milestone = next((found for beginning, found in _BEGINNINGS if small.startswith(beginning)), None)
    yield Candidate(
        moment,
        said,
        NAME,
        words(record, "offset") or f"{moment.isoformat()} {said[:80]}",
        author=words(record, "owner"),
        milestone=milestone,
        kind=Kind.ALERT if milestone is Milestone.FIRST_ALERT else Kind.MESSAGE,
        minor=milestone is None and small.startswith(_MINOR),
    )


def _alert(record: Mapping[str, Any]) -> Iterator[Candidate]:
    created, title = instant(record.get("createdAt")), words(record, "message")
    id = words(record, "id") or words(record, "tinyId")
    if created is None:
        return
    yield Candidate(
        created, title, NAME, f"{id} created", author=words(record, "source"), milestone=Milestone.FIRST_ALERT,
        kind=Kind.ALERT,
    )  # fmt: skip
    report = record.get("report")
    for name, by, said, milestone in (
        ("ackTime", "acknowledgedBy", "acknowledged", Milestone.TEAM_NOTIFIED),
        ("closeTime", "closedBy", "closed", Milestone.RESOLVED),
    ):
        moment = _later(created, number(report, name))
        if moment is not None:
            yield Candidate(
                moment, f"{said}: {title}", NAME, f"{id} {said}", author=words(report, by), milestone=milestone
            )


def _later(created: datetime, milliseconds: float | None) -> datetime | None:
    """That long after the alert was created, to the second."""
    if milliseconds is None or not 0 <= milliseconds < 1e12:
        return None
    return (created + timedelta(milliseconds=milliseconds)).replace(microsecond=0)
