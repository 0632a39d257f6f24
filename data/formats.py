"""Numbers, amounts, dates and durations as the reader writes them. Babel is loaded at the first use."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from data.reader import language, locale_name
from model.money import Money, Quantity

if TYPE_CHECKING:
    from babel import Locale

__all__ = [
    "amount",
    "clock",
    "day",
    "digits",
    "duration",
    "exactly",
    "is_currency",
    "moment",
    "money",
    "money_within",
    "number",
    "number_locale",
    "offset",
    "percent",
    "quantity",
    "running",
    "separators",
    "share",
    "short_money",
    "symbol",
    "typed_money",
    "typed_number",
    "typed_quantity",
    "typed_share",
    "weekday",
    "zoned",
]

_Unit = Literal["day", "hour", "minute", "second"]
_UNITS: tuple[tuple[_Unit, int], ...] = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))
_CLOCK_PARTS = 2
_WHOLE = 1000
_CODE_AT_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
"""Where a currency's letters stand right at the number: a blank belongs there."""


@lru_cache(maxsize=16)
def _known(name: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "US")


def number_locale() -> "Locale":
    """The locale in which numbers are written and read."""
    return _known(locale_name())


@lru_cache(maxsize=16)
def _paired(spoken: str, territory: str | None) -> "Locale | None":
    """The language as it is written in that territory, where that is known: English in Germany."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(spoken, territory) if territory else None
    except UnknownLocaleError:
        return None


def _dates() -> "Locale | None":
    """The locale of dates with words: the numbers' own where it speaks the language of the texts, else its territory's.

    Nothing where that language is not known in that territory: dates are figures then.
    """
    locale = number_locale()
    return locale if locale.language == language() else _paired(language(), locale.territory)


def _words() -> "Locale":
    """The locale of words, in the language of the texts."""
    return _dates() or _known(language())


def number(value: int | Decimal) -> str:
    """The number with its groups, at most two decimals."""
    from babel.numbers import format_decimal

    locale = number_locale()
    groups = str(locale.decimal_formats[None].pattern).partition(".")[0]
    with localcontext() as context:
        context.prec = 60
        return format_decimal(value, format=f"{groups}.##", locale=locale)


def separators() -> tuple[str, str]:
    """What parts the thousands here, and what stands before the decimals."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_group_symbol(number_locale()), get_decimal_symbol(number_locale())


def exactly(value: Decimal) -> str:
    """The number with its groups, and all its decimals."""
    from babel.numbers import format_decimal

    with localcontext() as context:
        context.prec = 60
        return format_decimal(value, locale=number_locale(), decimal_quantization=False)


def typed_number(value: Decimal) -> str:
    """The number with all its decimals and no groups, as one would type it here."""
    from babel.numbers import get_decimal_symbol

    return f"{value:f}".replace(".", get_decimal_symbol(number_locale()))


def percent(share: Decimal) -> str:
    """A share of 1 as a percentage, with the decimals that it has."""
    from babel.numbers import format_percent

    with localcontext() as context:
        context.prec = 60
        return format_percent(share, locale=number_locale(), decimal_quantization=False)


def digits(currency: str) -> int:
    """How many decimals the currency has."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def money(value: Money) -> str:
    """The amount in its currency, rounded half up to the currency's own digits; of a range with both ends behind it."""
    if not value.ranged:
        return amount(value.amount, value.currency)
    likely, low, high = (amount(one, value.currency) for one in (value.amount, value.least, value.most))
    return f"{likely} ({low} – {high})"


def quantity(value: Quantity) -> str:
    """The number with at most two decimals; of a range with both ends behind it."""
    return _with_ends(value, number)


def share(value: Quantity) -> str:
    """The share as a percentage; of a range with both ends behind it."""
    return _with_ends(value, percent)


def _with_ends(value: Quantity, shown: Callable[[Decimal], str]) -> str:
    likely = shown(value.amount)
    return f"{likely} ({shown(value.least)} – {shown(value.most)})" if value.ranged else likely


def money_within(value: Money, cells: int) -> str:
    """The amount in at most so many cells: shortened to thousands or millions in words, but never cut."""
    from babel.numbers import format_compact_currency

    full = amount(value.amount, value.currency)
    if len(full) <= cells:
        return full
    with localcontext() as context:
        context.prec = 60
        short = format_compact_currency(value.amount, value.currency, locale=number_locale(), fraction_digits=1)
    return short if len(short) <= cells else "…"


