"""Reading what a person typed into a field, strictly, and showing what it was understood as."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from data import formats
from data.language import _
from data.ranges import read_quantity, read_share
from data.readings import ALIKE, Plausible, Way, is_doubtful, spelled_apart
from model.field import Field, Kind
from model.incident import Incident
from model.instant import in_zone, stored, zone_of
from model.message import Message, Refused
from model.money import Money, written
from model.when import Context, When, read_when

__all__ = ["Ambiguous", "Reader", "Understood", "hint_of", "read_number", "when_context"]

_PLAIN = re.compile(r"-?\d{1,40}(\.\d{1,40})?")
_DIGITS_AND_SIGNS = re.compile(r"[-+]?[\d.,'’٫٬ ]{1,60}")
_SEPARATORS = frozenset(".,' ")
_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed text was understood as."""

    value: Any
    """The value as it stands in the file; `None` empties the field."""
    shown: str
    """The value as the reader writes it, to be shown before it is accepted."""
    notes: tuple[Message, ...] = ()
    """What to look at before accepting, such as a clock that was put forward."""


class Ambiguous(Refused):
    """A number was typed that could well mean another one: the user is asked which."""

    def __init__(self, message: Message, offers: tuple[Understood, ...]) -> None:
        super().__init__(message)
        self.offers = offers
        """What it can mean."""


def hint_of(field: Field) -> str:
    """What the field's own hint says, its examples as one types them here."""
    if field.kind is not Kind.SHARE:
        return _(field.hint)
    example = Decimal("0.004")
    return _(field.hint).format(share=formats.typed_number(example), percent=formats.percent(example))


def when_context(incident: Incident, now: datetime) -> Context:
    """What a time that is typed into this incident is relative to."""
    entries = incident.timeline.root
    return Context(
        now=now,
        zone=incident.summary.zone,
        start=incident.summary.started_at,
        last=entries[-1].at if entries else None,
    )


def read_number(typed: str, *, plain: bool) -> Decimal:
    """The number that was typed: in the reader's way of writing, or with digits and a point where `plain`.

    Raises `Refused` where it is not one.
    """
    text = unicodedata.normalize("NFKC", typed).translate(ALIKE).strip()
    try:
        if plain:
            if not _PLAIN.fullmatch(text):
                raise ValueError
            return Decimal(text)
        return _as_written_here(text)
    except (ValueError, InvalidOperation):
        example = "1234.5" if plain else formats.number(Decimal("1234.5"))
        raise Refused(
            Message("“{text}” is not a number: write it like {example}", text=typed.strip()[:40], example=example)
        ) from None


def _as_written_here(text: str) -> Decimal:
    from babel.numbers import parse_decimal

    if not _DIGITS_AND_SIGNS.fullmatch(text):
        raise ValueError
    group, decimal = formats.separators()
    typed_group = group.translate(ALIKE)
    if set(text) & _SEPARATORS - {typed_group, decimal}:
        raise ValueError
    return parse_decimal(text.replace(typed_group, group), locale=formats.number_locale(), strict=True)


