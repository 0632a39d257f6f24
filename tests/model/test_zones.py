"""Wall clocks side by side: who goes by which, and where it is another day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.zones import Role, alike, city, day_mark, wall_clocks
from tests.building import at, entry, incident

ZONES = ("UTC", "Europe/Berlin", "Europe/London", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Kiritimati")


def roles(zone: str, laptop: str, started: str, ended: str) -> list[list[str]]:
    """Who goes by each of the clocks."""
    found = wall_clocks(incident(zone=zone, started=started, ended=ended), laptop, at(ended))
    return [[role.value for role, _zone in clock.goes_by] for clock in found]


def test_the_incidents_clock_comes_first_then_utc_then_the_laptops() -> None:
    assert roles("Europe/Berlin", "Asia/Tokyo", "12:00", "13:00") == [["incident"], ["utc"], ["laptop"]]


@pytest.mark.parametrize(
    ("zone", "laptop", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin", [["incident", "laptop"], ["utc"]]),
        ("Europe/Berlin", "Europe/Paris", [["incident", "laptop"], ["utc"]]),
        ("Europe/Berlin", "UTC", [["incident"], ["utc", "laptop"]]),
        ("UTC", "UTC", [["incident", "utc", "laptop"]]),
        ("Europe/London", "Asia/Tokyo", [["incident", "utc"], ["laptop"]]),
    ],
)
def test_clocks_that_show_the_same_time_are_one(zone: str, laptop: str, expected: list[list[str]]) -> None:
    assert roles(zone, laptop, "12:00", "13:00") == expected


def test_clocks_that_part_in_the_course_of_the_incident_are_two() -> None:
    assert roles("Europe/London", "UTC", "2026-03-28T22:00Z", "2026-03-29T02:00Z") == [["incident"], ["utc", "laptop"]]
    assert len(roles("Europe/London", "UTC", "2026-01-10T12:00Z", "2026-12-10T12:00Z")) == 2


def test_an_entry_outside_of_the_incident_counts_too() -> None:
    written = incident(
        zone="Europe/London",
        started="2026-11-23T12:00Z",
        ended="2026-11-23T13:00Z",
        entries=[entry(1, "2026-09-01T12:00Z")],
    )
    assert len(wall_clocks(written, "UTC", at("14:00"))) == 2


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1), timezones=st.just(UTC)),
    st.integers(0, 400),
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
)
@settings(deadline=None, max_examples=100)
def test_the_day_marked_is_the_day_on_the_other_clock(moment: datetime, days: int, zone: str, laptop: str) -> None:
    later = moment + timedelta(days=days)
    clocks = wall_clocks(incident(zone=zone, started=moment, ended=later), laptop, later)
    assert [role for clock in clocks for role, _zone in clock.goes_by if role is Role.LAPTOP] == [Role.LAPTOP]
    first = clocks[0].at(moment)
    for clock in clocks:
        local = clock.at(moment)
        assert first.date() + timedelta(days=int(day_mark(first, local) or 0)) == local.date()


def test_a_zone_is_named_by_its_city() -> None:
    assert (city("America/New_York"), city("America/Argentina/Buenos_Aires"), city("UTC")) == (
        "New York",
        "Buenos Aires",
        "UTC",
    )


def test_an_incident_of_centuries_is_compared_in_a_moment() -> None:
    assert alike("Europe/Berlin", "Europe/Vienna", at("2000-01-01T00:00Z"), datetime.max.replace(tzinfo=UTC))
