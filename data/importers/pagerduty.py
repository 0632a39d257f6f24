"""PagerDuty: log entries, incidents, and the analytics of incidents, as its REST API answers them."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import at, number, records, words
from model.evidence import Candidate, Kind
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "pagerduty"
_MILESTONES = {
    "trigger": Milestone.FIRST_ALERT,
    "acknowledge": Milestone.TEAM_NOTIFIED,
    "resolve": Milestone.RESOLVED,
}
_SHOWN = {*_MILESTONES, "annotate"}
_ANALYTICS = ("seconds_to_first_ack", "seconds_to_resolve")


def fits(evidence: Evidence) -> bool:
    """Whether it is one of those answers."""
    found = evidence.json
    if isinstance(found, list):
        return any(_is_log_entry(record) or _is_incident(record) for record in records(found))
    return (
        any(_is_log_entry(record) for record in records(_log_entries(found)))
        or any(_is_incident(record) for record in records(_incidents(found)))
        or any(_is_analysed(record) for record in records(at(found, "data")))
    )


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Triggered, acknowledged, resolved and noted; notifications and assignments are minor."""
    found = evidence.json
    listed = found if isinstance(found, list) else None
    for record in records(listed or _log_entries(found)):
        if _is_log_entry(record):
            yield from _logged(record)
    for record in records(listed or _incidents(found)):
        if _is_incident(record):
            yield from _happened(record)
    for record in records(at(found, "data")):
        if _is_analysed(record):
            yield from _analysed(record)


def _log_entries(found: Any) -> Any:
    return at(found, "log_entries") or at(found, "log_entry")


def _incidents(found: Any) -> Any:
    return at(found, "incidents") or at(found, "incident")


def _is_log_entry(record: Mapping[str, Any]) -> bool:
    return "_log_entry" in words(record, "type") and "created_at" in record


def _is_incident(record: Mapping[str, Any]) -> bool:
    return words(record, "type") == "incident" or ("incident_number" in record and "created_at" in record)


def _is_analysed(record: Mapping[str, Any]) -> bool:
    return "created_at" in record and any(name in record for name in _ANALYTICS)


def _logged(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment = instant(record.get("created_at"))
    kind = words(record, "type").partition("_log_entry")[0]
    if moment is None:
        return
    note = words(record, "note") or words(record, "channel", "note") or words(record, "channel", "summary")
    about = words(record, "event_details", "description") or words(record, "incident", "summary")
    said = note if kind == "annotate" and note else words(record, "summary") or kind
    yield Candidate(
        moment,
        f"{said}: {about}" if kind == "trigger" and about else said,
        NAME,
        words(record, "id") or f"{kind} {moment.isoformat()}",
        author=words(record, "agent", "summary"),
        milestone=_MILESTONES.get(kind),
        kind=Kind.ALERT if kind == "trigger" else Kind.MESSAGE,
        minor=kind not in _SHOWN,
    )


def _happened(record: Mapping[str, Any]) -> Iterator[Candidate]:
    id, title = words(record, "id"), words(record, "title") or words(record, "summary")
    created = instant(record.get("created_at"))
    if created is not None:
        yield Candidate(
            created, title, NAME, f"{id} created", milestone=Milestone.FIRST_ALERT, kind=Kind.ALERT,
            author=words(record, "service", "summary"),
        )  # fmt: skip
    for record_of in records(record.get("acknowledgements") or []):
        moment = instant(record_of.get("at"))
        if moment is not None:
            who = words(record_of, "acknowledger", "summary")
            yield Candidate(
                moment, f"acknowledged: {title}", NAME, f"{id} acknowledged {moment.isoformat()}", author=who,
                milestone=Milestone.TEAM_NOTIFIED,
            )  # fmt: skip
    resolved = instant(record.get("resolved_at"))
    if resolved is None and words(record, "status") == "resolved":
        resolved = instant(record.get("last_status_change_at"))
    if resolved is not None:
        yield Candidate(
            resolved, f"resolved: {title}", NAME, f"{id} resolved", milestone=Milestone.RESOLVED,
            author=words(record, "last_status_change_by", "summary"),
        )  # fmt: skip


def _analysed(record: Mapping[str, Any]) -> Iterator[Candidate]:
    id = words(record, "id") or words(record, "incident_number")
    title, created = words(record, "description") or words(record, "title"), instant(record.get("created_at"))
    if created is None:
        return
    who = words(record, "service_name")
    yield Candidate(created, title, NAME, f"{id} created", author=who, milestone=Milestone.FIRST_ALERT, kind=Kind.ALERT)
    for name, said, milestone in (
        ("seconds_to_first_ack", "acknowledged", Milestone.TEAM_NOTIFIED),
        ("seconds_to_resolve", "resolved", Milestone.RESOLVED),
    ):
        seconds = number(record, name)
        if seconds is not None and 0 <= seconds < 1e9:
            moment = created + timedelta(seconds=int(seconds))
            yield Candidate(moment, f"{said}: {title}", NAME, f"{id} {said}", author=who, milestone=milestone)
