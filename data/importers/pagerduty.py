"""PagerDuty: log entries, notes, incidents and their analytics, as its API answers them, and what its webhooks post."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from data.importers.evidence import Evidence, Setting, instant
from data.importers.records import listed, number, records, words
from model.evidence import Candidate, Kind
from model.instant import zone_of
from model.message import Refused
from model.timeline import Milestone

__all__ = ["NAME", "fits", "read"]

NAME = "pagerduty"
_MILESTONES = {
    "trigger": Milestone.FIRST_ALERT,
    "acknowledge": Milestone.TEAM_NOTIFIED,
    "resolve": Milestone.RESOLVED,
}
_POSTED = {"triggered": "trigger", "acknowledged": "acknowledge", "resolved": "resolve", "annotated": "annotate"}
_MINOR = ("notify", "assign", "escalate", "delegate", "repeat_escalation", "exhaust_escalation", "reach_", "urgency")
_LISTS = ("log_entries", "log_entry", "incidents", "incident", "notes", "messages", "event")
_NOTES = (("note",), ("channel", "note"), ("channel", "summary"), ("channel", "content"))
_ABOUT = (
    *(("event_details", "description"), ("channel", "description"), ("channel", "summary"), ("channel", "subject")),
    *(("channel", "details", "description"), ("incident", "summary")),
)
_ANALYTICS = ("seconds_to_first_ack", "seconds_to_resolve")


def fits(evidence: Evidence) -> bool:
    """Whether it is one of those answers."""
    return any(
        _is_log_entry(record) or _is_incident(record) or _is_note(record) or _is_posted(record) or _is_analysed(record)
        for record in _all(evidence.json)
    )


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Triggered, acknowledged, resolved and noted; notifications, assignments and escalations are minor."""
    zone = words(evidence.json, "time_zone")
    for record in _all(evidence.json):
        if _is_log_entry(record):
            yield from _logged(record)
        elif _is_analysed(record):
            yield from _analysed(record, zone)
        elif _is_incident(record):
            yield from _happened(record)
        elif _is_note(record):
            yield from _noted(record)
        elif _is_posted(record):
            yield from _posted(record)


def _all(found: Any) -> Iterator[Mapping[str, Any]]:
    """The records of an answer, and those that a webhook wraps once more."""
    for record in listed(found, *_LISTS, "data"):
        if isinstance(record.get("log_entries"), list) and not _is_incident(record):
            yield from records(record["log_entries"])
        else:
            yield record


def _is_log_entry(record: Mapping[str, Any]) -> bool:
    return "_log_entry" in words(record, "type") and "created_at" in record


def _is_incident(record: Mapping[str, Any]) -> bool:
    return words(record, "type") == "incident" or ("incident_number" in record and "created_at" in record)


def _is_note(record: Mapping[str, Any]) -> bool:
    return "content" in record and "created_at" in record and "user" in record


def _is_posted(record: Mapping[str, Any]) -> bool:
    return words(record, "event_type").startswith("incident.") and "occurred_at" in record


def _is_analysed(record: Mapping[str, Any]) -> bool:
    return "created_at" in record and any(name in record for name in _ANALYTICS)


def _logged(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment = instant(record.get("created_at"))
    kind = words(record, "type").partition("_log_entry")[0]
    if moment is None:
        return
    yield Candidate(
        moment,
        _said(record, kind),
        NAME,
        words(record, "id") or f"{kind} {moment.isoformat()}",
        author=words(record, "agent", "summary") or words(record, "user", "summary"),
        milestone=_MILESTONES.get(kind),
        kind=Kind.ALERT if kind == "trigger" else Kind.MESSAGE,
        minor=kind.startswith(_MINOR),
    )


def _said(record: Mapping[str, Any], kind: str) -> str:
    """The summary; of a note the note, and of a trigger also what it was about."""
    said = words(record, "summary") or kind.replace("_", " ")
    if kind == "annotate":
        return _first(record, _NOTES) or said
    if kind == "status_update":
        return words(record, "message") or words(record, "channel", "message") or said
    note = words(record, "note") or words(record, "channel", "note")
    if kind == "trigger":
        note = _first(record, _ABOUT) or note
    return f"{said}: {note}" if note and note not in said else said


def _first(record: Mapping[str, Any], places: Iterable[tuple[str, ...]]) -> str:
    return next((words(record, *place) for place in places if words(record, *place)), "")


def _happened(record: Mapping[str, Any]) -> Iterator[Candidate]:
    id, title = words(record, "id"), words(record, "title") or words(record, "summary")
    created = instant(record.get("created_at"))
    if created is not None:
        yield Candidate(
            created, title, NAME, f"{id} created", milestone=Milestone.FIRST_ALERT, kind=Kind.ALERT,
            author=words(record, "service", "summary"),
        )  # fmt: skip
    for taken in records(record.get("acknowledgements") or []):
        moment = instant(taken.get("at"))
        if moment is not None:
            who = words(taken, "acknowledger", "summary")
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


def _noted(record: Mapping[str, Any]) -> Iterator[Candidate]:
    moment, said = instant(record.get("created_at")), words(record, "content")
    if moment is not None and said:
        who = words(record, "user", "summary")
        yield Candidate(moment, said, NAME, words(record, "id") or f"note {moment.isoformat()}", author=who)


def _posted(record: Mapping[str, Any]) -> Iterator[Candidate]:
    """An event that a webhook posted (version 3)."""
    moment, event = instant(record.get("occurred_at")), words(record, "event_type").partition(".")[2]
    if moment is None:
        return
    kind = _POSTED.get(event, event)
    title = words(record, "data", "title") or words(record, "data", "summary") or words(record, "data", "content")
    yield Candidate(
        moment,
        f"{event.replace('_', ' ')}: {title}" if title else event.replace("_", " "),
        NAME,
        words(record, "id") or f"{event} {moment.isoformat()}",
        author=words(record, "agent", "summary"),
        milestone=_MILESTONES.get(kind),
        kind=Kind.ALERT if kind == "trigger" else Kind.MESSAGE,
        minor=kind.startswith(("delegat", "escalat", "reassign", "priority", "responder")),
    )


def _analysed(record: Mapping[str, Any], zone: str) -> Iterator[Candidate]:
    id = words(record, "id") or words(record, "incident_number")
    title, created = words(record, "description") or words(record, "title"), _in(record.get("created_at"), zone)
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


def _in(value: object, zone: str) -> datetime | None:
    """The instant; without an offset the answer's own zone counts, which is UTC unless another was asked for."""
    found = instant(value)
    if found is not None or not isinstance(value, str):
        return found
    try:
        naive = datetime.fromisoformat(value)
        return instant(naive.replace(tzinfo=zone_of(zone or "UTC")).isoformat())
    except (ValueError, Refused):
        return None
