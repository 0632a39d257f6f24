"""Numbers, amounts, dates and durations as the reader writes them; clocks the same everywhere."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import formats
from data.language import from_environment, say, use_language, use_locale
from model.instant import in_zone
from model.message import Counted, Message
from model.money import Money

LOCALES = ["en_US", "de_DE", "de_CH", "fr_FR", "ja_JP", "hi_IN", "pt_BR"]


def spaced(text: str) -> str:
    """The text with each kind of blank as a plain one."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "amount", "currency", "shown"),
    [
        ("en_US", "1234.565", "EUR", "€1,234.57"),
        ("en_US", "1234.564999", "EUR", "€1,234.56"),
        ("de_DE", "70023", "EUR", "70.023,00 €"),
        ("fr_FR", "70023", "EUR", "70 023,00 €"),
        ("en_US", "1234.5", "JPY", "¥1,235"),
        ("en_US", "0.5", "JPY", "¥1"),
        ("en_US", "1.2345", "KWD", "KWD 1.235"),
        ("en_US", "999999999999999999.995", "EUR", "€1,000,000,000,000,000,000.00"),
    ],
)
def test_money_is_rounded_half_up_to_its_own_digits(locale: str, amount: str, currency: str, shown: str) -> None:
    use_locale(locale)
    assert spaced(formats.money(Money(amount=Decimal(amount), currency=currency))) == shown


@pytest.mark.parametrize(("currency", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3)])
def test_a_currency_has_its_own_number_of_decimals(currency: str, digits: int) -> None:
    assert formats.digits(currency) == digits


def test_a_currency_is_one_that_there_is() -> None:
    assert formats.is_currency("CHF")
    assert not formats.is_currency("ABC")


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0 sec"),
        (59, "59 sec"),
        (60, "1 min"),
        (95 * 60, "1 hr 35 min"),
        (26 * 3600 + 59, "1 day 2 hr"),
        (3601, "1 hr 1 sec"),
    ],
)
def test_a_duration_is_its_two_largest_units(seconds: int, shown: str) -> None:
    assert formats.duration(timedelta(seconds=seconds)) == shown


def test_the_running_clock_is_the_same_in_every_language() -> None:
    use_locale("ar_EG")
    use_language("ar")
    assert formats.running(timedelta(minutes=42, seconds=17)) == "00:42:17"
    assert formats.running(timedelta(days=2, hours=3)) == "2d 03:00:00"
    assert formats.clock(datetime(2026, 11, 23, 9, 5, tzinfo=UTC)) == "09:05"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC", "UTC"),
        ("Europe/Berlin", "UTC+01:00"),
        ("Asia/Kathmandu", "UTC+05:45"),
        ("America/St_Johns", "UTC-03:30"),
    ],
)
def test_an_offset_is_written_out(zone: str, offset: str) -> None:
    assert formats.offset(in_zone(datetime(2026, 11, 23, tzinfo=UTC), zone)) == offset


def test_dates_are_in_the_readers_order() -> None:
    day = date(2026, 11, 23)
    assert formats.day(day) == "Nov 23, 2026"
    use_locale("de_DE")
    use_language("de")
    assert formats.day(day) == "23.11.2026"
    assert formats.weekday(day) == "Mo., 23. Nov. 2026"


def test_words_in_dates_are_in_the_language_of_the_texts() -> None:
    use_locale("de_DE")
    assert formats.weekday(date(2026, 11, 23)) == "Mon, 23 Nov 2026"


def test_a_share_keeps_its_decimals() -> None:
    assert formats.percent(Decimal("0.004")) == "0.4%"
    assert formats.percent(Decimal("1")) == "100%"


@pytest.mark.parametrize("name", ["xx_YY", "", "!", "C"])
def test_a_locale_that_nobody_knows_is_written_as_english(name: str) -> None:
    use_locale(name)
    assert formats.number(Decimal("1234.5")) == "1,234.5"


@given(st.decimals(min_value=0, max_value=Decimal(10) ** 12, places=4), st.sampled_from(LOCALES))
@settings(deadline=None, max_examples=60)
def test_a_number_to_be_typed_has_one_sign_and_no_groups(value: Decimal, locale: str) -> None:
    use_locale(locale)
    shown = formats.typed_number(value)
    assert sum(not sign.isdigit() for sign in shown) <= 1
    use_locale("en_US")


def test_a_message_is_worded_with_its_values() -> None:
    message = Message(
        "{money} {time} {day} {n} {inner}",
        money=Money(amount=Decimal(5), currency="EUR"),
        time=timedelta(minutes=95),
        day=date(2026, 11, 23),
        n=1234,
        inner=Message("{x}", x="“{y}”"),
    )
    assert say(message) == "€5.00 1 hr 35 min Nov 23, 2026 1,234 “{y}”"
    assert say(Counted("{n} gap", "{n} gaps", 2)) == "2 gaps"


@pytest.mark.parametrize(
    ("names", "locale"),
    [
        ({"LANG": "de_CH.UTF-8"}, "de_CH"),
        ({"LANG": "de_CH.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr_FR"),
        ({"LANG": "de_DE@euro"}, "de_DE"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE"}, "en_US"),
        ({}, "en_US"),
    ],
)
def test_the_locale_of_the_environment(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], locale: str) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert from_environment() == locale


@pytest.mark.parametrize(
    ("language", "locale", "day", "weekday"),
    [
        ("en", "en_US", "Dec 1, 2026", "Tue, Dec 1, 2026"),
        ("en", "de_DE", "1 Dec 2026", "Tue, 1 Dec 2026"),
        ("de", "de_CH", "01.12.2026", "Di., 1. Dez. 2026"),
        ("fr", "de_DE", "01.12.2026", "mar. 01.12.2026"),
        ("de", "ja_JP", "2026/12/1", "Di 2026/12/1"),
    ],
)
def test_a_date_is_written_as_in_the_locale_with_words_of_the_language(
    language: str, locale: str, day: str, weekday: str
) -> None:
    use_language(language)
    use_locale(locale)
    assert spaced(formats.day(date(2026, 12, 1))) == day
    assert spaced(formats.weekday(date(2026, 12, 1))) == weekday
