"""The cost of the incident: direct and indirect, in one currency, running while it is live."""

from datetime import timedelta
from decimal import Decimal
from typing import ClassVar

from pydantic import field_validator, model_validator

from model.field import Field, Kind
from model.message import N_, Message, Refused
from model.money import Amount, Currency, EnteredMoney, EnteredQuantity, EnteredShare, Money, Quantity
from model.record import Fields
from model.summary import Summary

__all__ = ["AMOUNTS", "Bill", "Cost"]

AMOUNTS = ("revenue_lost", "sla_credits", "vendor_costs", "hourly_rate", "lifetime_value", "brand")
"""The fields that hold money; all of them are in the incident's currency."""


class Cost(Fields):
    """What goes into the cost. What is not known is missing, never 0."""

    word: ClassVar[str] = "cost"
    heading: ClassVar[str] = N_("Cost of the incident")
    tab: ClassVar[str] = N_("Cost")
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("currency", N_("Currency"), Kind.CURRENCY, N_("EUR, USD, JPY …"), required=True),
        Field("revenue_lost", N_("Revenue lost"), Kind.AMOUNT, N_("during the downtime; else the summary's")),
        Field("sla_credits", N_("SLA credits"), Kind.AMOUNT, N_("issued to customers")),
        Field("vendor_costs", N_("Vendors"), Kind.AMOUNT, N_("emergency vendors and contractors")),
        Field("responders", N_("Responders"), Kind.DECIMAL, N_("people at work: hours run with the clock")),
        Field(
            "engineering_hours",
            N_("Engineering hours"),
            Kind.DECIMAL,
            N_("if known; else responders × time"),
            ranged=True,
        ),
        Field("hourly_rate", N_("Loaded rate per hour"), Kind.AMOUNT, N_("salary and everything on top")),
        Field("users_affected", N_("Users affected"), Kind.COUNT, N_("else the summary's")),
        Field("churn_probability", N_("Churn probability"), Kind.SHARE, N_("{share} or {percent}"), ranged=True),
        Field("lifetime_value", N_("Lifetime value"), Kind.AMOUNT, N_("of one user")),
        Field("brand", N_("Brand"), Kind.AMOUNT, N_("an estimate")),
    )

    currency: Currency = "EUR"
    revenue_lost: EnteredMoney | None = None
    sla_credits: EnteredMoney | None = None
    vendor_costs: EnteredMoney | None = None
    responders: Amount | None = None
    engineering_hours: EnteredQuantity | None = None
    hourly_rate: EnteredMoney | None = None
    users_affected: int | None = None
    churn_probability: EnteredShare | None = None
    lifetime_value: EnteredMoney | None = None
    brand: EnteredMoney | None = None

    @field_validator("users_affected")
    @classmethod
    def _countable(cls, count: int | None) -> int | None:
        if count is not None and not 0 <= count <= 10**12:
            raise Refused(Message("a number of people lies between 0 and 10^12"))
        return count

    @model_validator(mode="after")
    def _in_one_currency(self) -> "Cost":
        for name in AMOUNTS:
            money: Money | None = getattr(self, name)
            if money is not None and money.currency != self.currency:
                raise Refused(
                    Message(
                        "an amount in {other} among amounts in {currency}: they cannot be added up, write all in one",
                        other=money.currency,
                        currency=self.currency,
                    )
                )
        return self


class Bill:
    """The cost worked out at one moment. Every part is none where what it needs is not known."""

    def __init__(self, cost: Cost, summary: Summary, duration: timedelta | None) -> None:
        self.duration = duration
        """The downtime that the cost is spread over."""
        self.work = _work(cost, duration)
        """Engineering hours: as given, or responders × time."""
        users = cost.users_affected if cost.users_affected is not None else summary.users_affected
        self.revenue = cost.revenue_lost or summary.revenue_lost
        self.sla_credits = cost.sla_credits
        self.vendors = cost.vendor_costs
        self.engineering = _product(cost.hourly_rate, self.work)
        self.churn = _product(cost.lifetime_value, _count(users), cost.churn_probability)
        self.brand = cost.brand

    @property
    def hours(self) -> Decimal | None:
        """Engineering hours; of an estimate the likely ones."""
        return None if self.work is None else self.work.amount

    @property
    def direct(self) -> Money | None:
        """Revenue lost + SLA credits + vendors, of what is known."""
        return self._sum(self.revenue, self.sla_credits, self.vendors)

    @property
    def indirect(self) -> Money | None:
        """Hours × rate + users × churn × lifetime value + brand, of what is known."""
        return self._sum(self.engineering, self.churn, self.brand)

    @property
    def total(self) -> Money | None:
        """Direct + indirect; none where nothing at all is known."""
        return self._sum(self.direct, self.indirect)

    @property
    def per_minute(self) -> Money | None:
        """Total ÷ minutes of duration; none where the duration is zero or unknown."""
        if self.total is None or not self.duration:
            return None
        return self.total.per(_seconds(self.duration) / 60)

    def _sum(self, *parts: Money | None) -> Money | None:
        known = [part for part in parts if part is not None]
        return sum(known[1:], known[0]) if known else None


def _product(each: Money | None, *quantities: Quantity | None) -> Money | None:
    for quantity in quantities:
        if each is None or quantity is None:
            return None
        each = each.times(quantity)
    return each


def _work(cost: Cost, duration: timedelta | None) -> Quantity | None:
    if cost.engineering_hours is not None:
        return cost.engineering_hours
    if cost.responders is None or duration is None:
        return None
    return Quantity(amount=cost.responders * _seconds(duration) / 3600)


def _seconds(duration: timedelta) -> Decimal:
    return Decimal(duration.days * 86400 + duration.seconds)


def _count(count: int | None) -> Quantity | None:
    return None if count is None else Quantity(amount=Decimal(count))
