"""Deadlines: the latest day that a priority allows, on the calendars of real countries."""

from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.actions import Action, Priority
from model.deadlines import Standing, WorkingCalendar, due_at, is_overdue, latest_deadline, standing
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


@pytest.mark.parametrize(
    "when", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 5, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC)]
)
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "UTC"])
@pytest.mark.parametrize("priority", Priority)
def test_what_was_agreed_at_the_edge_of_the_calendar_has_a_deadline(
    when: datetime, zone: str, priority: Priority
) -> None:
    assert latest_deadline(priority, when, WorkingCalendar(zone)) <= date.max


def test_business_hours_end_the_day_where_they_are_set() -> None:
    calendar = WorkingCalendar("Europe/Berlin", day_ends=time(18))
    usual = action("P1", at("2026-11-23T09:00Z"), date(2026, 11, 27))
    assert due_at(usual, calendar) == at("2026-11-27T17:00Z")
    assert not is_overdue(usual, calendar, at("2026-11-27T16:59Z"))
    assert is_overdue(usual, calendar, at("2026-11-27T17:00Z"))


def test_the_end_of_business_follows_the_wall_clock() -> None:
    calendar = WorkingCalendar("Europe/Berlin", day_ends=time(18))
    summer, winter = date(2026, 10, 23), date(2026, 10, 26)
    assert (calendar.end_of(summer), calendar.end_of(winter)) == (at("2026-10-23T16:00Z"), at("2026-10-26T17:00Z"))


def test_a_weekend_on_which_the_country_works_counts() -> None:
    calendar = WorkingCalendar(holidays={date(2026, 11, 24)}, workdays={date(2026, 11, 28)})
    assert calendar.works_on(date(2026, 11, 28))
    assert not calendar.works_on(date(2026, 11, 29))
    friday = local(calendar, 2026, 11, 27, 18, 0)
    assert latest_deadline(Priority.P0, friday, calendar) == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("deadline", "status", "stands"),
    [
        (date(2026, 11, 22), "open", Standing.OVERDUE),
        (date(2026, 11, 23), "in-progress", Standing.DUE_SOON),
        (date(2026, 11, 25), "open", Standing.DUE_SOON),
        (date(2026, 11, 26), "open", Standing.LATER),
        (None, "open", Standing.NO_DEADLINE),
        (date(2026, 11, 22), "done", None),
        (None, "cancelled", None),
    ],
)
def test_how_an_action_stands(deadline: date | None, status: str, stands: Standing | None) -> None:
    assert standing(action("P1", NOON, deadline, status), WorkingCalendar(), NOON) is stands


def test_soon_is_a_setting_and_begins_at_its_very_instant() -> None:
    due = action("P1", NOON, date(2026, 11, 24))  # over at midnight: a day and a half from noon
    calendar = WorkingCalendar(soon_days=1)
    assert standing(due, calendar, at("2026-11-23T23:59Z")) is Standing.LATER
    assert standing(due, calendar, at("2026-11-24T00:00Z")) is Standing.DUE_SOON


CALENDARS = st.builds(
    WorkingCalendar,
    zone=st.sampled_from(["UTC", "America/New_York", "Asia/Riyadh", "Asia/Kolkata", "Pacific/Auckland"]),
    weekend=st.sampled_from([frozenset({5, 6}), frozenset({4, 5}), frozenset({4}), frozenset({6})]),
    holidays=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40),
    day_starts=st.times(time(5), time(12)).map(lambda clock: clock.replace(second=0, microsecond=0)),
    sprint_days=st.integers(1, 60),
)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC))


@given(MOMENTS, CALENDARS)
@settings(deadline=None, max_examples=150)
def test_a_p0_is_due_when_the_first_business_day_after_it_begins(agreed: datetime, calendar: WorkingCalendar) -> None:
    start = calendar.next_start(agreed)
    assert start > agreed
    day = latest_deadline(Priority.P0, agreed, calendar)
    assert calendar.works_on(day)
    assert calendar.start_of(day) == start
    earlier = (day - timedelta(days=n) for n in range(1, 60))
    assert not any(calendar.works_on(before) and calendar.start_of(before) > agreed for before in earlier)


@given(MOMENTS, CALENDARS, st.sampled_from([Priority.P1, Priority.P2]))
@settings(deadline=None, max_examples=150)
def test_nothing_between_a_deadline_and_its_ceiling_is_a_working_day(
    agreed: datetime, calendar: WorkingCalendar, priority: Priority
) -> None:
    today = agreed.astimezone(local(calendar, 2026, 1, 1, 0, 0).tzinfo).date()
    limit = latest_deadline(priority, agreed, calendar)
    month = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    ceiling = today + timedelta(days=7)
    if priority is Priority.P2:
        ceiling = min(today + timedelta(days=calendar.sprint_days), last.replace(day=min(today.day, last.day)))
    assert today <= limit <= ceiling
    assert not any(calendar.works_on(limit + timedelta(days=n)) for n in range(1, (ceiling - limit).days + 1))


@given(MOMENTS, CALENDARS, st.sampled_from(Priority))
@settings(deadline=None, max_examples=100)
def test_what_is_proposed_is_never_later_than_allowed_nor_overdue_at_once(
    agreed: datetime, calendar: WorkingCalendar, priority: Priority
) -> None:
    proposed = action(priority.value, agreed, latest_deadline(priority, agreed, calendar))
    due = due_at(proposed, calendar)
    assert due is not None
    assert due > proposed.created_at
    assert not is_overdue(proposed, calendar, proposed.created_at)
