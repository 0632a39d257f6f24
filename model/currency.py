"""Changing the incident's currency: every amount is labelled anew, none is converted."""

from collections.abc import Iterator

from model.change import Change, Step, edit
from model.cost import AMOUNTS, Cost
from model.incident import Incident
from model.message import Message
from model.money import Money
from model.summary import Summary

__all__ = ["currency_change", "currency_steps"]


def currency_steps(incident: Incident, code: str) -> Iterator[Step]:
    """The steps that put all amounts of the incident into that currency."""
    values: dict[str, object] = {"currency": code}
    for name in AMOUNTS:
        money: Money | None = getattr(incident.cost, name)
        if money is not None:
            values[name] = _labelled(money, code)
    cost = edit(incident, Cost.word, Cost.word, values)
    if cost:
        yield cost
    lost = incident.summary.revenue_lost
    if lost is not None:
        summary = edit(incident, Summary.word, Summary.word, {"revenue_lost": _labelled(lost, code)})
        if summary:
            yield summary


def currency_change(incident: Incident, code: str) -> Change:
    """The change that puts all amounts of the incident into that currency."""
    name = Message("currency: {before} → {after}", before=incident.cost.currency, after=code)
    return Change(name, tuple(currency_steps(incident, code)))


def _labelled(money: Money, code: str) -> dict[str, object]:
    return {**money.model_dump(mode="json"), "currency": code}
