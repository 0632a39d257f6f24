"""Whole incidents for the tests of documents: one with everything in it, one with nothing but a title."""

from datetime import UTC, datetime, timedelta
from typing import Any

from model.incident import Incident
from model.instant import stored
from tests.building import record_id

__all__ = ["LOOKED_AT", "empty_incident", "full_incident", "hostile_incident", "quarters_incident"]

ZONE = "Europe/Berlin"
START = datetime(2026, 11, 22, 22, 12, tzinfo=UTC)
"""A Sunday, 23:12 in Berlin: 48 minutes before midnight."""
END = START + timedelta(minutes=97)
LOOKED_AT = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
"""When the tests look at the incidents: a Wednesday nine days later."""

HAPPENED = (
    (-4, "Deploy 4711 of the payment service is complete in eu-west", None, "github", ""),
    (0, "First customers see “payment failed” at the last step of the checkout", None, "screen", "Mina"),
    (6, "5xx above 5 % on checkout in eu-west", "first-alert", "alertmanager", ""),
    (9, "On-call paged, Omar and Mina join the bridge", "team-notified", "pagerduty", ""),
    (11, "Only eu-west is affected; us-east and ap-south are fine", "investigation-started", "screen", "Mina"),
    (24, "Status page says: partial outage of the checkout", None, "shell", "Omar"),
    (27, "Rollback of 4711 started", None, "shell", "Omar"),
    (
        41,
        "Rollback done. No change:\nthe pool stays empty, since connections are never handed back",
        None,
        "screen",
        "",
    ),
    (
        62,
        "Pool of the payment service leaks one connection per request since 4711",
        "root-cause-identified",
        "screen",
        "",
    ),
    (71, "Connections of the payment service cut by hand; error rate falls", None, "shell", "Omar"),
    (79, "Hotfix 4712 deployed to all of eu-west", "fix-deployed", "github", ""),
    (97, "15 minutes without a single 5xx", "resolved", "screen", "Mina"),
)
"""Minutes from the start, what happened, the milestone, the source, the author."""


def empty_incident() -> Incident:
    """A new incident, live, about which nothing is known but its title."""
    return _incident({"title": "Checkout answers 5xx", "zone": ZONE})


def full_incident() -> Incident:
    """A SEV-1 that was written up to the end: it crosses midnight, and costs what METHODS.md works out."""
    return _incident(
        {
            "title": "Checkout in eu-west answers 5xx after deploy 4711",
            "kind": "outage",
            "severity": "SEV-1",
            "ended_at": stored(END),
            "zone": ZONE,
            "service": "checkout",
            "detected_by": "monitoring",
            "users_affected": 4200,
            "revenue_lost": _euro("48250"),
            "sla_breached": "yes",
            "industry": "e-commerce",
        },
        timeline=_entries(),
        whys=_whys(),
        factors=_factors(),
        went_well=[
            {"id": record_id(number), "text": text}
            for number, text in enumerate(
                (
                    "The alert named the service and the region, so the search began in the right place.",
                    "The bridge was calm: one voice led, one took notes, updates came every 15 minutes.",
                    "Cutting the connections by hand was in the runbook, with the exact command.",
                    "Support knew what to tell customers before they asked.",
                )
            )
        ],
        actions=_actions(),
        recurrence=[
            {"id": "monitoring", "answer": "yes", "note": "Alert on connections that are in use for over a minute"},
            {"id": "runbook", "answer": "yes", "note": "“Rollback does not help” is a chapter of its own now"},
            {"id": "tests", "answer": "no", "note": "The soak test comes with the sprint", "action": record_id(103)},
            {"id": "architecture", "answer": "yes", "note": "A connection proxy for all services", "rfc": "RFC-118"},
            {"id": "training", "answer": "not-needed"},
        ],
        cost=[
            {
                "id": "cost",
                "currency": "EUR",
                "sla_credits": _euro("6100"),
                "vendor_costs": _euro("1250"),
                "engineering_hours": "37.5",
                "hourly_rate": _euro("112.40"),
                "churn_probability": "0.004",
                "lifetime_value": _euro("310"),
                "brand": _euro("5000"),
            }
        ],
    )