def short_money(value: Money) -> str:
    """The likely amount in the short form of the language: “€67.3K”."""
    from babel.numbers import format_compact_currency

    with localcontext() as context:
        context.prec = 60
        whole = value.amount if value.amount >= _WHOLE else value.amount.quantize(Decimal(1), ROUND_HALF_UP)
        text = format_compact_currency(whole, value.currency, locale=number_locale(), fraction_digits=1)
    return _CODE_AT_DIGIT.sub("\u00a0", text)


def amount(value: Decimal, currency: str) -> str:
    """The amount in that currency, rounded half up to the currency's own digits."""
    from babel.numbers import format_currency

    with localcontext() as context:
        context.prec = 60
        step = Decimal(1).scaleb(-digits(currency))
        text = format_currency(value.quantize(step, ROUND_HALF_UP), currency, locale=number_locale())
    return _CODE_AT_DIGIT.sub("\u00a0", text)


def typed_money(value: Money) -> str:
    """The amount as one would type it here, without its currency; of a range the least, the likely one, the most."""
    ends = (value.least, value.amount, value.most) if value.ranged else (value.amount,)
    return " / ".join(map(typed_number, ends))


def typed_quantity(value: Quantity) -> str:
    """The number as one would type it here; of a range the least, the likely one, the most."""
    return _typed_ends(value, typed_number)


def typed_share(value: Quantity) -> str:
    """The share as one would type it here; of a range the least, the likely one, the most."""
    return _typed_ends(value, percent)


def _typed_ends(value: Quantity, typed: Callable[[Decimal], str]) -> str:
    ends = (value.least, value.amount, value.most) if value.ranged else (value.amount,)
    return " / ".join(map(typed, ends))


def symbol(currency: str) -> str:
    """The sign of the currency, such as €."""
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, locale=number_locale())


def is_currency(code: str) -> bool:
    """Whether there is, or was, a currency of that code."""
    from babel.numbers import is_currency as known

    return known(code, locale="en")


def duration(value: timedelta) -> str:
    """A duration in words by its two largest units: “1 hr 35 min”."""
    from babel.dates import format_timedelta

    seconds = int(value.total_seconds())
    parts: list[str] = []
    for unit, length in _UNITS:
        count, seconds = divmod(seconds, length)
        if count or (unit == "second" and not parts):
            part = timedelta(seconds=count * length)
            parts.append(format_timedelta(part, granularity=unit, threshold=100_000, format="short", locale=_words()))
        if len(parts) == _CLOCK_PARTS or (parts and not seconds):
            break
    return " ".join(parts)


def running(value: timedelta) -> str:
    """A running clock: `00:42:17`, with days in front where there are any. The same in every language."""
    seconds = int(value.total_seconds())
    days, seconds = divmod(seconds, 86_400)
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{days}d {text}" if days else text


def clock(value: datetime) -> str:
    """The time of day: `10:42`. The same in every language."""
    return f"{value:%H:%M}"


def offset(value: datetime) -> str:
    """The offset from UTC: `UTC+01:00`. The same in every language."""
    text = f"{value:%z}"
    return f"UTC{text[:3]}:{text[3:5]}" if text.strip("+0") else "UTC"


def day(value: date) -> str:
    """A date, with its year."""
    from babel.dates import format_date, format_skeleton

    locale = _dates()
    if locale is None:
        return format_skeleton("yMMdd", value, locale=number_locale())
    return format_date(value, format="medium", locale=locale)


def weekday(value: date) -> str:
    """A date with the day of the week: “Mon, 23 Nov 2026” in the order of the language."""
    from babel.dates import format_skeleton

    locale = _dates()
    if locale is None:
        return f"{format_skeleton('E', value, locale=_words())} {day(value)}"
    return format_skeleton("yMMMEd", value, locale=locale)


def moment(value: datetime) -> str:
    """A date and time of day, on the clock of its own zone."""
    return f"{day(value.date())} {clock(value)}"


def zoned(value: datetime) -> str:
    """A date and time of day, with the offset of its zone."""
    return f"{moment(value)} {offset(value)}"
