"""The cost in a document: every part with the figures that it comes from."""

from collections.abc import Iterator
from decimal import Decimal

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Node, Paragraph, Table
from data.language import _
from model.money import Money

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The parts, direct and indirect, the total, and the cost of a minute."""
    incident = subject.incident
    bill = incident.bill(subject.now)
    if bill.total is None:
        return
    cost, unknown = incident.cost, _("not known")
    rows = [
        [_("Revenue lost"), "", _money(bill.revenue)],
        [_("SLA credits"), "", _money(bill.sla_credits)],
        [_("Vendors"), "", _money(bill.vendors)],
        [_("Direct"), "", _money(bill.direct)],
        [
            _("Engineering"),
            _times(bill.hours, cost.hourly_rate),
            _money(bill.engineering),
        ],
        [_("Users lost"), _users(subject), _money(bill.churn)],
        [_("Brand"), _("estimate"), _money(bill.brand)],
        [_("Indirect"), "", _money(bill.indirect)],
        [_("Total"), "", _money(bill.total)],
    ]
    shown = [[name, how, amount or unknown] for name, how, amount in rows]
    yield Table((_("Part"), _("How"), _("Amount")), shown, frozenset({2}))
    if bill.per_minute is not None and bill.duration is not None:
        text = _("Each minute of the {duration} cost {money}.")
        yield Paragraph(text.format(duration=formats.duration(bill.duration), money=formats.money(bill.per_minute)))


def _money(value: Money | None) -> str:
    return "" if value is None else formats.money(value)


def _times(hours: Decimal | None, rate: Money | None) -> str:
    if hours is None or rate is None:
        return ""
    return _("{hours} h × {rate}").format(hours=formats.number(hours), rate=formats.money(rate))


def _users(subject: Subject) -> str:
    cost = subject.incident.cost
    users = cost.users_affected if cost.users_affected is not None else subject.incident.summary.users_affected
    if users is None or cost.churn_probability is None or cost.lifetime_value is None:
        return ""
    return _("{users} users × {share} × {value}").format(
        users=formats.number(users),
        share=formats.percent(cost.churn_probability),
        value=formats.money(cost.lifetime_value),
    )
