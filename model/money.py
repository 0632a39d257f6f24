"""Amounts of money: a decimal with its currency, never a float, rounded only when shown."""

from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, PlainSerializer

from model.message import Message, Refused
from model.record import Frozen

__all__ = ["Amount", "Currency", "EnteredMoney", "Exact", "Money", "Share", "plain"]

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
Share = Annotated[Amount, AfterValidator(_at_most_all)]
"""A part of a whole, from 0 to 1."""
Currency = Annotated[str, AfterValidator(_currency)]
"""An ISO 4217 code."""


def _none(value: object) -> bool:
    return value is None


class Money(Frozen):
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

    @property
    def least(self) -> Decimal:
        """How little it may be."""
        return self.amount if self.low is None else self.low

    @property
    def most(self) -> Decimal:
        """How much it may be."""
        return self.amount if self.high is None else self.high

    @property
    def ranged(self) -> bool:
        """Whether a range was given."""
        return self.low is not None or self.high is not None

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return self._with(
            self.amount + other.amount,
            (self.least + other.least, self.most + other.most) if self.ranged or other.ranged else None,
        )

    def times(self, quantity: Decimal) -> "Money":
        """The money for that many."""
        ends = (self.least * quantity, self.most * quantity) if self.ranged else None
        return self._with(self.amount * quantity, ends)

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


def _money_in_bounds(money: Money) -> Money:
    for number in (money.least, money.amount, money.most):
        _in_bounds(number)
    if not money.least <= money.amount <= money.most:
        raise Refused(Message("a range goes up: the least, the likely amount, the most"))
    return money


EnteredMoney = Annotated[Money, AfterValidator(_money_in_bounds)]
"""Money that a person enters: not negative, below 10^15. What is worked out of it may be more."""
