"""Opsgenie: the log and the notes of an alert, and alerts with their report, as its API answers them."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from data.importers.evidence import Evidence, Setting, moment
from data.importers.records import listed, number, records, words
from model.evidence import Candidate, Kind
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "opsgenie"
_SAID = (
    (re.compile(r"^(?:alert )?(?:is |has been |was )?(?:created|reopened)\b|\balert created\b"), Milestone.FIRST_ALERT),
    (re.compile(r"^(?:alert )?(?:is |has been |was )?acknowledged\b|\balert acknowledged\b"), Milestone.TEAM_NOTIFIED),
    (
        re.compile(r"^(?:alert )?(?:is |has been |was )?(?:auto-?)?closed\b|\balert (?:auto-?)?closed\b"),
        Milestone.RESOLVED,
    ),
)
_MINOR = re.compile(
    r"notif|\bviewed\b|\bseen\b|escalat|rotation|routed|\bassign|recipient|\b(?:e-?mail|sms|voice|mobile|push|phone|call)\b"
    r".{0,80}\b(?:sent|deliver\w*|answered|called|failed|to)\b|^sent\b"
)


def fits(evidence: Evidence) -> bool:
    """Whether it is one of those answers."""
    return any(_is_log(record) or _is_alert(record) or _is_note(record) for record in _data(evidence))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Created, acknowledged, closed and noted; notifications, assignments and escalations are minor."""
    for record in _data(evidence):
        if _is_log(record):
            yield from _logged(record, "log")
        elif _is_note(record):
            yield from _logged(record, "note")
        elif _is_alert(record):
            yield from _alert(record)


def _data(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    yield from listed(evidence.json, "data")


def _is_log(record: Mapping[str, Any]) -> bool:
    return "log" in record and "createdAt" in record


def _is_note(record: Mapping[str, Any]) -> bool:
    return "note" in record and "createdAt" in record and "owner" in record


def _is_alert(record: Mapping[str, Any]) -> bool:
    return "tinyId" in record and "createdAt" in record


def _logged(record: Mapping[str, Any], name: str) -> Iterator[Candidate]:
    at, said = moment(record.get("createdAt")), words(record, name)
    if at is None or not said:
        return
    small = said[:200].lower()
    milestone = next((found for pattern, found in _SAID if pattern.search(small)), None) if name == "log" else None
    yield Candidate(
        at,
        said,
        NAME,
        words(record, "offset") or f"{at.isoformat()} {said[:80]}",
        author=words(record, "owner"),
        milestone=milestone,
        kind=Kind.ALERT if milestone is Milestone.FIRST_ALERT else Kind.MESSAGE,
        minor=name == "log" and milestone is None and bool(_MINOR.search(small)) and "note" not in small,
    )


def _alert(record: Mapping[str, Any]) -> Iterator[Candidate]:
    created, title = moment(record.get("createdAt")), words(record, "message") or words(record, "alias")
    id = words(record, "id") or words(record, "tinyId")
    if created is None:
        return
    yield Candidate(
        created, title, NAME, f"{id} created", author=words(record, "source"), milestone=Milestone.FIRST_ALERT,
        kind=Kind.ALERT,
    )  # fmt: skip
    for report in records(record.get("report")):
        for name, by, said, milestone in (
            ("ackTime", "acknowledgedBy", "acknowledged", Milestone.TEAM_NOTIFIED),
            ("closeTime", "closedBy", "closed", Milestone.RESOLVED),
        ):
            at = _later(created, number(report, name))
            if at is not None:
                who = words(report, by)
                yield Candidate(at, f"{said}: {title}", NAME, f"{id} {said}", author=who, milestone=milestone)


def _later(created: datetime, milliseconds: float | None) -> datetime | None:
    """That long after the alert was created, to the second."""
    if milliseconds is None or not 0 <= milliseconds < 1e12:
        return None
    return (created + timedelta(milliseconds=milliseconds)).replace(microsecond=0)
