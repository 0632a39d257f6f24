"""Real public incidents to try the program with; `incidents.json` holds their facts and sources."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data.language import _
from data.trouble import NotFound
from model.actions import Priority
from model.deadlines import WorkingCalendar, latest_deadline
from model.factors import FACTOR_LABELS
from model.ids import CROCKFORD, new_record_id
from model.incident import Incident
from model.instant import in_zone, stored, to_instant
from model.message import Message
from model.timeline import Milestone

__all__ = ["FACTOR_NAMES", "demo_facts", "demo_incident", "demo_names"]

_FACTS = Path(__file__).with_name("incidents.json")
FACTOR_NAMES = {
    "Missing/inadequate monitoring": "monitoring",
    "Insufficient testing": "testing",
    "Documentation gaps": "documentation",
    "Process not followed": "process",
    "Knowledge concentration (bus factor)": "knowledge_concentration",
    "Capacity/scaling limits": "capacity",
    "Third-party dependency": "third_party",
    "Communication breakdown": "communication",
    "Change management failure": "change_management",
    "Technical debt": "technical_debt",
}


def demo_names() -> dict[str, str]:
    """The names of the incidents, each with its title."""
    return {facts["id"]: f"{facts['organisation']}: {facts['title']}" for facts in demo_facts()}


def demo_incident(part: str) -> Incident:
    """The incident whose name holds that part; the first for an empty one.

    Raises `NotFound` where there is none.
    """
    for facts in demo_facts():
        if part.casefold() in facts["id"]:
            return _incident(facts)
    raise NotFound(Message("no demo is called “{name}”: see bridgelog demo --list", name=part[:40]))


def demo_facts() -> list[dict[str, Any]]:
    """The facts of all demos."""
    facts: list[dict[str, Any]] = json.loads(_FACTS.read_text("utf-8"))["incidents"]
    return facts


def _incident(facts: dict[str, Any]) -> Incident:
    zone = facts["published_zone"]["iana"]
    start, end = _instant(facts["started_at"]), _instant(facts["resolved_at"])
    category = max(FACTOR_LABELS, key=dict(_scores(facts)).__getitem__)
    whys = [{"id": _id(start, n), "text": text} for n, text in enumerate(facts["whys"])]
    for before, why in pairwise(whys):
        why["parent"] = before["id"]
    whys[-1]["category"] = category
    summary = {
        "title": facts["title"],
        "kind": "outage",
        "severity": facts["severity"],
        "started_at": facts["started_at"],
        "ended_at": facts["resolved_at"],
        "zone": zone,
        "service": facts["organisation"],
        "detected_by": facts["detected_by"].replace(" ", "-"),
        "users_affected": facts["users_affected"],
        "industry": facts["industry"].lower(),
    }
    tables: dict[str, list[dict[str, Any]]] = {
        "summary": [summary],
        "timeline": list(_entries(facts, zone)),
        "whys": whys,
        "factors": [{"id": name, "score": score} for name, score in _scores(facts)],
        "went_well": [{"id": _id(end, n), "text": text} for n, text in enumerate(facts["went_well"])],
        "actions": list(_actions(facts, end)),
    }
    return Incident.of(_incident_id(facts, in_zone(start, zone)), stored(start), tables)


def _entries(facts: dict[str, Any], zone: str) -> Iterator[dict[str, Any]]:
    source = urlsplit(facts["source"]).netloc
    for number, entry in enumerate(facts["timeline"]):
        at = _instant(entry["at"])
        milestone = (entry["milestone"] or "").replace("_", "-")
        about = "" if entry["precision"] == "minute" else _(" (about this time)")
        yield {
            "id": _id(at, number),
            "at": stored(at),
            "recorded_at": stored(at),
            "zone": zone,
            "text": entry["text"] + about,
            "milestone": milestone if milestone in set(Milestone) else None,
            "source": source,
        }


def _scores(facts: dict[str, Any]) -> Iterator[tuple[str, int]]:
    for name, score in facts["factors"].items():
        yield FACTOR_NAMES[name], score


def _actions(facts: dict[str, Any], agreed: datetime) -> Iterator[dict[str, Any]]:
    for number, action in enumerate(facts["actions"], 1):
        deadline = latest_deadline(Priority(action["priority"]), agreed, WorkingCalendar())
        yield {
            "id": _id(agreed, number),
            "number": number,
            "text": action["text"],
            "priority": action["priority"],
            "deadline": deadline.isoformat(),
            "created_at": stored(agreed),
        }


def _instant(text: str) -> datetime:
    return to_instant(datetime.fromisoformat(text))


def _id(at: datetime, number: int) -> str:
    """An id that is the same each time, and keeps the order."""
    return new_record_id(at + timedelta(milliseconds=number), lambda _: number)


def _incident_id(facts: dict[str, Any], start: datetime) -> str:
    letters = [letter for letter in facts["organisation"].upper() if letter in CROCKFORD]
    return f"INC-{start:%Y%m%d}-{''.join(letters)[:4]:0<4}"
