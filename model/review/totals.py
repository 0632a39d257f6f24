"""Sums of money in several currencies: never added to each other, never converted."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from model.money import Money

__all__ = ["commonest", "in_currency", "less_dear", "totals"]


def totals(amounts: Iterable[Money | None]) -> Sequence[Money]:
    """One sum a currency, the largest count of amounts first; what is not known is left out."""
    sums: dict[str, Money] = {}
    counts: dict[str, int] = {}
    for money in amounts:
        if money is not None:
            sums[money.currency] = sums[money.currency] + money if money.currency in sums else money
            counts[money.currency] = counts.get(money.currency, 0) + 1
    order = sorted(sums, key=lambda currency: (-counts[currency], currency))
    return [sums[currency] for currency in order]


def commonest(sums: Sequence[Money]) -> str:
    """The currency of most amounts among those that went into the totals; empty where there is none."""
    return sums[0].currency if sums else ""


def in_currency(sums: Sequence[Money], currency: str) -> Decimal | None:
    """The sum in that currency; nothing where there is none."""
    return next((money.amount for money in sums if money.currency == currency), None)


def less_dear(sums: Sequence[Money], currency: str) -> tuple[int, str, Decimal]:
    """What sorts the dearest first: those with a sum in that currency, those in others by theirs, those unknown."""
    amount = in_currency(sums, currency)
    if amount is not None:
        return 0, "", -amount
    return (1, sums[0].currency, -sums[0].amount) if sums else (2, "", Decimal(0))
