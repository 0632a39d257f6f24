"""The review as JSON for scripts: what is not known is null, amounts are texts with their currency."""

from collections.abc import Sequence
from typing import Any

from data.documents.json import money_json
from data.quarter.report import Report
from model.money import Money
from model.review.answers import Completion, Times
from model.review.facts import ActionFacts, Facts
from model.statistics import Comparison

__all__ = ["document"]


def document(report: Report) -> dict[str, Any]:
    """The whole review."""
    review = report.review
    return {
        "quarter": str(review.quarter),
        "so_far": review.so_far,
        "last_quarter_with_incidents": str(review.last_with_incidents) if review.last_with_incidents else None,
        "incidents": len(review.incidents),
        "incident_ids": _ids(review.incidents),
        "unreadable": report.broken,
        "filters": {
            "severity": report.filters.severity or None,
            "service": report.filters.service or None,
            "industry": report.filters.industry or None,
        },
        "categories": [
            {"category": one.name, "count": len(one.incidents), "cost": _one(one.cost), "costs": _all(one.cost)}
            | {"incidents": _ids(one.incidents), "before": one.before}
            | {"rank_by_cost": one.rank_by_cost, "top_by_count": one in review.top_by_count}
            | {"top_by_cost": one in review.top_by_cost}
            for one in review.categories
        ],
        "ranked_in": review.currency or None,
        "time_to_detect": _times(review.time_to_detect),
        "time_to_resolve": _times(review.time_to_resolve),
        "actions": _actions(review.actions),
        "actions_before": _actions(review.actions_before),
        "repeats": [
            {
                "later": pair.later.id,
                "earlier": pair.earlier.id,
                "categories": list(pair.categories),
                "service": pair.later.service if pair.same_service else None,
                "failure_mode": pair.modes[0][0] if pair.modes else None,
                "failure_words": list(pair.modes[0][1]) if pair.modes else [],
                "words": list(pair.words),
                "cosine": _rounded(pair.likeness.cosine),
                "ruling": pair.ruling,
                "more": pair.more,
            }
            for pair in report.repeats
        ],
        "repeats_before": {
            "incidents": report.repeats_before.incidents,
            "confirmed": report.repeats_before.confirmed,
            "undecided": report.repeats_before.undecided,
        },
        "cost_by_quarter": [
            {"quarter": str(one.quarter), "total": _one(one.total), "totals": _all(one.total)}
            | {"incidents": len(one.incidents), "unknown": one.unknown, "incident_ids": _ids(one.incidents)}
            for one in review.cost_by_quarter
        ],
        "factors": [
            {
                "factor": row.name,
                "by_quarter": [
                    {"quarter": str(one.quarter), "mean": _rounded(cell.mean), "scored": cell.scored}
                    for one, cell in zip(review.cost_by_quarter, row.cells, strict=True)
                ],
            }
            for row in review.factors
        ],
        "automation": [
            {"reason": one.reason, "service": one.subject or None, "count": len(one.incidents), "cost": _one(one.cost)}
            | {"incidents": _ids(one.incidents), "costs": _all(one.cost)}
            | {"category": one.category or None, "earlier_incidents": one.earlier}
            for one in report.automation
        ],
    }


def _ids(those: Sequence[Facts]) -> list[str]:
    return [facts.id for facts in those]


def _times(times: Times) -> dict[str, Any]:
    figures = times.figures
    return {
        "n": figures.n,
        "excluded": len(times.excluded),
        "excluded_incidents": _ids(times.excluded),
        "missing": len(times.missing),
        "wrong_order": len(times.wrong_order),
        "wrong_order_incidents": _ids(times.wrong_order),
        "mean_seconds": _rounded(figures.mean),
        "median_seconds": _rounded(figures.median),
        "q1_seconds": _rounded(figures.q1),
        "q3_seconds": _rounded(figures.q3),
        "p90_seconds": _rounded(figures.p90),
        "geometric_mean_seconds": _rounded(figures.geometric_mean),
        "mean_interval_seconds": _pair(figures.mean_interval),
        "median_interval_seconds": _pair(figures.median_interval),
        "against_previous": _comparison(times.against_previous),
    }


def _comparison(found: Comparison) -> dict[str, Any]:
    return {
        "verdict": found.verdict,
        "test": "mann-whitney-u",
        "exact": found.exact if found.p_value is not None else None,
        "p_value": found.p_value,
        "cliffs_delta": _rounded(found.cliffs_delta),
        "ratio": _rounded(found.ratio),
        "shift_seconds": _rounded(found.shift),
        "ratio_interval": _pair(found.ratio_interval),
        "shift_interval_seconds": _pair(found.shift_interval),
        "decided_by": None if found.p_value is None else "shift" if found.by_shift else "ratio",
    }


def _actions(found: Completion) -> dict[str, Any]:
    return {
        "total": found.total,
        "done": len(found.done),
        "done_on_time": len(found.done_on_time),
        "done_late": len(found.done_late),
        "open": len(found.open),
        "overdue": len(found.overdue),
        "completion": _rounded(found.share),
        "interval": _pair(found.interval),
        "overdue_actions": [_action(action) for action in found.overdue],
    }


def _action(action: ActionFacts) -> dict[str, Any]:
    deadline = action.deadline.isoformat() if action.deadline else None
    return {"incident": action.incident, "number": action.number, "text": action.text, "deadline": deadline}


def _rounded(number: float | None) -> float | None:
    """To six decimals; a whole number of seconds stays one."""
    return None if number is None else round(float(number), 6)


def _pair(pair: tuple[float, float] | None) -> list[float | None] | None:
    return None if pair is None else [_rounded(pair[0]), _rounded(pair[1])]


def _one(sums: Sequence[Money]) -> dict[str, Any] | None:
    """The sum in the commonest currency."""
    return money_json(sums[0]) if sums else None


def _all(sums: Sequence[Money]) -> list[dict[str, Any] | None]:
    return [money_json(money) for money in sums]
