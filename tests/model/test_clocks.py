"""Legal clocks: the worked examples of the law, month ends, leap years, changes of the clock, holidays."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.change import applied
from model.clocks import (
    ARITHMETICS,
    REGIMES,
    Arithmetic,
    Calendars,
    Clock,
    Jurisdiction,
    Licence,
    Regime,
    State,
    most_urgent,
    overdue,
)
from model.clocks.months import month_later
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.instant import in_zone
from model.legal import applies, legal_clocks, regime_called, switch
from model.rules import Rules
from model.summary import Industry
from model.timeline import Trigger
from tests.building import at, entry, incident

FEDERAL = holidays.country_holidays("US")
BANK = frozenset({Licence.BANK})
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def under(industry: str, *entries: dict[str, Any], zone: str = "UTC", **summary: Any) -> Incident:
    return incident(started="2026-01-01T00:00Z", industry=industry, zone=zone, entries=list(entries), **summary)


def trigger(name: str, when: str, number: int = 1) -> dict[str, Any]:
    return entry(number, datetime.fromisoformat(when).astimezone(UTC), trigger=name)


def rules(zone: str = "UTC", **values: Any) -> Rules:
    return Rules(**{"federal_holidays": FEDERAL, "calendar": WorkingCalendar(zone), **values})


def clock(of: Incident, id: str, now: datetime = NOW, **values: Any) -> Clock:
    found = legal_clocks(of, now, rules(of.summary.zone, **values))
    return next(clock for clock in found if clock.regime.id == id)


def ids(of: Incident, **values: Any) -> set[str]:
    return {clock.regime.id for clock in legal_clocks(of, NOW, rules(**values))}


def test_gdpr_runs_through_a_weekend_and_a_change_of_the_clock() -> None:
    of = under("saas", trigger("aware", "2026-03-28T14:20+01:00"), zone="Europe/Berlin")
    due = clock(of, "gdpr").due
    assert isinstance(due, datetime)
    assert in_zone(due, "Europe/Berlin").isoformat() == "2026-03-31T15:20:00+02:00"


def test_hours_are_counted_as_they_pass_where_the_clocks_change_and_that_is_said() -> None:
    autumn = under("saas", trigger("aware", "2026-10-24T14:20+02:00"), zone="Europe/Berlin")
    found = clock(autumn, "gdpr")
    assert found.due == datetime.fromisoformat("2026-10-27T13:20:00+01:00")
    assert "the clocks change on the way; hours are counted as they pass" in map(str, found.working)
    assert len(clock(under("saas", trigger("aware", "2026-05-01T12:00Z")), "gdpr").working) == len(found.working) - 1


def test_the_day_of_a_stamp_is_the_one_on_the_incidents_clock() -> None:
    for zone, due in (("UTC", date(2026, 3, 17)), ("America/New_York", date(2026, 3, 16))):
        of = under("healthcare", trigger("discovered", "2026-01-16T02:00Z"), zone=zone)
        assert clock(of, "hipaa-individuals").due == due


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
    ("users", "regimes"),
    [
        (None, {"hipaa-individuals", "hipaa-media", "hipaa-hhs", "hipaa-hhs-annual"}),
        (499, {"hipaa-individuals", "hipaa-hhs-annual"}),
        (500, {"hipaa-individuals", "hipaa-hhs"}),
        (501, {"hipaa-individuals", "hipaa-hhs", "hipaa-media"}),
    ],
)
def test_how_many_are_affected_decides_whom_to_tell(users: int | None, regimes: set[str]) -> None:
    assert ids(under("healthcare", users_affected=users)) == regimes


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
    assert "california" not in ids(before)


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
    assert clock(of, "dora-intermediate", licences=BANK).due == at("2026-01-31T13:00Z")
    assert clock(of, "dora-intermediate").due == at("2026-02-02T12:00Z")
    # 28 February 2026 is a Saturday.
    assert clock(of, "dora-final").due == at("2026-03-02T12:00Z")
    assert clock(of, "dora-final", licences=BANK).due == at("2026-03-02T12:00Z")
    assert clock(of, "dora-final").started_at == at("2026-01-31T10:00Z")


def test_dora_waits_for_noon_of_the_next_working_day_but_not_at_banks() -> None:
    friday = under("fintech", trigger("classified-major", "2026-03-06T22:00Z"))
    assert clock(friday, "dora-initial").due == at("2026-03-09T12:00Z")
    assert any("no working day" in str(step) for step in clock(friday, "dora-initial").working)
    for licence in (Licence.BANK, Licence.CENTRAL_COUNTERPARTY, Licence.TRADING_VENUE):
        assert clock(friday, "dora-initial", licences=frozenset({licence})).due == at("2026-03-07T02:00Z")


def test_noon_is_noon_in_the_incidents_zone_and_a_holiday_is_no_working_day() -> None:
    eve = under("fintech", trigger("classified-major", "2026-12-24T22:00+01:00"), zone="Europe/Berlin")
    team = WorkingCalendar("Europe/Berlin", holidays=holidays.country_holidays("DE"))
    assert clock(eve, "dora-initial", calendar=team).due == at("2026-12-28T11:00Z")


def test_dora_ends_with_the_day_of_the_next_month_where_it_is_a_working_day() -> None:
    of = under("fintech", entry(2, at("2026-03-31T09:00Z"), met="dora-intermediate"))
    assert clock(of, "dora-final").due == date(2026, 4, 30)


def test_trust_services_have_a_day_for_the_notification() -> None:
    of = under("saas", trigger("aware", "2026-01-28T10:00Z"))
    assert clock(of, "nis2-notification").due == at("2026-01-31T10:00Z")
    trusted = frozenset({Licence.TRUST_SERVICE})
    assert clock(of, "nis2-notification", licences=trusted).due == at("2026-01-29T10:00Z")


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
    assert "cra-early-warning" not in ids(before)
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


def test_the_most_urgent_clock_is_the_one_that_ends_first_of_those_that_run() -> None:
    of = under("saas", trigger("aware", "2026-01-01T00:00Z"))
    first = legal_clocks(of, NOW, rules())
    urgent = most_urgent(first)
    assert urgent
    assert urgent.regime.id == "nis2-early-warning"
    assert not overdue(first)
    later = legal_clocks(of, NOW + timedelta(hours=25), rules())
    assert [clock.regime.id for clock in overdue(later)] == ["nis2-early-warning"]
    assert most_urgent(later) == next(clock for clock in later if clock.regime.id == "nis2-notification")
    assert most_urgent([]) is None


def test_of_two_stamps_of_one_kind_the_first_starts_the_clock() -> None:
    of = under("saas", trigger("aware", "2026-01-02T00:00Z"), trigger("aware", "2026-01-01T00:00Z", 2))
    assert clock(of, "gdpr").started_at == at("2026-01-01T00:00Z")


def test_a_clock_names_the_entry_that_started_it() -> None:
    of = under("saas", trigger("aware", "2026-01-02T00:00Z", 7))
    assert clock(of, "gdpr").entry == of.timeline.root[0].id


def test_where_nothing_started_it_a_notification_still_meets_it() -> None:
    of = under("saas", entry(2, at("2026-01-05T00:00Z"), met="gdpr"))
    assert (clock(of, "gdpr").state, clock(of, "gdpr").due) == (State.MET, None)


@pytest.mark.parametrize("industry", list(Industry))
def test_at_the_edge_of_the_calendar_no_clock_fails(industry: str) -> None:
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    stamps = [entry(number, last, trigger=name) for number, name in enumerate(Trigger)]
    sent = [entry(10 + number, last, met=regime.id) for number, regime in enumerate(REGIMES) if number % 2]
    for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        for found in legal_clocks(under(industry, *stamps, *sent, zone=zone), last, rules(zone)):
            assert found.state in State


OWN = Regime("own-a", "A", "Tell them.", "Contract 4711, § 8", starts=("start",), arithmetic=Arithmetic("hours", 4))


def test_a_clock_of_a_contract_behaves_like_those_of_the_law() -> None:
    (found,) = legal_clocks(incident(started="12:00"), at("13:00"), rules(own_clocks=(OWN,)))
    assert (found.due, found.left(at("13:00"))) == (at("16:00"), timedelta(hours=3))


@pytest.mark.parametrize(
    ("arithmetic", "limit", "due"),
    [
        ("minutes", 90, at("2026-11-25T18:30Z")),
        ("business-days", 2, date(2026, 11, 30)),
        ("calendar-days", 2, date(2026, 11, 27)),
        ("months", 3, date(2027, 2, 25)),
    ],
)
def test_contracts_count_as_they_like(arithmetic: str, limit: int, due: object) -> None:
    of = incident(started=at("2026-11-25T17:00Z"))
    own = Regime("own-x", "X", "", "X", starts=("start",), arithmetic=Arithmetic(arithmetic, limit))
    (found,) = legal_clocks(of, NOW, rules(calendar=WorkingCalendar(holidays=FEDERAL), own_clocks=(own,)))
    assert found.due == due
    assert found.working


def test_only_the_law_of_ones_own_jurisdictions_counts() -> None:
    of = under("e-commerce", users_affected=900)
    californian = {"pci-dss", "california", "california-attorney-general"}
    assert ids(of) == {"gdpr", *californian}
    assert ids(of, jurisdictions=frozenset({Jurisdiction.EU})) == {"pci-dss", "gdpr"}
    assert ids(of, jurisdictions=frozenset({Jurisdiction.US})) == californian
    assert "sec-8k" in ids(under("fintech"), jurisdictions=frozenset({Jurisdiction.CALIFORNIA}))
    assert "nydfs" not in ids(under("fintech"), jurisdictions=frozenset({Jurisdiction.CALIFORNIA}))


def test_a_regime_is_switched_off_and_on_for_one_incident() -> None:
    of, known = under("e-commerce"), rules()
    gdpr, hipaa = (regime_called(id, known) for id in ("gdpr", "hipaa-individuals"))
    assert gdpr
    assert hipaa
    off = applied(of, switch(of, gdpr, known).steps)
    assert not applies(off, gdpr, known)
    assert "gdpr" not in ids(off)
    assert applied(off, switch(off, gdpr, known).steps) == of
    on = applied(off, switch(off, hipaa, known).steps)
    assert {"hipaa-individuals"} == ids(on) - ids(off)
    assert applied(on, switch(on, hipaa, known).steps) == off


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
    known = Calendars(zone, FEDERAL, WorkingCalendar(zone))
    for name, reckon in ARITHMETICS.items():
        moments = (start, start) if name in ("dora-initial", "days-once-aware") else (start,)
        due = reckon(moments, 4, known)
        assert due
        day = due.at.astimezone(UTC).date() if isinstance(due.at, datetime) else due.at
        assert day >= start.date() - timedelta(days=1)
        assert due.working
