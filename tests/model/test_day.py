"""A day as people type it."""

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.day import read_day
from model.message import Refused

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-27", date(2026, 11, 27)),
        ("2026-1-5", date(2026, 1, 5)),
        ("today", MONDAY),
        (" Tomorrow ", date(2026, 11, 24)),
        ("friday", date(2026, 11, 27)),
        ("Fri", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("+7d", date(2026, 11, 30)),
        ("+ 1 day", date(2026, 11, 24)),
        ("+2w", date(2026, 12, 7)),
        ("27 Nov", date(2026, 11, 27)),
        ("27. November", date(2026, 11, 27)),
        ("Nov 27, 2027", date(2027, 11, 27)),
        ("sept 1", date(2027, 9, 1)),
        ("29 feb", date(2028, 2, 29)),
        ("\uff12\uff10\uff12\uff16-11-27", date(2026, 11, 27)),
    ],
)
def test_a_day_is_read_as_it_is_meant(typed: str, day: date) -> None:
    assert read_day(typed, MONDAY) == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "fr", "27", "27.11.", "11/27", "27 marble", "mayhem 5", "+7", "x" * 9999]
)
def test_what_is_no_day_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(Refused, match=r"write it like 2026-11-27, friday, 27 Nov or \+7d"):
        read_day(typed, MONDAY)


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13-01", "0000-01-01", "31 nov", "29 feb 2027", "feb 0"])
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="on no calendar"):
        read_day(typed, MONDAY)


@given(today=st.dates(), typed=st.sampled_from(["fri", "+9999d", "+9999w", "29 feb", "31 dec", "tomorrow"]))
@settings(deadline=None, max_examples=60)
def test_a_day_ahead_is_never_in_the_past_and_the_end_of_time_is_refused(today: date, typed: str) -> None:
    try:
        assert read_day(typed, today) >= today
    except Refused:
        assert today.year > 9700


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=150)
def test_any_text_is_a_day_or_refused(typed: str) -> None:
    with contextlib.suppress(Refused):
        read_day(typed, MONDAY)