class Reader:
    """Reads typed texts for the fields of one incident at one moment."""

    def __init__(self, incident: Incident, now: datetime, *, plain: bool = False) -> None:
        """With `plain`, numbers are written with digits and a point, as scripts do."""
        self._incident = incident
        self._now = now
        self._plain = plain
        self._by_kind: Mapping[Kind, Callable[[Field, str], Understood]] = MappingProxyType(
            {
                Kind.TEXT: lambda _, typed: Understood(typed, typed),
                Kind.CHOICE: _choice,
                Kind.WHEN: self._when,
                Kind.ZONE: _zone,
                Kind.COUNT: self._count,
                Kind.AMOUNT: self._amount,
                Kind.DECIMAL: self._decimal,
                Kind.SHARE: self._share,
                Kind.CURRENCY: _currency,
            }
        )

    def read(self, field: Field, typed: str) -> Understood:
        """What was typed into the field.

        Raises `Refused` where it is not a value of that kind, `Ambiguous` where it can well be one of two.
        """
        if not typed.strip():
            if field.required:
                raise Refused(Message("it is needed"))
            return Understood("" if field.kind is Kind.TEXT else None, "")
        plausible = self._plausible(field.kind)
        if plausible and is_doubtful(typed, plausible, plain=self._plain):
            self._ask(field, typed, plausible)
        return self._by_kind[field.kind](field, typed)

    def _plausible(self, kind: Kind) -> Plausible | None:
        """Which numbers the field takes; nothing where it takes none."""
        match kind:
            case Kind.COUNT:
                return Plausible(0)
            case Kind.AMOUNT:
                return Plausible(formats.digits(self._incident.cost.currency), rounded=True)
            case Kind.DECIMAL:
                return Plausible(2)
            case Kind.SHARE:
                return Plausible(12, thousands=False)
        return None

    def _ask(self, field: Field, typed: str, plausible: Plausible) -> None:
        """Raises `Ambiguous` with what the number can mean; nothing where it can be no value at all."""
        offers: list[tuple[str, Understood]] = []
        for way in filter(plausible.allows, Way):
            text = spelled_apart(typed, way, plausible, plain=self._plain).strip()
            with suppress(Refused):
                offer = self._by_kind[field.kind](field, text)
                if field.kind is not Kind.SHARE or _most(offer.value) <= 1:
                    offers.append((text, offer))
        words = {"text": typed.strip()[:40]}
        match offers:
            case [(text, only)]:
                message = Message(
                    "“{text}” can only mean {one} here: write {first}", one=only.shown, first=text, **words
                )
            case [(text, one), (other_text, other)]:
                message = Message(
                    "“{text}” can mean {one} or {other}: write {first} or {second}",
                    one=one.shown,
                    other=other.shown,
                    first=text,
                    second=other_text,
                    **words,
                )
            case _:
                return
        raise Ambiguous(message, tuple(offer for _text, offer in offers))

    def _when(self, _field: Field, typed: str) -> Understood:
        when: When = read_when(typed, when_context(self._incident, self._now))
        local = in_zone(when.at, self._incident.summary.zone)
        return Understood(stored(when.at), formats.zoned(local), when.notes)

    def _number(self, typed: str) -> Decimal:
        return read_number(typed, plain=self._plain)

    def _count(self, _field: Field, typed: str) -> Understood:
        number = read_quantity(typed, self._number, ranged=False).amount
        if number != number.to_integral_value():
            raise Refused(Message("a whole number is needed"))
        return Understood(int(number), formats.number(int(number)))

    def _amount(self, _field: Field, typed: str) -> Understood:
        """An amount, or a range; a `/` can part no fraction here."""
        currency = self._incident.cost.currency
        bare = typed.replace(currency, "").replace(formats.symbol(currency), "")
        found = read_quantity(_SLASH.sub(" / ", bare), self._number)
        money = Money(amount=found.amount, currency=currency, low=found.low, high=found.high)
        return Understood(money.model_dump(mode="json"), formats.money(money))

    def _decimal(self, field: Field, typed: str) -> Understood:
        found = read_quantity(typed, self._number, ranged=field.ranged)
        return Understood(written(found), formats.quantity(found) if found.ranged else formats.exactly(found.amount))

    def _share(self, _field: Field, typed: str) -> Understood:
        found = read_share(typed, self._number)
        return Understood(written(found), formats.share(found))


def _most(share: Any) -> Decimal:
    return Decimal(share["high"] if isinstance(share, Mapping) else share)


def _choice(field: Field, typed: str) -> Understood:
    wanted = typed.strip().casefold()
    named = {value: {str(value).casefold(), _(label).casefold()} for value, label in field.choices.items()}
    found = [value for value, names in named.items() if wanted in names]
    if not found:
        found = [value for value, names in named.items() if any(_alike(wanted, name) for name in names)]
    if len(found) != 1:
        known = ", ".join(str(value) for value in field.choices)
        raise Refused(Message("“{text}” is none of: {known}", text=typed.strip()[:40], known=known))
    return Understood(str(found[0]), _(field.choices[found[0]]))


def _alike(wanted: str, name: str) -> bool:
    """Whether a short form was meant: `1` for SEV-1, `customer` for customer report."""
    squeezed = re.sub(r"[\s_-]+", "", wanted)
    return bool(squeezed) and squeezed in (
        re.sub(r"[\s_-]+", "", name),
        name.rpartition("-")[2],
        name.split(maxsplit=1)[0],
    )


def _zone(_field: Field, typed: str) -> Understood:
    name = typed.strip()
    zone_of(name)
    return Understood(name, name)


def _currency(_field: Field, typed: str) -> Understood:
    code = typed.strip().upper()
    if not formats.is_currency(code):
        raise Refused(Message("“{text}” is no currency: take a code such as EUR, USD or JPY", text=typed.strip()[:40]))
    return Understood(code, code)
