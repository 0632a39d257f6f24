"""Incidents as rows of one table, with everything that derives from them: for engines that read many workspaces."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from types import MappingProxyType

from data.glance import Glance
from model.actions import Status
from model.clocks import State
from model.durations import derive
from model.factors import FACTOR_LABELS
from model.incident import Incident
from model.instant import in_zone, stored
from model.legal import legal_clocks
from model.money import Money, plain
from model.owed import triggers_met
from model.review.facts import facts_of
from model.review.quarter import Quarter
from model.rules import Rules

__all__ = ["COLUMNS", "row_of"]

_TEXTS = ("id", "title", "kind", "severity", "service", "industry", "detected_by", "state", "zone", "currency")
_MONEY = ("direct_cost", "indirect_cost", "total_cost", "total_cost_low", "total_cost_high", "cost_per_minute")
_COUNTS = (
    *("users_affected", "entries", "whys", "went_well", "version"),
    *("actions", "actions_done", "actions_done_on_time", "actions_done_late", "actions_open", "actions_overdue"),
    *("recurrence_open", "findings", "findings_blocking"),
    *("clocks_running", "clocks_overdue", "clocks_met"),
)
_STANDING = {"running": State.RUNNING, "overdue": State.OVERDUE, "met": State.MET}
_SECONDS = (
    "duration_seconds",
    *(f"time_to_{name}_seconds" for name in ("detect", "acknowledge", "diagnose", "mitigate", "resolve")),
)
COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(_TEXTS, "VARCHAR"),
        **dict.fromkeys(("started_at", "ended_at", "created_at"), "TIMESTAMPTZ"),
        "day": "DATE",
        "quarter": "VARCHAR",
        **dict.fromkeys(("live", "owed"), "BOOLEAN"),
        **dict.fromkeys(_SECONDS, "BIGINT"),
        **dict.fromkeys(_MONEY, "DECIMAL(38, 6)"),
        "engineering_hours": "DECIMAL(38, 6)",
        **dict.fromkeys(_COUNTS, "BIGINT"),
        **dict.fromkeys(("triggers", "categories", "causes", "failure_modes", "repeats"), "VARCHAR[]"),
        **{f"factor_{name}": "TINYINT" for name in FACTOR_LABELS},
        "other_factors": "MAP(VARCHAR, TINYINT)",
        "fixed_by": "VARCHAR",
    }
)
"""Every column with its type in SQL, in order. Moments are in UTC, the day and the quarter on its own calendar."""


def row_of(incident: Incident, now: datetime, rules: Rules, first_month: int = 1) -> dict[str, object]:
    """The incident as one row, as JSON has it; what is not known is null. `first_month` begins the fiscal year."""
    summary, bill = incident.summary, incident.bill(now)
    glance, facts = Glance.at(incident, now, rules), facts_of(incident)
    scores = {name: factor.score for name, factor in incident.factors.root.items()}
    today = in_zone(now, summary.zone).date()
    kept = facts.actions
    total = bill.total
    standing = [clock.state for clock in legal_clocks(incident, now, rules)]
    return {
        "id": incident.id,
        "title": summary.title,
        "kind": summary.kind.value,
        "severity": summary.severity.value,
        "service": summary.service or None,
        "industry": summary.industry,
        "detected_by": summary.detected_by,
        "state": summary.state.value,
        "zone": summary.zone,
        "currency": incident.cost.currency,
        "started_at": stored(summary.started_at),
        "ended_at": stored(summary.ended_at) if summary.ended_at else None,
        "created_at": stored(incident.created_at),
        "day": facts.day.isoformat(),
        "quarter": str(Quarter.of(facts.day, first_month)),
        "live": summary.live,
        "owed": glance.owed,
        "duration_seconds": _seconds(glance.duration),
        **{f"{name}_seconds": _seconds(derived.value) for name, derived in derive(incident).items()},
        "direct_cost": _amount(bill.direct),
        "indirect_cost": _amount(bill.indirect),
        "total_cost": _amount(total),
        "total_cost_low": plain(total.least) if total else None,
        "total_cost_high": plain(total.most) if total else None,
        "cost_per_minute": _amount(bill.per_minute),
        "engineering_hours": _rounded(bill.hours),
        "users_affected": summary.users_affected,
        "entries": len(incident.timeline.root),
        "whys": len(incident.whys.root),
        "went_well": len(incident.went_well.root),
        "version": summary.version,
        "actions": len(kept),
        "actions_done": sum(action.done for action in kept),
        "actions_done_on_time": sum(action.in_time is True for action in kept),
        "actions_done_late": sum(action.in_time is False for action in kept),
        "actions_open": sum(action.status is not Status.DONE for action in incident.actions.kept()),
        "actions_overdue": sum(action.overdue(today) for action in kept),
        "recurrence_open": sum(question.answer is None for question in incident.recurrence.root.values()),
        "findings": len(glance.findings),
        "findings_blocking": sum(finding.blocks for finding in glance.findings),
        **{f"clocks_{name}": standing.count(state) for name, state in _STANDING.items()},
        "triggers": [met.name for met in triggers_met(incident, now, rules)],
        "categories": list(facts.categories),
        "causes": list(facts.causes),
        "failure_modes": [mode for mode, _words in facts.modes],
        "repeats": list(summary.repeats),
        **{f"factor_{name}": scores.get(name) for name in FACTOR_LABELS},
        "other_factors": {
            incident.factors.root[name].name: score
            for name, score in scores.items()
            if name not in FACTOR_LABELS and score is not None
        },
        "fixed_by": facts.fixed_by or None,
    }


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else int(duration.total_seconds())


def _amount(money: Money | None) -> str | None:
    return None if money is None else plain(money.amount)


def _rounded(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:.6f}"
