"""Durations: derived from milestones, missing where a milestone is."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.durations import FIGURES, derive
from model.instant import between, in_zone, stored, to_instant, zone_of
from model.message import Refused
from model.timeline import Milestone
from tests.building import at, entry, incident

MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1), timezones=st.just(UTC))
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_every_figure_is_counted_from_its_own_moment() -> None:
    written = incident(
        started="12:00",
        entries=[
            entry(1, "12:04", milestone="first-alert"),
            entry(2, "12:07", milestone="team-notified"),
            entry(3, "12:30", milestone="root-cause-identified"),
            entry(4, "12:50", milestone="fix-deployed"),
            entry(5, "13:10", milestone="resolved"),
        ],
    )
    assert [derived.value for derived in derive(written).values()] == [
        minutes(4),
        minutes(3),
        minutes(26),
        minutes(50),
        minutes(70),
    ]


def test_an_incident_may_cross_midnight_and_the_end_of_a_year() -> None:
    written = incident(
        started="2026-12-31T23:50+01:00",
        ended="2027-01-01T00:20+01:00",
        entries=[entry(1, "2027-01-01T00:20+01:00", milestone="resolved")],
        zone="Europe/Berlin",
    )
    assert derive(written)["time_to_resolve"].value == minutes(30)
    assert written.summary.duration(at("2030-01-01T00:00Z")) == minutes(30)


@pytest.mark.parametrize(
    ("since", "until", "real"),
    [
        ("2026-03-29T01:55+01:00", "2026-03-29T03:05+02:00", 10),
        ("2026-10-25T02:55+02:00", "2026-10-25T02:05+01:00", 10),
    ],
)
def test_a_clock_that_is_moved_changes_no_duration(since: str, until: str, real: int) -> None:
    written = incident(
        started=since, ended=until, zone="Europe/Berlin", entries=[entry(1, until, milestone="first-alert")]
    )
    assert derive(written)["time_to_detect"].value == minutes(real)
    assert written.summary.duration(at("2030-01-01T00:00Z")) == minutes(real)


@given(MOMENTS, MOMENTS, ZONES)
@settings(deadline=None, max_examples=60)
def test_a_duration_does_not_depend_on_the_zone(one: datetime, other: datetime, zone: str) -> None:
    earlier, later = sorted((to_instant(one), to_instant(other)))
    local = (in_zone(earlier, zone), in_zone(later, "Asia/Tokyo"))
    assert between(*map(to_instant, local)) == later - earlier
    assert datetime.fromisoformat(stored(local[0])) == earlier


def test_a_missing_milestone_gives_no_number_and_is_named() -> None:
    for figure in derive(incident()).values():
        assert figure.value is None
        assert figure.problem is not None
        assert not figure.reversed
    assert str(derive(incident())["time_to_resolve"].problem) == "not resolved yet"


def test_a_first_alert_before_the_start_is_never_a_negative_number() -> None:
    detect = derive(incident(entries=[entry(1, "11:59", milestone="first-alert")]))["time_to_detect"]
    assert detect.value is None
    assert detect.reversed


def test_where_a_milestone_is_set_twice_the_first_alert_and_the_last_resolution_count() -> None:
    twice = [
        entry(1, "12:01", milestone="first-alert"),
        entry(2, "12:05", milestone="first-alert"),
        entry(3, "12:30", milestone="resolved"),
        entry(4, "13:00", milestone="resolved"),
    ]
    derived = derive(incident(entries=twice))
    assert derived["time_to_detect"].value == minutes(1)
    assert derived["time_to_resolve"].value == minutes(60)


def test_each_milestone_but_the_investigation_ends_a_figure() -> None:
    assert {figure.until for figure in FIGURES} == set(Milestone) - {Milestone.INVESTIGATION_STARTED}


def test_a_live_incident_runs_and_one_that_starts_later_has_no_duration_yet() -> None:
    live = incident(started="12:00")
    assert live.summary.live
    assert live.summary.duration(at("12:42")) == minutes(42)
    assert live.summary.duration(at("11:59")) is None


def test_the_summary_is_due_a_day_after_the_end() -> None:
    assert incident(ended="13:00").summary.due_at() == at("2026-11-24T13:00Z")
    assert incident().summary.due_at() is None


def test_an_end_before_the_start_is_refused_with_both_times() -> None:
    with pytest.raises(ValueError, match=r"the end .* lies before the start .*: correct one of them"):
        incident(started="12:00", ended="11:59")


@pytest.mark.parametrize("name", ["Mars/Base", "", "../etc/passwd", "Europe", "\0", "\ud800", "x" * 5000])
def test_an_unknown_zone_is_refused_with_examples(name: str) -> None:
    with pytest.raises(Refused, match="Europe/Berlin"):
        zone_of(name)


def test_an_instant_needs_a_zone_and_is_kept_to_the_second() -> None:
    with pytest.raises(Refused, match="needs a zone"):
        to_instant(datetime(2026, 11, 23, 12, 0))
    assert stored(datetime(2026, 11, 23, 12, 0, 5, 999_999, UTC)) == "2026-11-23T12:00:05Z"


def test_the_edges_of_the_calendar_are_refused_or_shown_as_they_are() -> None:
    with pytest.raises(Refused, match="outside the years"):
        to_instant(datetime.min.replace(tzinfo=zone_of("Asia/Tokyo")))
    last = datetime.max.replace(tzinfo=UTC)
    assert in_zone(last, "Asia/Tokyo") == last