def quarters_incident() -> Incident:
    """A SEV-2, half written up: in blocks of 15 minutes, with gaps, a missing milestone and a late action."""
    start = datetime(2026, 11, 19, 13, 50, tzinfo=UTC)
    happened = (
        (0, "Search answers in 4 s instead of 200 ms", None),
        (8, "Support reports slow search, 12 tickets", "first-alert"),
        (12, "Search team called", "team-notified"),
        (13, "Index of products is rebuilt at the same time", "investigation-started"),
        (64, "Rebuild stopped, search recovers", "fix-deployed"),
        (75, "p99 at 230 ms for ten minutes", "resolved"),
    )
    return _incident(
        {
            "title": "Search is slow while the index is rebuilt",
            "kind": "degradation",
            "severity": "SEV-2",
            "started_at": stored(start),
            "ended_at": stored(start + timedelta(minutes=75)),
            "zone": ZONE,
            "service": "search",
            "detected_by": "customer-report",
        },
        timeline=[
            _entry(number, start + timedelta(minutes=minute), text, milestone=milestone)
            for number, (minute, text, milestone) in enumerate(happened)
        ],
        whys=[
            {"id": record_id(0), "text": "The rebuild takes all of the disk's bandwidth", "evidence": [record_id(3)]},
            {
                "id": record_id(1),
                "parent": record_id(0),
                "text": "It was started by day, and nothing says when it may run",
            },
        ],
        factors=[{"id": "process", "score": 2}, {"id": "monitoring", "score": 3, "note": "No alert on slow search"}],
        actions=[
            _action(1, "Run the rebuild at night only", "Lea", "2026-11-26", "P1", "open"),
            _action(2, "Alert on the p99 of search", "", "", "P1", "open"),
        ],
        cost=[{"id": "cost", "currency": "EUR", "responders": "3", "hourly_rate": _euro("95")}],
    )


HOSTILE = (
    "a | b \\| c `d | e` <script>alert(1)</script> <!-- &lt; &amp; --> *f* **g** _h_ ~~i~~ [j](http://k) ![l](m)",
    "# no heading\n- no list\n1. no list\n> no quote\n```\nno code\n```\n---\n===\n\n| no | table |\n|---|---|\n  x",
    "\x1b[31mred\x1b[0m \x00 \u202eleft\u202c https://example.org/a_b_c http://x/?_q_=*a* <https://x.org> $x$ __i__",
    "データベース 🚒 e\u0301 \ttab \u200bzero | \\",
    "+ 1) 2. * - @everyone #1 GH-1 \\",
)
"""Texts that would be markup if they were not escaped."""


def hostile_incident() -> Incident:
    """A SEV-2 in which every text tries to become markup."""
    first, *_ = HOSTILE
    line = " ".join(HOSTILE)[:480]
    return _incident(
        {"title": first, "severity": "SEV-2", "ended_at": stored(END), "service": line},
        timeline=[
            _entry(number, START + timedelta(minutes=number), text, author=line) for number, text in enumerate(HOSTILE)
        ],
        whys=[
            {"id": record_id(number), "text": text, "category": "own" if number else line, "evidence": [record_id(0)]}
            for number, text in enumerate(HOSTILE)
        ],
        factors=[
            {"id": "own", "label": line, "score": 1, "note": HOSTILE[1]},
            *({"id": name, "note": text} for name, text in zip(("testing", "process"), HOSTILE, strict=False)),
        ],
        went_well=[{"id": record_id(number), "text": text} for number, text in enumerate(HOSTILE)],
        actions=[_action(number, text, text, "2026-11-30", "P1", "open") for number, text in enumerate(HOSTILE, 1)],
        recurrence=[
            {"id": name, "note": text, "rfc": text}
            for name, text in zip(("monitoring", "runbook", "tests"), HOSTILE, strict=False)
        ],
    )


