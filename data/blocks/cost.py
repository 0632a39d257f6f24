"""The cost in a document: every part with the figures that it comes from."""

from collections.abc import Iterator
from decimal import Decimal

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Node, Paragraph, Table
from data.language import _
from model.cost import Bill, Cost
from model.money import Money

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The parts, direct and indirect, the total, and the cost of a minute; then what is not in it."""
    cost, bill = subject.incident.cost, subject.incident.bill(subject.now)
    if bill.total is None and cost == Cost(currency=cost.currency):
        return
    direct = [
        (_("Revenue lost"), "", bill.revenue),
        (_("SLA credits"), "", bill.sla_credits),
        (_("Vendors"), "", bill.vendors),
    ]
    indirect = [
        (_("Engineering"), _product(_hours(bill), _money(cost.hourly_rate)), bill.engineering),
        (_("Users lost"), _product(*_churn(subject)), bill.churn),
        (_("Brand"), _("an estimate") if bill.brand else "", bill.brand),
    ]
    total = _("Total so far") if subject.incident.summary.live else _("Total")
    rows = [
        *direct,
        (_("Direct cost"), _("revenue lost + SLA credits + vendors"), bill.direct),
        *indirect,
        (_("Indirect cost"), _("engineering + users lost + brand"), bill.indirect),
        (total, _("direct + indirect"), bill.total),
        (_("Cost per minute"), *_per_minute(bill)),
    ]
    shown = [[name, how, _money(amount)] for name, how, amount in rows]
    yield Table((_("Part"), _("How"), _("Amount")), shown, frozenset({2}), strong=frozenset({3, 7, 8}))
    unknown = [name for name, _how, amount in (*direct, *indirect) if amount is None]
    if unknown and bill.total is not None:
        yield Paragraph(_("Not known, and not in the total: {parts}.").format(parts=", ".join(unknown)), quiet=True)


def _money(value: Money | None) -> str:
    return _("not known") if value is None else formats.money(value)


def _product(*factors: str) -> str:
    """The factors; nothing where all that could be said is that none of them is known."""
    return "" if all(factor == _("not known") for factor in factors) else " × ".join(factors)


def _hours(bill: Bill) -> str:
    return _("not known") if bill.work is None else _("{hours} h").format(hours=formats.quantity(bill.work))


def _churn(subject: Subject) -> Iterator[str]:
    cost, unknown = subject.incident.cost, _("not known")
    users = cost.users_affected if cost.users_affected is not None else subject.incident.summary.users_affected
    yield unknown if users is None else _("{users} users").format(users=formats.number(users))
    yield unknown if cost.churn_probability is None else formats.share(cost.churn_probability)
    yield _money(cost.lifetime_value)


def _per_minute(bill: Bill) -> tuple[str, Money | None]:
    if bill.total is None or bill.per_minute is None or bill.duration is None:
        return "", None
    minutes = Decimal(int(bill.duration.total_seconds())) / 60
    text = _("{total} ÷ {minutes} min")
    return text.format(total=formats.money(bill.total), minutes=formats.number(minutes)), bill.per_minute
