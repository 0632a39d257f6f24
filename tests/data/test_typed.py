"""Typed values: read strictly, in the reader's way of writing, and shown as understood."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.formats import typed_number, typed_quantity, typed_share
from data.language import use_locale
from data.typed import Ambiguous, Reader, Understood, hint_of, read_number
from model.cost import Cost
from model.message import Refused
from model.money import Quantity, written
from model.summary import Summary
from tests.building import NOON, incident

FIELDS = {field.name: field for field in (*Cost.FIELDS, *Summary.FIELDS)}


def read(name: str, typed: str, *, plain: bool = False) -> Understood:
    """What was typed into the field of that name."""
    return Reader(incident(), NOON, plain=plain).read(FIELDS[name], typed)


@pytest.mark.parametrize(
    ("locale", "typed", "number"),
    [
        ("en_US", "1,234.56", "1234.56"),
        ("en_US", "1234.56", "1234.56"),
        ("de_DE", "1.234,56", "1234.56"),
        ("de_DE", "1234,56", "1234.56"),
        ("fr_FR", "1 234,56", "1234.56"),
        ("fr_FR", "1\u202f234,56", "1234.56"),
        ("de_CH", "1'234.56", "1234.56"),
        ("de_CH", "1’234.56", "1234.56"),
        ("en_US", "\u2212" + "5", "-5"),
        ("en_US", "１２", "12"),
        ("pt_BR", "1.234,56", "1234.56"),
        ("ja_JP", "1,234.56", "1234.56"),
        ("en_IN", "1,23,456.5", "123456.5"),
        ("en_IN", "12,34,567", "1234567"),
        ("es_ES", "1.234,5", "1234.5"),
    ],
)
def test_a_number_is_read_as_it_is_written_here(locale: str, typed: str, number: str) -> None:
    use_locale(locale)
    assert read_number(typed, plain=False) == Decimal(number)


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    "typed", ["NaN", "inf", "1e3", "1_000", "12a", "", ".", "--5", "1.2.3", "0x10", "½", "9" * 100, "\x1b[2J"]
)
def test_what_is_no_number_is_refused_with_an_example(typed: str, plain: bool) -> None:
    with pytest.raises(Refused, match="is not a number: write it like"):
        read_number(typed, plain=plain)


@pytest.mark.parametrize(
    ("locale", "typed"),
    [
        ("en_US", "1.234,56"),
        ("en_US", "1,23,456"),
        ("de_DE", "1,234.56"),
        ("de_DE", "1.5"),
        ("en_US", "1 234"),
        ("fr_FR", "1.5"),
        ("fr_FR", "1.234"),
        ("de_CH", "1,5"),
        ("en_IN", "123,456"),
    ],
)
def test_a_number_of_another_country_is_refused_and_not_guessed(locale: str, typed: str) -> None:
    use_locale(locale)
    with pytest.raises(Refused):
        read_number(typed, plain=False)


@given(
    st.decimals(min_value=0, max_value=Decimal(10) ** 12, places=3),
    st.sampled_from(["en_US", "de_DE", "de_CH", "fr_FR", "pt_BR"]),
)
@settings(deadline=None, max_examples=60)
def test_what_is_shown_for_typing_can_be_typed(value: Decimal, locale: str) -> None:
    use_locale(locale)
    assert read_number(typed_number(value), plain=False) == value
    assert read_number(f"{value:f}", plain=True) == value


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("title", "Checkout", "Checkout"),
        ("severity", "SEV-1", "SEV-1"),
        ("severity", "1", "SEV-1"),
        ("severity", "sev3", "SEV-3"),
        ("detected_by", "customer", "customer-report"),
        ("detected_by", "customer report", "customer-report"),
        ("sla_breached", "YES", "yes"),
        ("zone", "Asia/Tokyo", "Asia/Tokyo"),
        ("users_affected", "4,200", 4200),
        ("revenue_lost", "€1,234.50", {"amount": "1234.50", "currency": "EUR"}),
        (
            "revenue_lost",
            "€8,000..12,000",
            {"amount": "10000", "currency": "EUR", "low": "8000", "high": "12000"},
        ),
        (
            "revenue_lost",
            "8,000 / 9,000 / 12,000",
            {"amount": "9000", "currency": "EUR", "low": "8000", "high": "12000"},
        ),
        ("revenue_lost", "8 – 9", {"amount": "8.5", "currency": "EUR", "low": "8", "high": "9"}),
        ("revenue_lost", "1234.5 EUR", {"amount": "1234.5", "currency": "EUR"}),
        ("churn_probability", "0.4 %", "0.004"),
        ("churn_probability", "0.004", "0.004"),
        ("revenue_lost", "100-300", {"amount": "200", "currency": "EUR", "low": "100", "high": "300"}),
        ("revenue_lost", "€100 to €300", {"amount": "200", "currency": "EUR", "low": "100", "high": "300"}),
        ("revenue_lost", "8,000/9,000/12,000", {"amount": "9000", "currency": "EUR", "low": "8000", "high": "12000"}),
        ("engineering_hours", "5..10", {"amount": "7.5", "low": "5", "high": "10"}),
        ("engineering_hours", "5-6-10", {"amount": "6", "low": "5", "high": "10"}),
        ("engineering_hours", "7", "7"),
        ("churn_probability", "0.002..0.004", {"amount": "0.003", "low": "0.002", "high": "0.004"}),
        ("churn_probability", "0.2-0.4 %", {"amount": "0.003", "low": "0.002", "high": "0.004"}),
        ("churn_probability", "0.2 % to 0.4 %", {"amount": "0.003", "low": "0.002", "high": "0.004"}),
        ("responders", "2.5", "2.5"),
        ("currency", "usd", "USD"),
        ("service", "", ""),
        ("brand", "  ", None),
    ],
)
def test_a_field_is_read_by_its_kind(name: str, typed: str, value: Any) -> None:
    assert read(name, typed).value == value


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        ("title", " ", "it is needed"),
        ("severity", "4", "is none of: SEV-1, SEV-2, SEV-3"),
        ("kind", "o", "is none of"),
        ("users_affected", "1.5", "a whole number is needed"),
        ("zone", "Mars/Base", "no zone is called"),
        ("currency", "ABC", "is no currency"),
        ("churn_probability", "lots", "is not a number"),
        ("churn_probability", "0.2 % .. 0.4", "write “%” once at the end"),
        ("engineering_hours", "1/2", "is neither a number nor a range: write a range as 100..300"),
        ("engineering_hours", "10..5", "a range goes up"),
        ("brand", "100~300", "is neither a number nor a range"),
        ("brand", "100 -300", "is neither a number nor a range"),
        ("responders", "2..4", "one number is needed here, not a range"),
        ("users_affected", "200-400", "one number is needed here, not a range"),
    ],
)
def test_what_is_no_value_of_its_kind_is_refused(name: str, typed: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read(name, typed)


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "fr_FR", "de_CH", "ja_JP", "pt_BR"])
def test_a_range_is_read_back_as_it_is_shown_in_its_field(locale: str) -> None:
    use_locale(locale)
    ends = Quantity(amount=Decimal("0.0031"), low=Decimal("0.002"), high=Decimal("0.5"))
    assert read("churn_probability", typed_share(ends)).value == written(ends)
    ends = Quantity(amount=Decimal("1234.5"), low=Decimal(1), high=Decimal(12345))
    assert read("engineering_hours", typed_quantity(ends)).value == written(ends)


def test_what_was_understood_is_shown_before_it_is_accepted() -> None:
    assert read("revenue_lost", "1234.5").shown == "€1,234.50"
    assert read("churn_probability", "0.004").shown == "0.4%"
    assert read("severity", "1").shown == "SEV-1 · revenue impact"


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "de_CH", "fr_FR", "ja_JP", "pt_BR"])
def test_the_examples_of_a_share_are_taken_as_they_are_written(locale: str) -> None:
    use_locale(locale)
    examples = hint_of(FIELDS["churn_probability"]).split(" or ")
    assert [read("churn_probability", example).value for example in examples] == ["0.004", "0.004"]
    assert "{" not in hint_of(FIELDS["title"])


def test_a_refusal_quotes_without_blanks_around() -> None:
    with pytest.raises(Refused, match="“lots” is not a number"):
        read("churn_probability", " lots %")


def test_scripts_write_plain_numbers_in_every_country() -> None:
    use_locale("de_DE")
    assert read("revenue_lost", "1234.5", plain=True).value == {"amount": "1234.5", "currency": "EUR"}


def in_currency(currency: str, name: str, typed: str, *, plain: bool = False) -> Understood:
    """What was typed into the field of that name, in an incident in that currency."""
    return Reader(incident(cost={"currency": currency}), NOON, plain=plain).read(FIELDS[name], typed)


@pytest.mark.parametrize(
    ("locale", "currency", "name", "typed", "shown"),
    [
        # As it is written here, and the other reading has more decimals than the field has.
        ("en_US", "EUR", "revenue_lost", "1,234", "€1,234.00"),
        ("de_DE", "EUR", "revenue_lost", "1.234", "1.234,00\u00a0€"),
        ("fr_FR", "EUR", "revenue_lost", "1 234", "1\u202f234,00\u00a0€"),
        ("pt_BR", "BRL", "revenue_lost", "1.234", "R$\u00a01.234,00"),
        ("ja_JP", "JPY", "revenue_lost", "1,234", "￥1,234"),
        ("de_CH", "CHF", "revenue_lost", "1’234", "CHF\u00a01’234.00"),
        ("en_IN", "INR", "revenue_lost", "1,23,456", "₹1,23,456.00"),
        ("en_IN", "INR", "users_affected", "1,23,456", "1,23,456"),
        ("de_DE", "EUR", "users_affected", "1.234", "1.234"),
        ("en_US", "EUR", "engineering_hours", "1,234", "1,234"),
        # No thousand starts with a nought, and a share has none.
        ("en_US", "EUR", "revenue_lost", "0.125", "€0.13"),
        ("de_DE", "EUR", "engineering_hours", "0,125", "0,125"),
        ("en_US", "EUR", "churn_probability", "1.234 %", "1.234%"),
        ("de_DE", "EUR", "churn_probability", "1,234 %", "1,234\u00a0%"),
        # More than one separator, or not three digits behind it.
        ("en_US", "EUR", "revenue_lost", "1,234.500", "€1,234.50"),
        ("en_US", "EUR", "revenue_lost", "1,234,567", "€1,234,567.00"),
        ("fr_FR", "EUR", "revenue_lost", "1 234,567", "1\u202f234,57\u00a0€"),
        ("en_US", "EUR", "revenue_lost", "12.3456", "€12.35"),
    ],
)
def test_a_number_of_which_one_reading_is_likely_is_not_asked_about(
    locale: str, currency: str, name: str, typed: str, shown: str
) -> None:
    use_locale(locale)
    assert in_currency(currency, name, typed).shown == shown


@pytest.mark.parametrize(
    ("locale", "currency", "name", "typed", "offers"),
    [
        ("en_US", "EUR", "revenue_lost", "1.234", ["€1,234.00", "€1.23"]),
        ("de_DE", "EUR", "revenue_lost", "1,234", ["1.234,00\u00a0€", "1,23\u00a0€"]),
        ("fr_FR", "EUR", "revenue_lost", "1,234", ["1\u202f234,00\u00a0€", "1,23\u00a0€"]),
        ("fr_FR", "EUR", "revenue_lost", "1.234", ["1\u202f234,00\u00a0€", "1,23\u00a0€"]),
        ("pt_BR", "BRL", "hourly_rate", "112,405", ["R$\u00a0112.405,00", "R$\u00a0112,41"]),
        ("de_CH", "CHF", "revenue_lost", "1,234", ["CHF\u00a01’234.00", "CHF\u00a01.23"]),
        ("de_CH", "CHF", "revenue_lost", "1.234", ["CHF\u00a01’234.00", "CHF\u00a01.23"]),
        ("en_IN", "INR", "revenue_lost", "123.456", ["₹1,23,456.00", "₹123.46"]),
        ("ja_JP", "JPY", "revenue_lost", "1.234", ["￥1,234"]),
        ("en_US", "KWD", "revenue_lost", "1,234", ["KWD\u00a01,234.000", "KWD\u00a01.234"]),
        ("en_US", "EUR", "users_affected", "1.234", ["1,234"]),
        ("de_DE", "EUR", "users_affected", "1,234", ["1.234"]),
        ("en_US", "EUR", "engineering_hours", "1.234", ["1,234", "1.234"]),
        ("de_DE", "EUR", "engineering_hours", "37,125", ["37.125", "37,125"]),
        ("en_US", "EUR", "churn_probability", "1,234 %", ["1.234%"]),
        ("en_US", "EUR", "revenue_lost", "１.２３４", ["€1,234.00", "€1.23"]),
        (
            "en_US",
            "EUR",
            "revenue_lost",
            "€1.234..5.678",
            ["€3,456.00 (€1,234.00 – €5,678.00)", "€3.46 (€1.23 – €5.68)"],
        ),
        ("en_US", "EUR", "revenue_lost", "900..1.234", ["€1,067.00 (€900.00 – €1,234.00)"]),
    ],
)
def test_a_number_that_could_well_mean_another_is_asked_about(
    locale: str, currency: str, name: str, typed: str, offers: list[str]
) -> None:
    use_locale(locale)
    with pytest.raises(Ambiguous) as asked:
        in_currency(currency, name, typed)
    assert [offer.shown for offer in asked.value.offers] == offers


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from(".,"),
    st.sampled_from(["en_US", "de_DE", "de_CH", "fr_FR", "pt_BR", "ja_JP", "en_IN"]),
    st.sampled_from(["EUR", "JPY", "KWD"]),
    st.sampled_from(["revenue_lost", "users_affected", "responders", "churn_probability"]),
    st.booleans(),
)
@settings(deadline=None, max_examples=100)
def test_what_is_said_to_write_instead_is_read_as_it_was_offered(
    before: int, behind: int, separator: str, locale: str, currency: str, name: str, plain: bool
) -> None:
    use_locale(locale)
    try:
        in_currency(currency, name, f"{before}{separator}{behind:03}", plain=plain)
    except Ambiguous as asked:
        to_write = str(asked).rpartition(": write ")[2].split(" or ")
        assert [in_currency(currency, name, text, plain=plain) for text in to_write] == list(asked.offers)
    except Refused as refused:
        assert str(refused)


@given(st.text(max_size=30), st.sampled_from(sorted(FIELDS)))
@settings(deadline=None, max_examples=200)
def test_any_text_is_understood_or_refused(typed: str, name: str) -> None:
    try:
        read(name, typed)
    except Refused as refused:
        assert str(refused)
