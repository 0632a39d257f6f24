"""When a post-mortem is owed: each trigger at the edge of its threshold, and the figures that are shown."""

from decimal import Decimal
from typing import Any

import pytest

from model.owed import is_owed, measured, triggers_met
from model.rules import Rules
from tests.building import NOON, at, incident

RULES = Rules()


def euro(amount: str) -> dict[str, Any]:
    return {"brand": {"amount": amount, "currency": "EUR"}}


def met(rules: Rules = RULES, **changes: Any) -> list[str]:
    """The names of the triggers that an event of one hour meets, of no kind that counts by itself."""
    written = incident(**{"kind": "other", "ended": "13:00", **changes})
    return [trigger.name for trigger in triggers_met(written, NOON, rules)]


@pytest.mark.parametrize("kind", ["incident", "outage", "degradation", "missed-deadline", "failed-launch", "lost-deal"])
def test_what_happened_is_reason_enough(kind: str) -> None:
    assert met(kind=kind) == ["kind"]


def test_another_kind_of_event_owes_none_by_itself() -> None:
    assert met() == []


@pytest.mark.parametrize(("amount", "names"), [("4999.99", []), ("5000", []), ("5000.01", ["cost"])])
def test_the_cost_counts_above_its_threshold_and_not_at_it(amount: str, names: list[str]) -> None:
    assert met(cost=euro(amount)) == names


def test_the_cost_is_all_that_is_known_together() -> None:
    assert met(cost={**euro("2500"), "sla_credits": {"amount": "2500", "currency": "EUR"}}) == []
    assert met(cost={**euro("2500"), "sla_credits": {"amount": "2500.01", "currency": "EUR"}}) == ["cost"]


def test_the_threshold_is_in_the_incidents_currency() -> None:
    yen = {"currency": "JPY", "brand": {"amount": "5001", "currency": "JPY"}}
    assert met(cost=yen) == ["cost"]


@pytest.mark.parametrize(("hours", "names"), [("3.99", []), ("4", []), ("4.0", []), ("4.01", ["team-time"])])
def test_the_time_of_the_team_counts_above_its_threshold_and_not_at_it(hours: str, names: list[str]) -> None:
    assert met(cost={"engineering_hours": hours}) == names


@pytest.mark.parametrize(("ended", "names"), [("13:00", []), ("13:00:01", ["team-time"])])
def test_the_time_of_the_team_is_responders_times_the_duration(ended: str, names: list[str]) -> None:
    assert met(cost={"responders": "4"}, ended=at(f"2026-11-23T{ended}Z")) == names


def test_while_it_is_live_the_time_of_the_team_runs() -> None:
    live = incident(kind="other", cost={"responders": "2"})
    assert not is_owed(live, at("14:00"), RULES)
    assert is_owed(live, at("14:01"), RULES)


def test_the_quarterly_review_can_ask_for_one() -> None:
    assert met(recurring="yes") == ["quarterly-review"]
    assert met(recurring="no") == []


def test_a_repeat_that_was_confirmed_is_a_recurring_pattern_unless_somebody_says_it_is_none() -> None:
    assert met(repeats=["INC-20261001-ABCD"]) == ["quarterly-review"]
    assert met(repeats=["INC-20261001-ABCD"], recurring="no") == []


def test_the_thresholds_are_settings() -> None:
    strict = Rules(cost_threshold=Decimal(100), hours_threshold=Decimal("0.5"))
    assert met(strict, cost={**euro("100.01"), "engineering_hours": "0.51"}) == ["cost", "team-time"]


def test_each_trigger_says_its_figure_and_what_it_was_measured_against() -> None:
    written = incident(kind="outage", ended="13:00", cost={**euro("5001"), "engineering_hours": "6"})
    texts = [str(trigger.message) for trigger in triggers_met(written, NOON, RULES)]
    assert texts[0] == "kind: outage"
    assert "5001" in texts[1] and "5000" in texts[1]
    assert texts[2] == "team time 6 h, over 4 h"


def test_where_none_is_owed_the_figures_are_said_and_what_is_not_known() -> None:
    known = incident(kind="other", ended="13:00", cost={**euro("10"), "engineering_hours": "1"})
    assert "team time 1 h, not over 4 h" in [str(text) for text in measured(known, NOON, RULES)]
    unknown = [str(text) for text in measured(incident(kind="other", ended="13:00"), NOON, RULES)]
    assert any("not estimated" in text for text in unknown)
    assert any("not known" in text for text in unknown)
