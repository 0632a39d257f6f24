"""The document as JSON: everything that was written down, and everything that derives from it."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from data.clock_words import as_json
from data.formats import digits
from data.language import say
from model.durations import derive
from model.finding import Finding
from model.incident import SCHEMA, SECTIONS, Incident
from model.instant import stored
from model.legal import legal_clocks
from model.money import DECIMALS, Money, plain
from model.owed import triggers_met
from model.readiness import findings
from model.roles import held
from model.rules import Rules
from model.updates import next_update

__all__ = ["document", "finding_json", "money_json", "show"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole incident as JSON, by the published schema."""
    document = show(incident, now, rules)
    text = json.dumps(document, indent=2, ensure_ascii=False)
    if _LONE_SURROGATE.search(text):  # half a character, which no encoding can write
        text = json.dumps(document, indent=2)
    return text + "\n"


def show(incident: Incident, now: datetime, rules: Rules) -> dict[str, Any]:
    """The incident with what derives from it. What is not known is null, never 0."""
    values = incident.model_dump(mode="json")
    head = {"schema": SCHEMA, "id": values.pop("id"), "created_at": values.pop("created_at")}
    sections = {word: values.pop(word) for word in SECTIONS}
    return {**head, **sections, **values, "derived": _derived(incident, now, rules)}


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding for scripts."""
    return {
        "rule": finding.rule,
        "section": finding.section,
        "level": "blocks" if finding.blocks else "advice",
        "record": finding.record,
        "field": finding.field,
        "when": "afterwards" if finding.later else "now",
        "key": str(list(SECTIONS).index(finding.section) + 1),
        "text": say(finding.message),
    }


def _derived(incident: Incident, now: datetime, rules: Rules) -> dict[str, Any]:
    bill = incident.bill(now)
    due, update = incident.summary.due_at(), next_update(incident, rules)
    return {
        "live": incident.summary.live,
        "duration_seconds": _seconds(incident.summary.duration(now)),
        **{f"{name}_seconds": _seconds(derived.value) for name, derived in derive(incident).items()},
        "summary_due_at": stored(due) if due else None,
        "update_due_at": stored(update.at) if update else None,
        "roles": [
            {
                "role": one.role.value,
                "person": one.person,
                "since": stored(one.since),
                "until": stored(one.until) if one.until else None,
            }
            for one in held(incident)
        ],
        "engineering_hours": _decimal(bill.hours),
        "direct_cost": money_json(bill.direct),
        "indirect_cost": money_json(bill.indirect),
        "total_cost": money_json(bill.total),
        "cost_per_minute": money_json(bill.per_minute),
        "clocks": [as_json(clock) for clock in legal_clocks(incident, now, rules)],
        "triggers": [{"name": met.name, "text": say(met.message)} for met in triggers_met(incident, now, rules)],
        "findings": [finding_json(finding) for finding in findings(incident, now, rules, wording=True)],
    }


def _seconds(duration: timedelta | None) -> int | None:
    return None if duration is None else int(duration.total_seconds())


def _decimal(number: Decimal | None) -> str | None:
    return None if number is None else plain(_tidy(number, 0))


def money_json(money: Money | None) -> dict[str, Any] | None:
    if money is None:
        return None
    least = digits(money.currency)
    ends = {"low": money.low, "high": money.high} if money.ranged else {}
    return {
        "amount": plain(_tidy(money.amount, least)),
        "currency": money.currency,
        **{name: plain(_tidy(end, least)) for name, end in ends.items() if end is not None},
    }


def _tidy(number: Decimal, least: int) -> Decimal:
    """The number to six decimals, without noughts at its end beyond the least number of decimals."""
    with localcontext() as context:
        context.prec = 80
        rounded = number.quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_UP).normalize()
        exponent = rounded.as_tuple().exponent
        return rounded.quantize(Decimal(1).scaleb(min(-least, exponent if isinstance(exponent, int) else 0)))
