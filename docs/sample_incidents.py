"""The workspace that the pictures show: made-up incidents of an online shop in five quarters, and one that is live."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from model.factors import FACTOR_LABELS
from model.ids import CROCKFORD
from model.incident import Incident
from model.instant import stored
from model.recurrence import QUESTIONS

__all__ = ["live_incident", "past_incidents"]

_QUARTERS = ("2025-11-04", "2026-02-03", "2026-05-05", "2026-07-07", "2026-10-06")
_CASES = (
    (
        "Checkout answers 5xx while the connection pool is dry",
        "checkout",
        "capacity",
        "The pool of connections has no limit that is derived from the load",
    ),
    (
        "Payment refunds fail after a library was updated",
        "payment",
        "testing",
        "The load test leaves out the path of refunds",
    ),
    (
        "Search returns nothing during a rebuild of the index",
        "search",
        "change_management",
        "A rebuild may begin at any time of the day",
    ),
    (
        "Certificate of the gateway has expired",
        "gateway",
        "monitoring",
        "Nothing warns of a certificate that is about to expire",
    ),
    (
        "Checkout is slow after a promotion began",
        "checkout",
        "capacity",
        "The autoscaler waits for five minutes of load",
    ),
    ("Login rejects valid sessions", "login", "testing", "No test runs with two versions of the session format"),
)
_ACTIONS = (
    "Derive the limit of the pool from the load test",
    "Fail the build where refunds are not covered",
    "Page thirty days before a certificate expires",
)
_HELPED = ("The page came before the first call", "The runbook was right", "One person spoke to support, all the time")
_OWNERS = ("Mina", "Omar", "Xanthe")


def past_incidents() -> Iterator[Incident]:
    """Six incidents in each of five quarters, of late resolved sooner."""
    for quarter, day in enumerate(_QUARTERS):
        for number in range(len(_CASES)):
            yield _past(
                quarter,
                number,
                datetime.fromisoformat(f"{day}T08:40:00+00:00") + timedelta(days=7 * number, hours=number),
            )


def _id(start: datetime, number: int) -> str:
    return f"INC-{start:%Y%m%d}-{''.join(CROCKFORD[(number * factor + 11) % 32] for factor in (3, 5, 7, 13))}"


def _past(quarter: int, number: int, start: datetime) -> Incident:
    title, service, category, cause = _CASES[(number + quarter) % len(_CASES)]
    slow = len(_QUARTERS) - quarter
    detect = timedelta(minutes=(2 + number) * slow)
    resolve = detect + timedelta(minutes=(15 + 9 * number * number) * slow // 2)
    steps = (
        (detect, "first page", "first-alert"),
        (detect + timedelta(minutes=3), "two engineers on the bridge", "team-notified"),
        (resolve, "error rate back to normal", "resolved"),
    )
    entries = [_entry(place, start + after, text, milestone) for place, (after, text, milestone) in enumerate(steps, 1)]
    done = (number + quarter) % 3 != 0
    action = {
        "id": _record(20),
        "number": 1,
        "text": _ACTIONS[number % len(_ACTIONS)],
        "owner": _OWNERS[quarter % len(_OWNERS)],
        "priority": "P1",
        "status": "done" if done else "open",
        "deadline": f"{start + timedelta(days=7):%Y-%m-%d}",
        "created_at": stored(start + timedelta(hours=5)),
        **({"done_at": stored(start + timedelta(days=4))} if done else {}),
    }
    unfinished = quarter == len(_QUARTERS) - 1 and number >= len(_CASES) - 2
    scores = (
        dict.fromkeys(FACTOR_LABELS, 0)
        | {
            name: 1 + (number + quarter + place) % 3
            for place, name in enumerate(("testing", "monitoring", "change_management"))
        }
        | {category: 3}
    )
    return _incident(
        start,
        number,
        {
            "summary": [
                _summary(
                    title,
                    service,
                    start,
                    severity=f"SEV-{1 + number % 3}",
                    ended_at=stored(start + resolve),
                    users_affected=400 * (number + 1),
                    detected_by="monitoring",
                    sla_breached="yes" if number == len(_CASES) - 1 else "no",
                    revenue_lost={"amount": str(900 * slow * (number + 1)), "currency": "EUR"},
                )
            ],
            "timeline": entries,
            "whys": [{"id": _record(30), "text": cause, "category": category}],
            "factors": [{"id": name, "score": score} for name, score in scores.items()],
            "went_well": [{"id": _record(40 + place), "text": text} for place, text in enumerate(_HELPED)],
            "actions": [action],
            "recurrence": [] if unfinished else [{"id": name, "answer": "not-needed"} for name in QUESTIONS],
            "cost": [
                {
                    "id": "cost",
                    "currency": "EUR",
                    "engineering_hours": str(2 * slow),
                    "hourly_rate": {"amount": "95", "currency": "EUR"},
                }
            ],
        },
    )


def live_incident() -> Incident:
    """It began 42 minutes before the time of the pictures."""
    start = datetime.fromisoformat("2026-11-23T10:02:00+00:00")
    told: tuple[tuple[int, str, dict[str, Any]], ...] = (
        (0, "deploy 4712 of checkout to production finished", {"source": "github"}),
        (3, "Alert: 5xx of checkout above 4 %", {"milestone": "first-alert", "source": "alertmanager"}),
        (5, "Mina and Omar are on the bridge", {"milestone": "team-notified"}),
        (6, "payments go through in one of five attempts; support sees the first calls", {"pinned": True}),
        (7, "Incident commander: Mina", {"role": "incident-commander", "person": "Mina"}),
        (7, "Scribe: Omar", {"role": "scribe", "person": "Omar"}),
        (9, "the pool has 200 of 200 connections in use", {"milestone": "investigation-started"}),
        (14, "larger pool tried on one instance: no change", {}),
        (17, "names and addresses of buyers were in a public log: the privacy officer knows", {"trigger": "aware"}),
        (21, "deploy 4712 holds a connection while it calls the tax service", {"milestone": "root-cause-identified"}),
        (24, "rollback to 4711 begins", {}),
        (25, "status update: some payments fail, rollback begins", {"update": True}),
        (33, "rollback is out on all instances", {"milestone": "fix-deployed"}),
        (36, "5xx below 0.1 %, the queue of orders drains", {}),
        (41, "TODO: tell support which orders were charged twice", {}),
    )
    entries = [
        _entry(place, start + timedelta(minutes=minute), text, **more)
        for place, (minute, text, more) in enumerate(told, 1)
    ]
    whys = [
        ("Requests to checkout waited for a connection until they timed out", None, None, (7,)),
        ("Deploy 4712 holds a connection while it calls the tax service", 1, None, (10,)),
        ("The pool’s limit is set by hand, and no test runs against a slow neighbour", 2, "testing", ()),
    ]
    return _incident(
        start,
        7,
        {
            "summary": [
                _summary(
                    "Checkout answers 5xx",
                    "checkout",
                    start,
                    severity="SEV-1",
                    users_affected=4200,
                    detected_by="monitoring",
                    industry="e-commerce",
                    revenue_lost={"amount": "12400", "currency": "EUR"},
                )
            ],
            "timeline": entries,
            "whys": [
                {
                    "id": _record(29 + place),
                    "text": text,
                    "evidence": [_record(entry) for entry in evidence],
                    **({"parent": _record(29 + above)} if above else {}),
                    **({"category": category} if category else {}),
                }
                for place, (text, above, category, evidence) in enumerate(whys, 1)
            ],
            "factors": [
                {"id": name, "score": score}
                for name, score in (
                    ("testing", 3),
                    ("capacity", 2),
                    ("monitoring", 1),
                    ("change_management", 2),
                    ("documentation", 0),
                )
            ],
            "went_well": [
                {"id": _record(40), "text": "Monitoring paged within three minutes"},
                {"id": _record(41), "text": "The rollback took nine minutes, by its runbook"},
                {"id": _record(42), "text": "It was not the day of the sale", "lucky": True},
            ],
            "actions": [
                {
                    "id": _record(50),
                    "number": 1,
                    "text": "Fail the build where a request holds a connection across a call",
                    "owner": "Mina",
                    "priority": "P1",
                    "status": "open",
                    "deadline": "2026-11-30",
                    "created_at": stored(start + timedelta(minutes=40)),
                    "covers": ["factors.testing"],
                },
                {
                    "id": _record(51),
                    "number": 2,
                    "text": "Derive the limit of the pool from the load test",
                    "owner": "Omar",
                    "priority": "P2",
                    "status": "open",
                    "deadline": "2026-12-07",
                    "created_at": stored(start + timedelta(minutes=41)),
                },
            ],
            "recurrence": [
                {"id": "tests", "answer": "yes", "note": "a load test with a slow neighbour"},
                {"id": "training", "answer": "not-needed"},
            ],
            "cost": [
                {
                    "id": "cost",
                    "currency": "EUR",
                    "engineering_hours": "6",
                    "hourly_rate": {"amount": "95", "currency": "EUR"},
                    "responders": 4,
                }
            ],
        },
    )


def _record(place: int) -> str:
    return f"01M8{CROCKFORD[place // 32]}{CROCKFORD[place % 32]}0000000000"


def _entry(place: int, at: datetime, text: str, milestone: str | None = None, **more: Any) -> dict[str, Any]:
    known = {
        "id": _record(place),
        "at": stored(at),
        "recorded_at": stored(at),
        "zone": "Europe/Berlin",
        "text": text,
        "author": "mina",
    }
    return {**known, **({"milestone": milestone} if milestone else {}), **more}


def _summary(title: str, service: str, start: datetime, **more: Any) -> dict[str, Any]:
    return {
        "id": "summary",
        "title": title,
        "service": service,
        "kind": "outage",
        "started_at": stored(start),
        "zone": "Europe/Berlin",
        **more,
    }


def _incident(start: datetime, number: int, tables: dict[str, list[dict[str, Any]]]) -> Incident:
    return Incident.of(_id(start, number), stored(start), tables)
