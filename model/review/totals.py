"""Sums of money in several currencies: never added to each other, never converted."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from model.money import Money

__all__ = ["totals"]


def totals(amounts: Iterable[Money | None]) -> Sequence[Money]:
    """One sum a currency, the largest count of amounts first; what is not known is left out."""
    sums: dict[str, Decimal] = {}
    counts: dict[str, int] = {}
    for money in amounts:
        if money is not None:
            sums[money.currency] = sums.get(money.currency, Decimal(0)) + money.amount
            counts[money.currency] = counts.get(money.currency, 0) + 1
    order = sorted(sums, key=lambda currency: (-counts[currency], currency))
    return [Money(amount=sums[currency], currency=currency) for currency in order]
