"""Amounts of money: a decimal with its currency, never a float, rounded only when shown."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Annotated, Any, Protocol

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainSerializer

from model.message import Message, Refused
from model.record import Frozen

__all__ = [
    "Amount",
    "Currency",
    "EnteredMoney",
    "EnteredQuantity",
    "EnteredShare",
    "Exact",
    "Money",
    "Quantity",
    "plain",
    "written",
]

LIMIT = Decimal(10) ** 15
"""No amount reaches this; a larger one is a slip of the keyboard."""
DECIMALS = 6
"""Digits kept of a quotient, such as the cost of a minute."""


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise Refused(Message("an amount is written as text, “12.50”, for a JSON number loses digits"))
    if isinstance(value, str):
        try:
            return _exact(Decimal(value))
        except InvalidOperation:
            raise Refused(Message("“{text}” is not a number", text=value[:40])) from None
    if isinstance(value, Decimal) and not value.is_finite():
        raise Refused(Message("a number is needed, and this is none"))
    return value


def plain(number: Decimal) -> str:
    """The number as it stands in files: digits and a point, no exponent."""
    return f"{number:f}"


def _in_bounds(number: Decimal) -> Decimal:
    if number < 0:
        raise Refused(Message("it cannot be less than nothing: leave out the minus sign"))
    if number >= LIMIT:
        raise Refused(Message("it is larger than any that can be kept (below 10^15): check the digits"))
    _, digits, exponent = number.as_tuple()
    if len(digits) > 40 or (isinstance(exponent, int) and exponent < -12):
        raise Refused(Message("at most 12 decimals can be kept: shorten the number"))
    return number


def _at_most_all(number: Decimal) -> Decimal:
    if number > 1:
        raise Refused(Message("a share lies between 0 and 1, that is 0 % to 100 %"))
    return number


def _currency(code: str) -> str:
    code = code.strip().upper()
    if len(code) != 3 or not code.isascii() or not code.isalpha():
        raise Refused(Message("a currency is three letters, such as EUR, USD or JPY"))
    return code


Exact = Annotated[Decimal, BeforeValidator(_exact), PlainSerializer(plain, return_type=str, when_used="json")]
"""A finite decimal; text in JSON, since JSON floats lose digits."""
Amount = Annotated[Exact, AfterValidator(_in_bounds)]
"""A quantity of money or hours: not negative, below 10^15."""
Currency = Annotated[str, AfterValidator(_currency)]
"""An ISO 4217 code."""


def _none(value: object) -> bool:
    return value is None


class _Ends(Protocol):
    @property
    def amount(self) -> Decimal: ...

    @property
    def low(self) -> Decimal | None: ...

    @property
    def high(self) -> Decimal | None: ...


class _Estimate:
    """What may be a range."""

    @property
    def least(self: _Ends) -> Decimal:
        """How little it may be."""
        return self.amount if self.low is None else self.low

    @property
    def most(self: _Ends) -> Decimal:
        """How much it may be."""
        return self.amount if self.high is None else self.high

    @property
    def ranged(self: _Ends) -> bool:
        """Whether a range was given."""
        return self.low is not None or self.high is not None


class Quantity(_Estimate, Frozen):
    """A number of something. In files it is a plain number, and of an estimate an object with both ends."""

    model_config = ConfigDict(extra="forbid")

    amount: Exact
    """The likely one, where it is an estimate."""
    low: Exact | None = None
    """At least so much; none unless a range was given."""
    high: Exact | None = None
    """At most so much; none unless a range was given."""


class Money(_Estimate, Frozen):
    """An amount in a currency; of an estimate the likely one, with how little and how much it may be.

    Adding two currencies is an error of the program, so it raises.
    """

    model_config = ConfigDict(extra="forbid")

    amount: Exact
    currency: Currency
    low: Exact | None = Field(default=None, exclude_if=_none)
    """At least so much; none unless a range was given."""
    high: Exact | None = Field(default=None, exclude_if=_none)
    """At most so much; none unless a range was given."""

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return self._with(
            self.amount + other.amount,
            (self.least + other.least, self.most + other.most) if self.ranged or other.ranged else None,
        )

    def times(self, quantity: Quantity) -> "Money":
        """The money for that many; at least for the fewest, at most for the most."""
        ranged = self.ranged or quantity.ranged
        ends = (self.least * quantity.least, self.most * quantity.most) if ranged else None
        return self._with(self.amount * quantity.amount, ends)

    def per(self, quantity: Decimal) -> "Money | None":
        """The money for one of that many, to six decimals, half up; none where there is not one."""
        if quantity <= 0:
            return None

        def each(amount: Decimal) -> Decimal:
            return (amount / quantity).quantize(Decimal(1).scaleb(-DECIMALS), ROUND_HALF_UP)

        with localcontext() as context:
            context.prec = 50
            return self._with(each(self.amount), (each(self.least), each(self.most)) if self.ranged else None)

    def _with(self, amount: Decimal, ends: tuple[Decimal, Decimal] | None) -> "Money":
        if ends is None:
            return Money(amount=amount, currency=self.currency)
        return Money(amount=amount, currency=self.currency, low=ends[0], high=ends[1])


def _upwards(least: Decimal, likely: Decimal, most: Decimal) -> None:
    if not least <= likely <= most:
        raise Refused(Message("a range goes up: the least, the likely amount, the most"))


def _money_in_bounds(money: Money) -> Money:
    for number in (money.least, money.amount, money.most):
        _in_bounds(number)
    _upwards(money.least, money.amount, money.most)
    return money


def _of_number(value: object) -> object:
    return value if isinstance(value, Quantity | Mapping) else {"amount": value}


def _quantity_in_bounds(quantity: Quantity) -> Quantity:
    for number in (quantity.least, quantity.amount, quantity.most):
        _in_bounds(number)
    _upwards(quantity.least, quantity.amount, quantity.most)
    return quantity


def _share_in_bounds(share: Quantity) -> Quantity:
    _at_most_all(share.most)
    return share


def written(quantity: Quantity) -> Any:
    """The quantity as it stands in files."""
    if not quantity.ranged:
        return plain(quantity.amount)
    return {"amount": plain(quantity.amount), "low": plain(quantity.least), "high": plain(quantity.most)}


EnteredMoney = Annotated[Money, AfterValidator(_money_in_bounds)]
"""Money that a person enters: not negative, below 10^15. What is worked out of it may be more."""
EnteredQuantity = Annotated[
    Quantity,
    BeforeValidator(_of_number),
    AfterValidator(_quantity_in_bounds),
    PlainSerializer(written, return_type=Any, when_used="json"),
]
"""A quantity that a person enters: not negative, below 10^15."""
EnteredShare = Annotated[EnteredQuantity, AfterValidator(_share_in_bounds)]
"""A part of a whole that a person enters, from 0 to 1."""
