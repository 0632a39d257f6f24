"""A workspace of many incidents as they stand after years, for benchmarks: the same one each time."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from data.incident_file import GROWS
from data.layout import laid_out
from data.tables import HISTORY, INCIDENT
from model.factors import FACTOR_LABELS
from model.ids import CROCKFORD, new_record_id
from model.incident import SCHEMA
from model.instant import stored
from model.summary import Detection, Industry, Severity
from model.timeline import Milestone

__all__ = ["SEED", "fill"]

SEED = 20261123
FIRST_DAY, DAYS = date(2021, 1, 1), 2100
_WORDS = tuple(
    word
    for line in (
        "checkout payment login search cart invoice ledger gateway broker replica primary queue worker",
        "cache index shard certificate token session pool connection limit timeout retry storm deploy",
        "rollback canary config flag schema migration lock vacuum disk memory heap thread latency",
        "error rate saturation alert dashboard runbook region zone cluster node ingress proxy balancer",
        "health probe quota throttle batch export import feed webhook partner bank",
    )
    for word in line.split()
)
_VOCABULARY = (*_WORDS, *(f"{first}{second}" for first in _WORDS for second in _WORDS))
_WEIGHTS = tuple(accumulate(1 / rank for rank in range(1, len(_VOCABULARY) + 1)))
"""As in any language: the word at rank r is used 1/r times as often as the first (Zipf)."""
_SERVICES = tuple(f"{name}-{kind}" for name in _WORDS[:20] for kind in ("api", "worker"))


def fill(folder: Path, count: int) -> Iterator[tuple[int, int]]:
    """Write that many incidents; yields how many bytes each has, without and with the blanks at its end."""
    chance = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        started = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
        started += timedelta(days=chance.randrange(DAYS), seconds=chance.randrange(86_400))
        suffix = "".join(CROCKFORD[number // len(CROCKFORD) ** place % len(CROCKFORD)] for place in range(4))
        id = f"INC-{started:%Y%m%d}-{suffix}"
        content = laid_out(_tables(id, started, chance), GROWS)
        (folder / f"{id}.json").write_bytes(content)
        yield len(content.rstrip(b" ")), len(content)


def _text(chance: random.Random, fewest: int, most: int) -> str:
    return " ".join(chance.choices(_VOCABULARY, cum_weights=_WEIGHTS, k=chance.randint(fewest, most)))


def _tables(id: str, started: datetime, chance: random.Random) -> dict[str, dict[str, dict[str, Any]]]:
    lasted = timedelta(minutes=chance.lognormvariate(3.6, 0.9) + 5)
    ended = started + lasted
    service, factors = chance.choice(_SERVICES), list(FACTOR_LABELS)
    money = {"currency": "EUR"}
    record = iter([new_record_id(started + timedelta(seconds=second)) for second in range(400)])
    entries = _entries(started, lasted, record, chance)
    whys = _whys(record, [row["id"] for row in entries], chance)
    sections: dict[str, list[dict[str, Any]]] = {
        INCIDENT: [{"id": id, "schema": SCHEMA, "created_at": stored(started)}],
        "summary": [
            {
                "id": "summary",
                "title": f"{service}: {_text(chance, 4, 8)}",
                "severity": chance.choice(list(Severity)).value,
                "started_at": stored(started),
                "ended_at": stored(ended),
                "zone": "Europe/Berlin",
                "service": service,
                "detected_by": chance.choice(list(Detection)).value,
                "users_affected": chance.randrange(9_000),
                "industry": chance.choice(list(Industry)).value,
            }
        ],
        "whys": whys,
        "factors": [
            {"id": name, "score": chance.choice((0, 0, 1, 2, 3)), "note": _text(chance, 4, 16)} for name in factors
        ],
        "went_well": [{"id": next(record), "text": _text(chance, 8, 16)} for _ in range(4)],
        "actions": [_action(number, started, next(record), chance) for number in range(1, chance.randint(4, 8))],
        "recurrence": [],
        "cost": [
            {
                "id": "cost",
                "currency": "EUR",
                "revenue_lost": {"amount": f"{chance.randrange(90_000)}.50", **money},
                "engineering_hours": str(chance.randint(2, 60)),
                "hourly_rate": {"amount": "112.40", **money},
                "churn_probability": "0.004",
                "lifetime_value": {"amount": "310", **money},
            }
        ],
        HISTORY: _history(started, record, chance),
        "timeline": entries,
    }
    return {word: {str(n): row for n, row in enumerate(rows, 1)} for word, rows in sections.items()}


def _entries(
    started: datetime, lasted: timedelta, record: Iterator[str], chance: random.Random
) -> list[dict[str, Any]]:
    count = chance.randint(12, 24)
    moments = [*sorted(started + lasted * chance.random() for _ in range(count - 1)), started + lasted]
    milestones: dict[int, str] = {}
    places = sorted(chance.sample(range(count - 1), len(Milestone) - 1))
    for place, milestone in zip([*places, count - 1], Milestone, strict=True):
        if chance.random() < 0.95:
            milestones[place] = milestone.value
    return [
        {
            "id": next(record),
            "at": stored(moment),
            "recorded_at": stored(moment),
            "zone": "Europe/Berlin",
            "text": _text(chance, 6, 18),
            **({"milestone": milestones[number]} if number in milestones else {}),
            "source": "screen",
            "author": "mina",
        }
        for number, moment in enumerate(moments)
    ]


def _whys(record: Iterator[str], entries: list[str], chance: random.Random) -> list[dict[str, Any]]:
    whys: list[dict[str, Any]] = []
    for _ in range(chance.randint(3, 6)):
        why = {"id": next(record), "text": _text(chance, 10, 24), "evidence": chance.sample(entries, 2)}
        whys.append({**why, "parent": whys[-1]["id"]} if whys else why)
    whys[-1]["category"] = chance.choice(list(FACTOR_LABELS))
    return whys


def _action(number: int, started: datetime, id: str, chance: random.Random) -> dict[str, Any]:
    done = chance.random() < 0.7
    return {
        "id": id,
        "number": number,
        "text": _text(chance, 6, 12),
        "owner": "mina",
        "deadline": (started.date() + timedelta(days=7)).isoformat(),
        "priority": chance.choice(("P0", "P1", "P2")),
        "status": "done" if done else "open",
        "created_at": stored(started),
        **({"done_at": stored(started + timedelta(days=chance.randint(1, 12)))} if done else {}),
    }


def _history(started: datetime, record: Iterator[str], chance: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "id": next(record),
            "at": stored(started + timedelta(minutes=number)),
            "author": "mina",
            "name": {"text": "why added"},
            "steps": [
                {
                    "section": "whys",
                    "record": next(record),
                    "before": {"text": _text(chance, 4, 12)},
                    "after": {"text": _text(chance, 4, 12)},
                }
            ],
        }
        for number in range(chance.randint(4, 12))
    ]
