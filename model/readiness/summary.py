"""What the summary still needs, and whether its 24 hours are over."""

from collections.abc import Iterator
from datetime import datetime

from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.rules import Rules
from model.summary import NO_TITLE, Summary

__all__ = ["findings", "missing_fields"]

_WANTED = ("detected_by", "users_affected", "revenue_lost", "sla_breached")
_LABELS = {field.name: field.label for field in Summary.FIELDS}


def missing_fields(summary: Summary) -> list[str]:
    """The labels, marked for translation, of the fields that a complete summary has and this one lacks."""
    return [_LABELS[name] for name in _missing(summary)]


def _missing(summary: Summary) -> list[str]:
    title = ["title"] if summary.title == NO_TITLE else []
    return title + [name for name in _WANTED if getattr(summary, name) is None]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """A live incident, empty fields, and the 24-hour clock."""
    summary = incident.summary
    word = summary.word
    if summary.live:
        text = Message("the incident is live: stamp “confirmed resolved”, or enter its end")
        yield Finding("summary.live", word, text, blocks=True, record=word, field="ended_at")
    if summary.started_at > now:
        text = Message("the start lies in the future")
        yield Finding("summary.future", word, text, blocks=True, record=word, field="started_at")
    missing = _missing(summary)
    for name in missing:
        text = Message("missing: {field}", field=Message(_LABELS[name]))
        yield Finding("summary.missing", word, text, blocks=True, record=word, field=name)
    if not summary.service:
        text = Message("which service? Repeats are known by it")
        yield Finding("summary.service", word, text, record=word, field="service")
    due = summary.due_at()
    if due is not None and missing:
        if now >= due:
            text = Message("the summary is overdue by {time}: it was due 24 hours after the end", time=now - due)
            yield Finding("summary.overdue", word, text, record=word, field=missing[0])
        else:
            text = Message("the summary is due in {time}", time=due - now)
            yield Finding("summary.due", word, text, record=word, field=missing[0])
