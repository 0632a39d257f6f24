"""What records must agree on with each other, brought about where two copies together do not.

It looks at nothing but the records, so that copies may be united in any order. What gives way stays in the history.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from model.actions import Actions
from model.cost import AMOUNTS, Cost
from model.instant import to_instant
from model.merge.replay import Key
from model.record import Document
from model.summary import Summary
from model.whys import Whys

__all__ = ["fitted"]

_SUMMARY: Key = (Summary.word, Summary.word)
_COST: Key = (Cost.word, Cost.word)


def fitted(rows: Mapping[Key, Document]) -> dict[Key, dict[str, Any]]:
    """The records as they fit together.

    Of two actions with one number the older keeps it; of whys that explain each other in a circle, since each was moved
    in another copy, the oldest begins a chain; an end before the start is left out, and so is an amount in
    another currency than the cost's.
    """
    fresh = {key: dict(row) for key, row in rows.items()}
    _number(fresh)
    _uncircle(fresh)
    summary, cost = fresh.get(_SUMMARY, {}), fresh.get(_COST, {})
    start, end = _instant(summary.get("started_at")), _instant(summary.get("ended_at"))
    if start and end and end < start:
        del summary["ended_at"]
    currency = cost.get("currency", Cost().currency)
    for row, names in ((cost, AMOUNTS), (summary, ("revenue_lost",))):
        for name in names:
            if isinstance(row.get(name), Mapping) and row[name].get("currency") != currency:
                del row[name]
    return fresh


def _number(rows: dict[Key, dict[str, Any]]) -> None:
    """Give actions whose number an older one has the next that is free; an action without a number stays so."""
    actions = [rows[key] for key in sorted(rows) if key[0] == Actions.word and _numbered(rows[key])]
    taken: set[int] = set()
    late = []
    for action in actions:
        if action["number"] in taken:
            late.append(action)
        taken.add(action["number"])
    for action in late:
        while action["number"] in taken:
            action["number"] += 1
        taken.add(action["number"])


def _uncircle(rows: dict[Key, dict[str, Any]]) -> None:
    """Let the oldest why of a circle explain nothing."""
    whys = {id: row for (word, id), row in sorted(rows.items()) if word == Whys.word}
    for id, row in whys.items():
        above, seen = row.get("parent"), {id}
        while isinstance(above, str) and above in whys and above not in seen:
            seen.add(above)
            above = whys[above].get("parent")
        if above == id:
            del row["parent"]


def _numbered(action: Document) -> bool:
    number = action.get("number")
    return isinstance(number, int) and number > 0


def _instant(value: object) -> datetime | None:
    try:
        return to_instant(datetime.fromisoformat(value)) if isinstance(value, str) else None
    except ValueError:
        return None
