"""Sums of money in several currencies: never added to each other, never converted."""

from collections.abc import Iterable, Sequence

from model.money import Money

__all__ = ["totals"]


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
