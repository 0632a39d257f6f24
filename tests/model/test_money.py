"""Money and the cost: decimals in one currency, rounded only when shown."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from model.cost import AMOUNTS, Bill, Cost
from model.money import Money, Quantity
from model.review.totals import totals
from tests.building import NOON, at, incident

AMOUNT = st.decimals(min_value=0, max_value=Decimal(10) ** 9, places=2)
WORKED_EXAMPLE: dict[str, Any] = {
    "currency": "EUR",
    "revenue_lost": {"amount": "48250", "currency": "EUR"},
    "sla_credits": {"amount": "6100", "currency": "EUR"},
    "vendor_costs": {"amount": "1250", "currency": "EUR"},
    "engineering_hours": "37.5",
    "hourly_rate": {"amount": "112.40", "currency": "EUR"},
    "users_affected": 4200,
    "churn_probability": "0.004",
    "lifetime_value": {"amount": "310", "currency": "EUR"},
    "brand": {"amount": "5000", "currency": "EUR"},
}


def euros(amount: str | Decimal) -> Money:
    return Money(amount=Decimal(amount), currency="EUR")


def test_the_worked_example_comes_out_to_the_cent() -> None:
    bill = incident(cost=WORKED_EXAMPLE, started="12:00", ended="13:37").bill(NOON)
    assert bill.total == euros("70023.00")
    assert bill.per_minute == euros("721.886598")
    assert bill.direct == euros("55600")
    assert bill.engineering == euros("4215.000")


def test_without_any_figure_the_cost_is_unknown_and_not_nothing() -> None:
    bill = incident(ended="13:00").bill(NOON)
    assert bill.total is None
    assert bill.per_minute is None
    assert incident(ended="13:00", cost={"brand": {"amount": "0", "currency": "EUR"}}).bill(NOON).total == euros("0")


def test_a_cost_per_minute_needs_a_duration() -> None:
    assert incident(cost=WORKED_EXAMPLE, ended="12:00").bill(NOON).per_minute is None
    assert incident(cost=WORKED_EXAMPLE, started="13:00").bill(NOON).per_minute is None


def test_while_it_is_live_the_hours_run_with_the_clock() -> None:
    live = incident(cost={"responders": "4", "hourly_rate": {"amount": "90", "currency": "EUR"}})
    assert live.bill(at("12:30")).total == euros("180")
    assert live.bill(at("13:00")).total == euros("360")


def test_what_the_cost_does_not_say_is_taken_from_the_summary() -> None:
    written = incident(
        ended="13:00",
        users_affected=100,
        revenue_lost={"amount": "70", "currency": "EUR"},
        cost={"churn_probability": "0.5", "lifetime_value": {"amount": "2", "currency": "EUR"}},
    )
    assert written.bill(NOON).total == euros("170")


def test_ranges_of_quantities_reach_the_total() -> None:
    bill = incident(
        ended="13:00",
        users_affected=1000,
        cost={
            "engineering_hours": {"amount": "7.5", "low": "5", "high": "10"},
            "hourly_rate": {"amount": "100", "currency": "EUR", "low": "80", "high": "120"},
            "churn_probability": {"amount": "0.003", "low": "0.002", "high": "0.004"},
            "lifetime_value": {"amount": "10", "currency": "EUR"},
        },
    ).bill(NOON)
    assert bill.total == Money(amount=Decimal(780), currency="EUR", low=Decimal(420), high=Decimal(1240))
    assert bill.hours == Decimal("7.5")


def test_a_plain_number_stays_one_in_the_file_and_a_range_is_an_object() -> None:
    hours = {"amount": "7.5", "low": "5", "high": "10"}
    cost = Cost.model_validate({"engineering_hours": hours, "churn_probability": "0.004"})
    assert cost.documents()["cost"] == {
        "id": "cost",
        "currency": "EUR",
        "engineering_hours": hours,
        "churn_probability": "0.004",
    }
    assert Cost.of(cost.documents().values()) == cost


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("engineering_hours", {"amount": "2", "low": "3", "high": "4"}, "a range goes up"),
        ("engineering_hours", {"amount": "2", "low": "-1", "high": "4"}, "less than nothing"),
        ("engineering_hours", "-1", "less than nothing"),
        ("engineering_hours", 7.5, "loses digits"),
        ("churn_probability", {"amount": "0.5", "low": "0.4", "high": "1.1"}, "0 % to 100 %"),
    ],
)
def test_quantities_that_are_none_are_refused_with_a_reason(field: str, value: object, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Cost.model_validate({field: value})


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        euros("1") + Money(amount=Decimal(1), currency="USD")
    with pytest.raises(ValidationError, match="cannot be added up"):
        Cost.model_validate({"brand": {"amount": "1", "currency": "USD"}})
    with pytest.raises(ValueError, match="cannot be added up"):
        incident(revenue_lost={"amount": "1", "currency": "USD"})


@pytest.mark.parametrize("field", AMOUNTS)
@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        ("-0.01", "less than nothing"),
        ("1000000000000000", r"below 10\^15"),
        ("1e15", r"below 10\^15"),
        ("NaN", "a number is needed"),
        ("sNaN", "a number is needed"),
        ("Infinity", "a number is needed"),
        ("twelve", "not a number"),
        ("", "not a number"),
        (12.5, "loses digits"),
        ("0.0000000000001", "at most 12 decimals"),
    ],
)
def test_amounts_that_are_none_are_refused_with_a_reason(field: str, amount: object, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Cost.model_validate({field: {"amount": amount, "currency": "EUR"}})


def test_the_summary_refuses_the_same_amounts() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        incident(revenue_lost={"amount": "-1", "currency": "EUR"})


@pytest.mark.parametrize(("share", "fine"), [("0", True), ("1", True), ("1.4", False), ("-0.1", False)])
def test_a_share_lies_between_nothing_and_all(share: str, fine: bool) -> None:
    if fine:
        assert Cost.model_validate({"churn_probability": share}).churn_probability == Quantity(amount=Decimal(share))
    else:
        with pytest.raises(ValidationError):
            Cost.model_validate({"churn_probability": share})


@pytest.mark.parametrize("count", [-1, 10**12 + 1, 1.5, "many"])
def test_people_are_counted_in_whole_numbers(count: object) -> None:
    with pytest.raises(ValidationError):
        Cost.model_validate({"users_affected": count})


@pytest.mark.parametrize("code", ["EURO", "E1R", "", "€"])
def test_a_currency_is_three_letters(code: str) -> None:
    with pytest.raises(ValidationError, match="three letters"):
        Money.model_validate({"amount": "1", "currency": code})


def test_a_code_may_be_typed_in_small_letters() -> None:
    assert Money.model_validate({"amount": "1", "currency": " usd "}).currency == "USD"


def test_a_cost_per_unit_is_rounded_half_up_to_six_decimals() -> None:
    assert euros("0.0000005").per(Decimal(1)) == euros("0.000001")
    assert euros("1").per(Decimal(3)) == euros("0.333333")
    assert euros("1").per(Decimal(0)) is None


@given(AMOUNT, AMOUNT)
@settings(deadline=None, max_examples=60)
def test_adding_is_exact_and_survives_the_file(one: Decimal, other: Decimal) -> None:
    total = euros(one) + euros(other)
    assert total.amount == one + other
    assert Money.model_validate_json(total.model_dump_json()) == total


@given(AMOUNT, st.integers(1, 100_000))
@settings(deadline=None, max_examples=60)
def test_the_cost_per_minute_times_the_minutes_is_the_total(amount: Decimal, seconds: int) -> None:
    written = incident(started=NOON, ended=NOON + timedelta(seconds=seconds), cost={"brand": euros(amount)})
    each = written.bill(NOON).per_minute
    assert each is not None
    spread = each.amount * seconds / 60
    assert abs(spread - amount) <= Decimal("0.0000005") * seconds / 60 + Decimal("1e-12")


def test_what_is_worked_out_may_be_larger_than_what_may_be_entered() -> None:
    most = {"amount": "999999999999999", "currency": "EUR"}
    total = incident(cost={"brand": most, "vendor_costs": most}).bill(NOON).total
    assert total == euros("1999999999999998")


def test_a_range_adds_up_and_multiplies_by_its_ends() -> None:
    rough = Money(amount=Decimal(10), currency="EUR", low=Decimal(8), high=Decimal(14))
    total = rough + Money(amount=Decimal(5), currency="EUR")
    assert (total.least, total.amount, total.most) == tuple(map(Decimal, (13, 15, 19)))
    hourly = rough.times(Quantity(amount=Decimal(3)))
    assert (hourly.least, hourly.amount, hourly.most) == tuple(map(Decimal, (24, 30, 42)))
    each = rough.per(Decimal(4))
    assert each is not None
    assert (each.least, each.amount, each.most) == tuple(map(Decimal, ("2", "2.5", "3.5")))


def test_an_amount_without_a_range_is_written_as_ever() -> None:
    assert Money(amount=Decimal(5), currency="EUR").model_dump(mode="json") == {"amount": "5", "currency": "EUR"}


@pytest.mark.parametrize(("low", "high"), [("11", "14"), ("8", "9"), ("-1", "12")])
def test_a_range_that_does_not_hold_its_amount_is_refused(low: str, high: str) -> None:
    with pytest.raises(ValidationError):
        Cost.model_validate({"brand": {"amount": "10", "currency": "EUR", "low": low, "high": high}})


def test_the_total_of_an_incident_is_a_range_where_a_part_is_one() -> None:
    cost = Cost.model_validate(
        {
            "engineering_hours": "2",
            "hourly_rate": {"amount": "100", "currency": "EUR", "low": "80", "high": "130"},
            "sla_credits": {"amount": "50", "currency": "EUR"},
        }
    )
    total = Bill(cost, incident().summary, timedelta(hours=1)).total
    assert total is not None
    assert (total.least, total.amount, total.most) == tuple(map(Decimal, (210, 250, 310)))
    sums = totals([total, Money(amount=Decimal(40), currency="EUR"), None])
    assert [(one.least, one.amount, one.most) for one in sums] == [tuple(map(Decimal, (250, 290, 350)))]
