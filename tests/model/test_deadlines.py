"""Deadlines: the latest day that a priority allows, on the calendars of real countries."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actions import Action, Priority
from model.deadlines import WorkingCalendar, due_at, is_overdue, latest_deadline
from tests.building import NOON, at, record_id

NEW_YORK = WorkingCalendar("America/New_York", holidays=holidays.country_holidays("US"))
SAUDI = holidays.country_holidays("SA")
RIYADH = WorkingCalendar("Asia/Riyadh", weekend=frozenset(SAUDI.weekend), holidays=SAUDI)
BERLIN = WorkingCalendar("Europe/Berlin", holidays=holidays.country_holidays("DE", subdiv="BE"))


def local(calendar: WorkingCalendar, *when: int) -> datetime:
    """A moment on the team's wall clock."""
    from zoneinfo import ZoneInfo

    year, month, day, hour, minute = when
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(calendar.zone))


def action(priority: str, created: datetime, deadline: date | None, status: str = "open") -> Action:
    return Action.model_validate(
        {
            "id": record_id(1),
            "number": 1,
            "priority": priority,
            "created_at": created,
            "deadline": deadline,
            "status": status,
        }
    )


@pytest.mark.parametrize(
    ("calendar", "agreed", "priority", "limit"),
    [
        pytest.param(NEW_YORK, (2026, 11, 20, 18, 0), "P0", date(2026, 11, 23), id="over a weekend"),
        pytest.param(NEW_YORK, (2026, 11, 20, 18, 0), "P1", date(2026, 11, 27), id="seven days"),
        pytest.param(NEW_YORK, (2026, 11, 25, 12, 0), "P0", date(2026, 11, 27), id="over Thanksgiving"),
        pytest.param(NEW_YORK, (2026, 11, 19, 12, 0), "P1", date(2026, 11, 25), id="back from Thanksgiving"),
        pytest.param(NEW_YORK, (2026, 11, 23, 8, 59), "P0", date(2026, 11, 23), id="before work begins"),
        pytest.param(NEW_YORK, (2026, 11, 23, 9, 0), "P0", date(2026, 11, 24), id="as work begins"),
        pytest.param(NEW_YORK, (2026, 11, 22, 3, 0), "P0", date(2026, 11, 23), id="on a Sunday"),
        pytest.param(NEW_YORK, (2026, 7, 2, 18, 0), "P0", date(2026, 7, 6), id="an observed holiday"),
        pytest.param(NEW_YORK, (2026, 12, 11, 12, 0), "P2", date(2026, 12, 24), id="sprint back from Christmas"),
        pytest.param(RIYADH, (2026, 11, 26, 20, 0), "P0", date(2026, 11, 29), id="Friday and Saturday off"),
        pytest.param(BERLIN, (2026, 12, 23, 18, 0), "P0", date(2026, 12, 24), id="Christmas Eve works"),
        pytest.param(BERLIN, (2026, 12, 24, 18, 0), "P0", date(2026, 12, 28), id="both days of Christmas"),
    ],
)
def test_the_latest_day(calendar: WorkingCalendar, agreed: tuple[int, ...], priority: str, limit: date) -> None:
    assert latest_deadline(Priority(priority), local(calendar, *agreed), calendar) == limit


@pytest.mark.parametrize(
    ("agreed", "limit"),
    [
        (date(2027, 1, 31), date(2027, 2, 26)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 3, 31), date(2026, 4, 30)),
    ],
)
def test_a_long_sprint_ends_within_a_month(agreed: date, limit: date) -> None:
    calendar = WorkingCalendar(sprint_days=60)
    assert latest_deadline(Priority.P2, datetime.combine(agreed, time(12), UTC), calendar) == limit


def test_a_short_sprint_ends_by_itself() -> None:
    calendar = WorkingCalendar(sprint_days=7)
    assert latest_deadline(Priority.P2, NOON, calendar) == date(2026, 11, 30)


def test_the_day_is_the_teams_and_not_that_of_utc() -> None:
    agreed = at("2026-11-24T02:00Z")  # still Monday evening in New York
    assert latest_deadline(Priority.P1, agreed, NEW_YORK) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("agreed", "start"),
    [("2026-03-27T20:00Z", "2026-03-30T07:00Z"), ("2026-10-23T20:00Z", "2026-10-26T08:00Z")],
)
def test_work_begins_at_nine_on_the_wall_clock_after_the_clock_was_moved(agreed: str, start: str) -> None:
    assert BERLIN.next_start(at(agreed)) == at(start)


def test_the_teams_own_hours_count() -> None:
    early = WorkingCalendar("Europe/Berlin", day_starts=time(6, 30))
    assert early.next_start(at("05:00")) == at("05:30")


def test_company_days_are_days_off() -> None:
    calendar = WorkingCalendar(holidays={date(2026, 11, 24)})
    assert latest_deadline(Priority.P0, NOON, calendar) == date(2026, 11, 25)


def test_a_team_that_never_works_still_gets_an_answer() -> None:
    never = WorkingCalendar(weekend=frozenset(range(7)))
    assert latest_deadline(Priority.P0, NOON, never) > NOON.date()
    assert latest_deadline(Priority.P1, NOON, never) == NOON.date()


@given(
    st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC)),
    st.sampled_from([NEW_YORK, BERLIN, RIYADH]),
    st.sampled_from(Priority),
)
@settings(deadline=None, max_examples=80)
def test_every_deadline_is_a_working_day_within_its_limit(
    agreed: datetime, calendar: WorkingCalendar, priority: Priority
) -> None:
    today = agreed.astimezone(local(calendar, 2026, 1, 1, 0, 0).tzinfo).date()
    limit = latest_deadline(priority, agreed, calendar)
    assert today <= limit <= today + timedelta(days=31)
    assert calendar.works_on(limit) or limit == today
    if priority is Priority.P1:
        assert limit <= today + timedelta(days=7)


def test_a_p0_is_late_when_business_begins_and_others_when_their_day_is_over() -> None:
    friday = local(NEW_YORK, 2026, 11, 20, 18, 0)
    urgent = action("P0", friday, date(2026, 11, 23))
    assert due_at(urgent, NEW_YORK) == at("2026-11-23T14:00Z")
    assert not is_overdue(urgent, NEW_YORK, at("2026-11-23T13:59Z"))
    assert is_overdue(urgent, NEW_YORK, at("2026-11-23T14:00Z"))
    usual = action("P1", friday, date(2026, 11, 23))
    assert due_at(usual, NEW_YORK) == at("2026-11-24T05:00Z")


def test_a_p0_with_another_deadline_has_until_the_end_of_that_day() -> None:
    assert due_at(action("P0", NOON, date(2026, 11, 30)), WorkingCalendar()) == at("2026-12-01T00:00Z")


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_finished_is_never_overdue(status: str) -> None:
    assert not is_overdue(action("P1", NOON, date(2026, 11, 24), status), WorkingCalendar(), at("2030-01-01T00:00Z"))


def test_without_a_deadline_nothing_is_due() -> None:
    assert due_at(action("P1", NOON, None), WorkingCalendar()) is None
    assert not is_overdue(action("P1", NOON, None), WorkingCalendar(), at("2030-01-01T00:00Z"))


@pytest.mark.parametrize("day", [date.min, date.max])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
def test_a_deadline_at_the_edge_of_the_calendar_is_no_trouble(day: date, zone: str) -> None:
    assert due_at(action("P1", NOON, day), WorkingCalendar(zone)) is not None