def _incident(summary: dict[str, Any], **tables: list[dict[str, Any]]) -> Incident:
    about = {"id": "summary", "started_at": stored(START), **summary}
    return Incident.of("INC-20261122-K7QF", stored(START), {"summary": [about], **tables})


def _entries() -> list[dict[str, Any]]:
    entries = [
        _entry(number, START + timedelta(minutes=minute), text, milestone=milestone, source=source, author=author)
        for number, (minute, text, milestone, source, author) in enumerate(HAPPENED)
    ]
    entries[4]["typed"] = "23:23"
    entries[5]["trigger"] = "aware"
    return entries


def _entry(number: int, at: datetime, text: str, **values: Any) -> dict[str, Any]:
    recorded = at + timedelta(seconds=7)
    return {
        "id": record_id(number),
        "at": stored(at),
        "recorded_at": stored(recorded),
        "zone": ZONE,
        "text": text,
        **values,
    }


def _whys() -> list[dict[str, Any]]:
    first = (
        ("The payment service ran out of database connections", (2, 7)),
        ("Deploy 4711 opens a connection for each request and never hands it back", (8,)),
        ("The load test lasts two minutes, and the leak shows after twenty", ()),
        ("Nothing asks for a soak test when the handling of connections changes", ()),
        ("Shared tests have had no owner since the teams were split", ()),
    )
    second = (
        ("The rollback did not help, and took 14 minutes in which nothing else was tried", (6, 7)),
        ("The runbook knows one remedy for a bad deploy, and says nothing of state that outlives it", ()),
        ("Runbooks are reviewed when they are written, and not after they were used", ()),
    )
    whys: list[dict[str, Any]] = []
    for category, chain in (("testing", first), ("runbook_reviews", second)):
        parent = None
        for text, evidence in chain:
            number = record_id(200 + len(whys))
            whys.append({"id": number, "parent": parent, "text": text, "evidence": [record_id(n) for n in evidence]})
            parent = number
        whys[-1]["category"] = category
    return whys


def _factors() -> list[dict[str, Any]]:
    scores = {
        "monitoring": (1, "The pool had a graph, and no alert"),
        "testing": (3, "Two minutes of load do not show a leak"),
        "documentation": (1, ""),
        "process": (0, ""),
        "knowledge_concentration": (2, "Two people know how the pool works;\none was on holiday"),
        "capacity": (0, ""),
        "third_party": (0, ""),
        "communication": (0, ""),
        "change_management": (2, "A change of the pool counted as a small one"),
        "technical_debt": (1, ""),
    }
    own = {"id": "runbook_reviews", "label": "Runbooks that nobody reviews", "score": 2, "note": "Last read in 2024"}
    return [*({"id": name, "score": score, "note": note} for name, (score, note) in scores.items()), own]


def _actions() -> list[dict[str, Any]]:
    return [
        _action(
            1,
            "Hand connections back in the payment service, and test that they are",
            "Omar",
            "2026-11-23",
            "P0",
            "done",
        ),
        _action(2, "Alert on connections in use for over a minute", "Mina", "2026-11-30", "P1", "open"),
        _action(
            3, "Run a soak test of an hour before each release of payment", "Priya", "2026-12-04", "P2", "in-progress"
        ),
        _action(4, "Review each runbook in the week after it was used", "Jonas", "2026-12-04", "P2", "open"),
        _action(5, "Move checkout to a second region", "Mina", "2026-12-04", "P2", "cancelled"),
    ]


def _action(number: int, text: str, owner: str, deadline: str, priority: str, status: str) -> dict[str, Any]:
    return {
        "id": record_id(100 + number),
        "number": number,
        "text": text,
        "owner": owner,
        "deadline": deadline or None,
        "priority": priority,
        "status": status,
        "created_at": stored(END + timedelta(hours=1)),
        "done_at": stored(END + timedelta(hours=6)) if status == "done" else None,
    }


def _euro(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "EUR"}
