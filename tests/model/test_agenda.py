"""The agenda of a review meeting, and how its minutes pass."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from model.agenda import CLOSING, MINUTES, PAGES, QUESTIONS, TITLES, WELCOME, Meeting, minutes_for
from model.incident import NUMBERED
from tests.building import NOON

MINUTE = timedelta(minutes=1)


def test_an_hour_goes_through_the_rules_every_section_and_the_end() -> None:
    assert (WELCOME, *NUMBERED, CLOSING) == PAGES
    assert sum(MINUTES.values()) == 60
    assert QUESTIONS.keys() == set(PAGES)
    assert TITLES.keys() == {WELCOME, CLOSING}


@settings(deadline=None, max_examples=60)
@given(st.integers(10, 480))
def test_an_agenda_of_another_length_adds_up_and_leaves_no_part_out(total: int) -> None:
    minutes = minutes_for(total)
    assert tuple(minutes) == PAGES
    assert sum(minutes.values()) == total
    assert min(minutes.values()) >= 1


def test_the_default_is_the_agenda_of_an_hour() -> None:
    assert minutes_for(60) == MINUTES


def test_time_passes_on_the_part_that_is_shown_and_goes_on_where_it_was_left() -> None:
    meeting = Meeting(NOON)
    meeting.step(1, NOON + 2 * MINUTE)
    assert meeting.page == "summary"
    assert meeting.left(NOON + 3 * MINUTE) == 3 * MINUTE
    meeting.step(-1, NOON + 3 * MINUTE)
    assert meeting.left(NOON + 3 * MINUTE) == MINUTE
    assert meeting.left(NOON + 6 * MINUTE) == -2 * MINUTE
    assert meeting.left_in_all(NOON + 6 * MINUTE) == 54 * MINUTE


def test_a_pause_stops_the_clock_also_over_pages() -> None:
    meeting = Meeting(NOON)
    meeting.pause(NOON + MINUTE)
    assert meeting.paused
    assert meeting.left(NOON + 30 * MINUTE) == 2 * MINUTE
    meeting.step(1, NOON + 30 * MINUTE)
    assert meeting.left(NOON + 40 * MINUTE) == 4 * MINUTE
    meeting.pause(NOON + 40 * MINUTE)
    assert meeting.left(NOON + 41 * MINUTE) == 3 * MINUTE


def test_it_does_not_go_beyond_the_first_and_the_last_part() -> None:
    meeting = Meeting(NOON)
    meeting.step(-1, NOON)
    assert meeting.number == 1
    meeting.step(99, NOON)
    assert (meeting.page, meeting.number) == (CLOSING, 10)


def test_minutes_are_given_and_taken_but_never_all() -> None:
    meeting = Meeting(NOON)
    meeting.adjust(2)
    assert meeting.total == 62 * MINUTE
    meeting.adjust(-90)
    assert meeting.left(NOON) == MINUTE
