"""A workspace of past incidents for the tests of the review: two quarters and a few months before."""

from datetime import UTC, datetime, timedelta
from typing import Any

from model.incident import Incident
from model.instant import stored
from tests.building import record_id

__all__ = ["live_like_the_past", "past"]

SERVICES = ("checkout", "payment", "search", "login")
CAUSES = (
    ("capacity", "The connection pool of payment has no upper bound and ran dry under load"),
    ("testing", "The load test skips the path of refunds"),
    ("monitoring", "Nobody is told when the certificate of the gateway is about to expire"),
    ("change_management", "Index rebuilds may begin at noon"),
)
QUARTER_STARTS = (
    datetime(2025, 11, 3, tzinfo=UTC),
    datetime(2026, 2, 3, tzinfo=UTC),
    datetime(2026, 5, 4, tzinfo=UTC),
    datetime(2026, 7, 6, tzinfo=UTC),
    datetime(2026, 10, 2, tzinfo=UTC),
)


def past(each: int = 9) -> list[Incident]:
    """That many incidents in each of five quarters: the later, the quicker; every fifth lacks its first alert."""
    return [_one(quarter, number) for quarter in range(len(QUARTER_STARTS)) for number in range(each)]


def live_like_the_past() -> Incident:
    """A live one on a Monday of November: the pool is dry again."""
    start = datetime(2026, 11, 23, 9, 2, tzinfo=UTC)
    summary = {"id": "summary", "title": "Payment: connection pool is dry", "started_at": stored(start)}
    about = {**summary, "zone": "Europe/Berlin", "severity": "SEV-1", "service": "payment"}
    return Incident.of("INC-20261123-K7QF", stored(start), {"summary": [about]})


def _one(quarter: int, number: int) -> Incident:
    start = QUARTER_STARTS[quarter] + timedelta(days=5 * number, hours=number % 7)
    kind = (number * 3 + quarter) % 4
    category, cause = CAUSES[kind]
    detect = 60 * (1 + number) * (6 - quarter)
    resolve = detect + 600 * (1 + number * number) * (6 - quarter)
    entries = [
        *([] if number % 5 == 4 else [_entry(1, start + timedelta(seconds=detect), "alert", "first-alert")]),
        _entry(2, start + timedelta(seconds=resolve - 60), f"rolled {SERVICES[kind]} back", "fix-deployed"),
        _entry(3, start + timedelta(seconds=resolve), "quiet for a quarter of an hour", "resolved"),
    ]
    day = start.date()
    tables: dict[str, list[dict[str, Any]]] = {
        "summary": [
            {
                "id": "summary",
                "title": f"{SERVICES[kind].title()} fails, case {number} of {quarter}",
                "started_at": stored(start),
                "ended_at": stored(start + timedelta(seconds=resolve)),
                "zone": "Europe/Berlin",
                "severity": f"SEV-{1 + number % 3}",
                "service": SERVICES[kind],
                "industry": "saas" if number % 2 else "fintech",
                "detected_by": "customer-report" if number % 4 == 1 else "monitoring",
            }
        ],
        "timeline": entries,
        "whys": [{"id": record_id(4), "text": cause, "category": category}],
        "factors": [
            {"id": "capacity", "score": 3 if kind == 0 else 1},
            {"id": "testing", "score": max(0, 3 - quarter)},
            {"id": "monitoring", "score": number % 4},
        ],
        "actions": [_action(number, day, done=number % 3 != 0)],
        "cost": [{"id": "cost", "currency": "EUR", "revenue_lost": _euro(4000 * (6 - quarter) + 100 * number)}],
    }
    if number == 3:
        tables["cost"] = []
    return Incident.of(f"INC-{day:%Y%m%d}-Q{quarter}{number:02}", stored(start), tables)


def _action(number: int, day: Any, *, done: bool) -> dict[str, Any]:
    return {
        "id": record_id(9),
        "number": 1,
        "text": f"Bound what case {number} left without a bound",
        "owner": "omar",
        "created_at": stored(datetime(day.year, day.month, day.day, tzinfo=UTC)),
        "deadline": str(day + timedelta(days=14)),
        "priority": "P2",
        "status": "done" if done else "open",
        "done_at": stored(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=10 + number))
        if done
        else None,
    }


def _entry(number: int, at: datetime, text: str, milestone: str) -> dict[str, Any]:
    moment = stored(at)
    return {"id": record_id(number), "at": moment, "recorded_at": moment, "text": text, "milestone": milestone}


def _euro(amount: int) -> dict[str, str]:
    return {"amount": str(amount), "currency": "EUR"}
