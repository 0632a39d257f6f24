"""Legal clocks: the worked examples of the law, month ends, leap years, changes of the clock, holidays."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.clocks import REGIMES, Arithmetic, Calendars, Clock, Regime, State, clocks, most_urgent
from model.clocks.arithmetic import ARITHMETICS, month_later
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.instant import in_zone
from tests.building import at, entry, incident

FEDERAL = holidays.country_holidays("US")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def under(industry: str, *entries: dict[str, Any], zone: str = "UTC", **summary: Any) -> Incident:
    return incident(started="2026-01-01T00:00Z", industry=industry, zone=zone, entries=list(entries), **summary)


def trigger(name: str, when: str, number: int = 1) -> dict[str, Any]:
    return entry(number, datetime.fromisoformat(when).astimezone(UTC), trigger=name)


def clock(of: Incident, id: str, now: datetime = NOW, **calendars: Any) -> Clock:
    zone = of.summary.zone
    known = Calendars(zone, FEDERAL, calendars.pop("team", WorkingCalendar(zone)), **calendars)
    return next(found for found in clocks(of, now, known) if found.regime.id == id)


def test_gdpr_runs_through_a_weekend_and_a_change_of_the_clock() -> None:
    of = under("saas", trigger("aware", "2026-03-28T14:20+01:00"), zone="Europe/Berlin")
    due = clock(of, "gdpr").due
    assert isinstance(due, datetime)
    assert in_zone(due, "Europe/Berlin").isoformat() == "2026-03-31T15:20:00+02:00"


@pytest.mark.parametrize(
    ("id", "discovered", "users", "due"),
    [
        ("hipaa-individuals", "2026-01-15T12:00Z", None, date(2026, 3, 16)),
        ("hipaa-hhs-annual", "2026-01-15T12:00Z", 42, date(2027, 3, 1)),
        ("hipaa-hhs-annual", "2027-12-31T12:00Z", 499, date(2028, 2, 29)),
        ("hipaa-hhs", "2026-01-15T12:00Z", 500, date(2026, 3, 16)),
        ("hipaa-media", "2026-01-15T12:00Z", 501, date(2026, 3, 16)),
    ],
)
def test_hipaa_counts_days_and_asks_how_many_are_affected(
    id: str, discovered: str, users: int | None, due: date
) -> None:
    of = under("healthcare", trigger("discovered", discovered), users_affected=users)
    assert clock(of, id).due == due


@pytest.mark.parametrize(
    ("users", "ids"),
    [
        (None, {"hipaa-individuals", "hipaa-media", "hipaa-hhs", "hipaa-hhs-annual"}),
        (499, {"hipaa-individuals", "hipaa-hhs-annual"}),
        (500, {"hipaa-individuals", "hipaa-hhs"}),
        (501, {"hipaa-individuals", "hipaa-hhs", "hipaa-media"}),
    ],
)
def test_how_many_are_affected_decides_whom_to_tell(users: int | None, ids: set[str]) -> None:
    of = under("healthcare", users_affected=users)
    assert {found.regime.id for found in clocks(of, NOW, Calendars("UTC"))} == ids


@pytest.mark.parametrize(
    ("determined", "due"),
    [
        ("2026-07-02T15:00-04:00", date(2026, 7, 9)),
        ("2026-03-07T12:00-05:00", date(2026, 3, 12)),
        ("2026-11-25T12:00-05:00", date(2026, 12, 2)),
        ("2026-12-31T12:00-05:00", date(2027, 1, 7)),
        ("2027-12-29T12:00-05:00", date(2028, 1, 5)),
    ],
)
def test_form_8k_counts_business_days_and_keeps_federal_holidays(determined: str, due: date) -> None:
    of = under("fintech", trigger("determined-material", determined), zone="America/New_York")
    found = clock(of, "sec-8k")
    assert found.due == due
    assert any("day 0" in str(step) for step in found.working)


def test_california_gives_thirty_days_and_none_before_the_law_was_in_force() -> None:
    of = under("e-commerce", trigger("discovered", "2026-02-10T12:00Z"))
    assert clock(of, "california").due == date(2026, 3, 12)
    before = under("e-commerce", trigger("discovered", "2025-12-31T12:00Z"))
    assert "california" not in {found.regime.id for found in clocks(before, NOW, Calendars("UTC"))}


@pytest.mark.parametrize(
    ("aware", "classified", "due"),
    [
        ("2026-03-03T09:00Z", "2026-03-03T20:00Z", "2026-03-04T00:00Z"),
        ("2026-03-03T09:00Z", "2026-03-04T08:00Z", "2026-03-04T09:00Z"),
        ("2026-03-03T09:00Z", "2026-03-04T10:00Z", "2026-03-04T14:00Z"),
    ],
)
def test_dora_takes_the_earlier_of_two_and_the_classification_where_it_came_late(
    aware: str, classified: str, due: str
) -> None:
    of = under("fintech", trigger("aware", aware), trigger("classified-major", classified, 2))
    assert clock(of, "dora-initial").due == datetime.fromisoformat(due)


def test_dora_runs_on_from_what_was_submitted_and_ends_on_a_working_day() -> None:
    of = under(
        "fintech",
        trigger("classified-major", "2026-01-28T10:00Z"),
        entry(2, at("2026-01-28T13:00Z"), met="dora-initial"),
        entry(3, at("2026-01-31T09:30Z"), met="dora-intermediate"),
        entry(4, at("2026-01-31T10:00Z"), met="dora-intermediate"),
    )
    assert clock(of, "dora-initial").state is State.MET
    assert clock(of, "dora-intermediate").due == at("2026-01-31T13:00Z")
    # 28 February 2026 is a Saturday.
    assert clock(of, "dora-final").due == at("2026-03-02T12:00Z")
    assert clock(of, "dora-final").started_at == at("2026-01-31T10:00Z")


def test_dora_shifts_the_first_reports_only_where_the_entity_may() -> None:
    friday = under("fintech", trigger("classified-major", "2026-03-06T22:00Z"))
    assert clock(friday, "dora-initial").due == at("2026-03-07T02:00Z")
    assert clock(friday, "dora-initial", shifts=True).due == at("2026-03-09T12:00Z")


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 4, 30), 1, date(2026, 5, 30)),
    ],
)
def test_a_month_later_is_clamped_to_the_months_end(day: date, count: int, later: date) -> None:
    assert month_later(day, count) == later


def test_nis2_runs_from_awareness_and_ends_a_month_after_the_notification() -> None:
    of = under(
        "saas", trigger("aware", "2026-01-28T10:00Z"), entry(2, at("2026-01-31T09:00Z"), met="nis2-notification")
    )
    assert clock(of, "nis2-early-warning").due == at("2026-01-29T10:00Z")
    assert clock(of, "nis2-notification").state is State.MET
    assert clock(of, "nis2-final").due == date(2026, 2, 28)


def test_the_cyber_resilience_act_is_not_in_force_before_its_day() -> None:
    before, after = (
        under("manufacturing", trigger("aware", day)) for day in ("2026-09-10T12:00Z", "2026-09-11T12:00Z")
    )
    assert "cra-early-warning" not in {found.regime.id for found in clocks(before, NOW, Calendars("UTC"))}
    assert clock(after, "cra-early-warning").due == at("2026-09-12T12:00Z")
    fixed = under(
        "manufacturing",
        trigger("aware", "2026-09-11T12:00Z"),
        entry(2, at("2026-09-20T12:00Z"), milestone="fix-deployed"),
    )
    assert clock(fixed, "cra-final-vulnerability").due == date(2026, 10, 4)


def test_where_there_is_no_statutory_clock_that_is_said() -> None:
    found = clock(under("saas"), "soc-2")
    assert (found.state, found.due, [str(step) for step in found.working]) == (
        State.NOT_STARTED,
        None,
        ["no statutory clock"],
    )


def test_a_clock_runs_is_overdue_and_is_met() -> None:
    of = under("saas", trigger("aware", "2026-01-01T00:00Z"))
    due = at("2026-01-04T00:00Z")
    assert clock(of, "gdpr", due - timedelta(seconds=1)).state is State.RUNNING
    assert clock(of, "gdpr", due).state is State.OVERDUE
    late = under("saas", trigger("aware", "2026-01-01T00:00Z"), entry(2, at("2026-01-05T00:00Z"), met="gdpr"))
    assert clock(late, "gdpr", due + timedelta(days=3)).state is State.MET
    assert any("late" in str(step) for step in clock(late, "gdpr").working)


def test_a_day_that_the_law_counts_lasts_until_its_end_in_the_incidents_zone() -> None:
    of = under("healthcare", trigger("discovered", "2026-01-15T12:00Z"), zone="America/Los_Angeles")
    assert clock(of, "hipaa-individuals", at("2026-03-17T06:59Z")).state is State.RUNNING
    assert clock(of, "hipaa-individuals", at("2026-03-17T07:00Z")).state is State.OVERDUE


def test_the_most_urgent_clock_is_the_one_that_ends_first() -> None:
    of = under("saas", trigger("aware", "2026-01-01T00:00Z"))
    urgent = most_urgent(clocks(of, NOW, Calendars("UTC")))
    assert urgent
    assert urgent.regime.id == "nis2-early-warning"
    assert most_urgent([]) is None


def test_a_clock_of_a_contract_behaves_like_those_of_the_law() -> None:
    own = Regime(
        "contract",
        "Contract",
        "Tell the customer.",
        "Contract 4711, § 8",
        frozenset(),
        ("start",),
        Arithmetic("hours", 4),
    )
    (found,) = clocks(incident(started="12:00"), at("13:00"), Calendars("UTC"), [own])
    assert (found.due, found.left(at("13:00"))) == (at("16:00"), timedelta(hours=3))


def test_every_regime_is_whole() -> None:
    assert len({regime.id for regime in REGIMES}) == len(REGIMES)
    known = {regime.id for regime in REGIMES}
    for regime in REGIMES:
        assert regime.source
        assert regime.duty
        assert regime.industries
        assert regime.arithmetic is None or regime.arithmetic.name in ARITHMETICS
        assert bool(regime.starts) == regime.has_clock
        assert all(start in known for start in regime.starts if type(start) is str)


@settings(deadline=None, max_examples=60)
@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Apia"])
)
def test_no_clock_ends_before_it_starts(moment: datetime, zone: str) -> None:
    start = moment.replace(tzinfo=UTC, microsecond=0)
    known = Calendars(zone, FEDERAL, WorkingCalendar(zone), shifts=True)
    for name, reckon in ARITHMETICS.items():
        moments = (start, start) if name in ("dora-initial", "days-once-aware") else (start,)
        due = reckon(moments, 4, known)
        assert due
        day = due.at.astimezone(UTC).date() if isinstance(due.at, datetime) else due.at
        assert day >= start.date() - timedelta(days=1)
        assert due.working
