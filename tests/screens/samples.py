"""Incidents to look at: empty, typical, and overfull."""

from datetime import datetime, timedelta
from typing import Any

from model.factors import FACTOR_LABELS
from model.incident import Incident
from model.instant import stored
from model.recurrence import QUESTIONS
from tests.building import record_id
from tests.screens.program import START, ZONE

ID = "INC-20261123-K7QF"
WIDE = "データベース接続プールが枯渇した 🚒 "
LONG = "a-word-without-any-blank-that-goes-on-and-on-" * 4


def empty() -> Incident:
    """Nothing but what a new incident has."""
    return _incident({"title": "Checkout answers 5xx", "severity": "SEV-1"})


def typical() -> Incident:
    """A SEV-1 that was written up."""
    happened = (
        (0, "5xx above 5 % on checkout", "first-alert", "alert"),
        (3, "on-call paged", "team-notified", "pager"),
        (4, "only eu-west, other regions fine", None, "screen"),
        (9, "deploy 4711 suspected", "investigation-started", "screen"),
        (25, "rollback of 4711 started", None, "shell"),
        (27, "pool of the payment service is empty since 4711", "root-cause-identified", "screen"),
        (34, "rollback done, error rate falls", "fix-deployed", "shell"),
        (39, "ten minutes without an error", "resolved", "screen"),
    )
    entries = [
        _entry(number, START + timedelta(minutes=minute), text, milestone=milestone, source=source, author="mina")
        for number, (minute, text, milestone, source) in enumerate(happened)
    ]
    whys = [
        {"text": "The payment service ran out of database connections"},
        {"text": "Deploy 4711 opened a connection per request"},
        {"text": "The load test does not cover the payment path"},
        {"text": "Nobody owns the load test since the teams were split"},
        {"text": "Ownership of shared tests is not part of a reorganisation", "category": "testing"},
    ]
    for number, why in enumerate(whys):
        why["id"] = record_id(number)
        if number:
            why["parent"] = record_id(number - 1)
    whys[0]["evidence"] = [record_id(5)]  # type: ignore[assignment]
    scores = (2, 3, 1, 0, 2, 1, 0, 1, 2, 1)
    summary = {
        "title": "Checkout answers 5xx in eu-west after deploy 4711",
        "severity": "SEV-1",
        "kind": "outage",
        "ended_at": stored(START + timedelta(minutes=39)),
        "service": "checkout",
        "detected_by": "monitoring",
        "users_affected": 4200,
        "sla_breached": "yes",
    }
    return _incident(
        summary,
        timeline=entries,
        whys=whys,
        factors=[
            {"id": name, "score": score, "note": "The load test skips payment" if score == 3 else ""}
            for name, score in zip(FACTOR_LABELS, scores, strict=True)
        ],
        went_well=[
            {"id": record_id(number), "text": text}
            for number, text in enumerate(("The alert came within a minute", "Rollback was one command", "Calm bridge"))
        ],
        actions=[
            _action(1, "Bound the connection pool of payment", "omar", "2026-11-24", "P0", "done"),
            _action(2, "Cover the payment path in the load test", "mina", "2026-11-30", "P1", "open"),
            _action(3, "Name an owner for each shared test", "", "", "P2", "open"),
        ],
        recurrence=[
            {"id": "monitoring", "answer": "yes", "note": "alert on pool usage"},
            {"id": "runbook", "answer": "not-needed"},
            {"id": "tests", "action": record_id(2)},
            {"id": "architecture", "answer": "no"},
        ],
        cost=[
            {
                "id": "cost",
                "currency": "EUR",
                "revenue_lost": _euro("48250.00"),
                "sla_credits": _euro("6100.00"),
                "engineering_hours": "37.5",
                "hourly_rate": _euro("112.40"),
                "churn_probability": "0.004",
                "lifetime_value": _euro("310.00"),
                "brand": _euro("5000.00"),
            }
        ],
        notes=[
            _note(1, "The alert was clear, the runbook was not", "timeline"),
            _note(2, "Look at this again in a month", ""),
        ],
    )


def overfull() -> Incident:
    """More than fits anywhere: a thousand rows, long words, wide characters."""
    return _incident(
        {"title": WIDE * 8, "severity": "SEV-2", "service": LONG[:150], "users_affected": 10**12},
        timeline=[
            _entry(number, START + timedelta(minutes=7 * number), (WIDE if number % 3 else LONG) * (1 + number % 5))
            for number in range(1000)
        ],
        whys=[
            {
                "id": record_id(number),
                "parent": record_id(number - 1) if number % 20 else None,
                "text": (LONG if number % 2 else WIDE) * 3,
                "category": WIDE if number % 20 == 19 else None,
            }
            for number in range(60)
        ],
        factors=[
            *({"id": name, "score": 3, "note": WIDE * 20} for name in FACTOR_LABELS),
            *({"id": f"own{number}", "label": f"{LONG[:60]} {number}", "score": number % 4} for number in range(30)),
        ],
        went_well=[{"id": record_id(number), "text": WIDE * 10} for number in range(100)],
        actions=[
            _action(number, WIDE * 5 + LONG, LONG[:80], "2026-11-20", f"P{number % 3}", "open")
            for number in range(1, 200)
        ],
        recurrence=[{"id": name, "answer": "yes", "note": LONG * 3} for name in QUESTIONS],
        cost=[{"id": "cost", "currency": "EUR", "revenue_lost": _euro("999999999999999.99"), "brand": _euro("1")}],
        notes=[_note(number, (LONG if number % 2 else WIDE) * 4, "whys") for number in range(200)],
    )


def under_clocks() -> Incident:
    """A fintech's incident with clocks that are overdue, met, running and not started."""
    stamps: tuple[tuple[float, str, dict[str, str]], ...] = (
        (-40, "", {"trigger": "determined-material"}),
        (-2, "data of 40 customers are in the log", {"trigger": "aware"}),
        (0.1, "", {"trigger": "classified-major"}),
        (0.6, "", {"met": "nydfs"}),
    )
    entries = [
        _entry(number, START + timedelta(hours=hours), text, **values)
        for number, (hours, text, values) in enumerate(stamps)
    ]
    about = {"title": "Card numbers in the log", "severity": "SEV-1", "industry": "fintech"}
    return _incident(about, timeline=entries)


def _incident(summary: dict[str, Any], **tables: list[dict[str, Any]]) -> Incident:
    about = {"id": "summary", "started_at": stored(START), "zone": ZONE, **summary}
    return Incident.of(ID, stored(START), {"summary": [about], **tables})


def _entry(number: int, at: datetime, text: str, **values: Any) -> dict[str, Any]:
    return {"id": record_id(number), "at": at, "recorded_at": at, "zone": ZONE, "text": text, **values}


def _note(number: int, text: str, about: str) -> dict[str, Any]:
    at = stored(START + timedelta(minutes=60 + number))
    return {"id": record_id(number), "at": at, "text": text, "about": about, "author": "mina"}


def _action(number: int, text: str, owner: str, deadline: str, priority: str, status: str) -> dict[str, Any]:
    return {
        "id": record_id(number),
        "number": number,
        "text": text,
        "owner": owner,
        "deadline": deadline or None,
        "priority": priority,
        "status": status,
        "created_at": stored(START + timedelta(minutes=39)),
        "done_at": stored(START + timedelta(hours=20)) if status == "done" else None,
    }


def _euro(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}
