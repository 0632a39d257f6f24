"""What is known of an incident as bytes, for the index: quick to make, and quicker to read."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from data.quarter.reading import Known
from model.instant import stored
from model.money import Money, plain
from model.review import ActionFacts, Facts

__all__ = ["packed", "unpacked"]


def packed(known: Known) -> bytes | None:
    """The same as bytes; none where it holds what JSON cannot."""
    from orjson import dumps

    facts = known.facts
    try:
        return dumps(
            [
                known.repeats,
                known.no_repeats,
                [_packed_action(action) for action in facts.actions],
                _packed_money(facts.total_cost),
                facts.day,
                stored(facts.started_at),
                *(getattr(facts, name) for name in _AS_THEY_ARE),
            ]
        )
    except TypeError:
        return None


def unpacked(content: bytes) -> Known | None:
    """What the bytes hold; none where they are not what `packed` makes."""
    from orjson import loads

    try:
        repeats, no_repeats, actions, cost, day, started_at, *rest = loads(content)
        id, title, live, severity, kind, service, industry, detected_by, *lists = rest
        categories, causes, scores, detect, resolve, words, fix, wrong_order, terms, cause_terms, modes = lists
        facts = Facts(
            id,
            title,
            date.fromisoformat(day),
            datetime.fromisoformat(started_at),
            live,
            severity,
            kind,
            service,
            industry,
            detected_by,
            tuple(categories),
            tuple(causes),
            tuple(map(tuple, scores)),
            detect,
            resolve,
            _unpacked_money(cost),
            tuple([_unpacked_action(id, action) for action in actions]),
            words,
            fix,
            tuple(wrong_order),
            terms,
            cause_terms=cause_terms,
            modes=tuple([(mode, tuple(said)) for mode, said in modes]),
        )
        return Known(facts, tuple(repeats), tuple(no_repeats))
    except (ValueError, TypeError, InvalidOperation):
        return None


_AS_THEY_ARE = (
    "id",
    "title",
    "live",
    "severity",
    "kind",
    "service",
    "industry",
    "detected_by",
    "categories",
    "causes",
    "scores",
    "detect_seconds",
    "resolve_seconds",
    "words",
    "fixed_by",
    "wrong_order",
    "terms",
    "cause_terms",
    "modes",
)


def _packed_action(action: ActionFacts) -> Sequence[Any]:
    return (
        action.number,
        action.text,
        action.owner,
        action.deadline,
        action.done_on,
        action.done,
        action.covers,
    )


def _unpacked_action(incident: str, action: Sequence[Any]) -> ActionFacts:
    number, text, owner, deadline, done_on, done, covers = action
    return ActionFacts(incident, number, text, owner, _day(deadline), _day(done_on), done, tuple(covers))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _packed_money(money: Money | None) -> Sequence[str | None] | None:
    if money is None:
        return None
    low, high = (None if end is None else plain(end) for end in (money.low, money.high))
    return plain(money.amount), money.currency, low, high


def _unpacked_money(money: Sequence[str] | None) -> Money | None:
    if money is None:
        return None
    amount, currency, *ends = money
    low, high = (None if end is None else Decimal(end) for end in ends)
    return Money.model_construct(amount=Decimal(amount), currency=currency, low=low, high=high)
