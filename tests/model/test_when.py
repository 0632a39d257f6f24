"""Times as people type them, against a clock that stands still."""

from datetime import UTC, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instant import stored
from model.message import Message, Refused
from model.when import GRACE, Context, When, read_when
from model.zone_words import AMBIGUOUS, REGIONS

BERLIN, NEW_YORK, KOLKATA, LORD_HOWE = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
)
MONDAY = "2026-11-23T14:00:30Z"
"""A Monday, 15:00:30 in Berlin, 09:00:30 in New York, 19:30:30 in Kolkata, 01:00:30 on Tuesday on Lord Howe."""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def read(typed: str, zone: str = BERLIN, now: str = MONDAY, start: str | None = None, last: str | None = None) -> When:
    context = Context(at(now), zone, at(start) if start else None, at(last) if last else None)
    return read_when(typed, context)


def said(when: When) -> str:
    return "; ".join(str(note) for note in when.notes)


def refusal(typed: str, zone: str = BERLIN) -> str:
    with pytest.raises(Refused) as caught:
        read(typed, zone)
    assert isinstance(caught.value.message, Message)
    return str(caught.value.message)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("now", "2026-11-23T14:00:30Z"),
        ("NOW", "2026-11-23T14:00:30Z"),
        ("10:42", "2026-11-23T09:42:00Z"),
        ("9:42", "2026-11-23T08:42:00Z"),
        ("10:42:30", "2026-11-23T09:42:30Z"),
        ("1042", "2026-11-23T09:42:00Z"),
        ("104230", "2026-11-23T09:42:30Z"),
        ("10.42", "2026-11-23T09:42:00Z"),
        ("10.42.30", "2026-11-23T09:42:30Z"),
        ("10:42 am", "2026-11-23T09:42:00Z"),
        ("02:42PM", "2026-11-23T13:42:00Z"),
        ("2:42 p.m.", "2026-11-23T13:42:00Z"),
        ("2pm", "2026-11-23T13:00:00Z"),
        ("12pm", "2026-11-23T11:00:00Z"),
        ("12am", "2026-11-22T23:00:00Z"),
        ("12:05 am", "2026-11-22T23:05:00Z"),
        ("0005", "2026-11-22T23:05:00Z"),
        ("15:00", "2026-11-23T14:00:00Z"),
        ("15:05", "2026-11-23T14:05:00Z"),
        ("  [10:42]  ", "2026-11-23T09:42:00Z"),
        ("(10:42)", "2026-11-23T09:42:00Z"),
        ("\t10:42\n", "2026-11-23T09:42:00Z"),
        ("１０：４２", "2026-11-23T09:42:00Z"),
        ("-5m", "2026-11-23T13:55:30Z"),
        ("−5m", "2026-11-23T13:55:30Z"),
        ("- 5 min", "2026-11-23T13:55:30Z"),
        ("-1h30m", "2026-11-23T12:30:30Z"),
        ("-90s", "2026-11-23T13:59:00Z"),
        ("-2d", "2026-11-21T14:00:30Z"),
        ("-0m", "2026-11-23T14:00:30Z"),
        ("5m ago", "2026-11-23T13:55:30Z"),
        ("5 min ago", "2026-11-23T13:55:30Z"),
        ("1h 5m ago", "2026-11-23T12:55:30Z"),
        ("1 hour, 5 minutes ago", "2026-11-23T12:55:30Z"),
        ("2 hours ago", "2026-11-23T12:00:30Z"),
        ("90 SECONDS AGO", "2026-11-23T13:59:00Z"),
        ("yesterday 23:10", "2026-11-22T22:10:00Z"),
        ("Yesterday at 11:10 pm", "2026-11-22T22:10:00Z"),
        ("23:10 yesterday", "2026-11-22T22:10:00Z"),
        ("today 10:42", "2026-11-23T09:42:00Z"),
        ("monday 10:42", "2026-11-23T09:42:00Z"),
        ("mon 1042", "2026-11-23T09:42:00Z"),
        ("Sunday 10:42", "2026-11-22T09:42:00Z"),
        ("tue 10:42", "2026-11-17T09:42:00Z"),
        ("10:42 on wednesday", "2026-11-18T09:42:00Z"),
        ("2026-11-22 23:10", "2026-11-22T22:10:00Z"),
        ("2026-11-22 2310", "2026-11-22T22:10:00Z"),
        ("2026-11-22T23:10", "2026-11-22T22:10:00Z"),
        ("2026-11-22t23:10:05z", "2026-11-22T23:10:05Z"),
        ("2026-11-22T23:10:05.999999999Z", "2026-11-22T23:10:05Z"),
        ("2026-11-22 23:10:05,123", "2026-11-22T22:10:05Z"),
        ("2026-11-22T23:10:05+01:00", "2026-11-22T22:10:05Z"),
        ("2026-11-22T23:10:05+0530", "2026-11-22T17:40:05Z"),
        ("2026-11-22T03:10-05:00", "2026-11-22T08:10:00Z"),
        ("20261122T231005Z", "2026-11-22T23:10:05Z"),
        ("2026/11/22 23:10", "2026-11-22T22:10:00Z"),
        ("22 Nov 23:10", "2026-11-22T22:10:00Z"),
        ("22 nov 2310", "2026-11-22T22:10:00Z"),
        ("Nov 22, 23:10", "2026-11-22T22:10:00Z"),
        ("Nov 22 2026 11:10 PM", "2026-11-22T22:10:00Z"),
        ("November 22nd, 2026 at 11:10 pm", "2026-11-22T22:10:00Z"),
        ("22-Nov-2026 23:10", "2026-11-22T22:10:00Z"),
        ("Sept. 5 10:42", "2026-09-05T08:42:00Z"),
        ("10:42 5 Sep", "2026-09-05T08:42:00Z"),
        ("22:30 UTC (Oct 29)", "2026-10-29T22:30:00Z"),
        ("[2019-07-10 16:35 UTC]", "2019-07-10T16:35:00Z"),
        ("1 jul 10:42", "2026-07-01T08:42:00Z"),
    ],
)
def test_what_is_typed_in_berlin(typed: str, expected: str) -> None:
    when = read(typed)
    assert stored(when.at) == expected
    assert said(when) == ""
    assert when.typed == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "expected", "zone", "note"),
    [
        ("10:42Z", "2026-11-23T10:42:00Z", "UTC", ""),
        ("10:42 utc", "2026-11-23T10:42:00Z", "UTC", ""),
        ("10:42 GMT", "2026-11-23T10:42:00Z", "UTC", ""),
        ("now UTC", "2026-11-23T14:00:30Z", "UTC", ""),
        ("-5m UTC", "2026-11-23T13:55:30Z", "UTC", ""),
        ("10:42+02:00", "2026-11-23T08:42:00Z", BERLIN, ""),
        ("10:42 +0530", "2026-11-23T05:12:00Z", BERLIN, ""),
        ("06:42 -05", "2026-11-23T11:42:00Z", BERLIN, ""),
        ("06:42-05:00", "2026-11-23T11:42:00Z", BERLIN, ""),
        ("10:42 UTC+2", "2026-11-23T08:42:00Z", BERLIN, ""),
        ("10:42 Europe/Berlin", "2026-11-23T09:42:00Z", BERLIN, ""),
        ("10:42 asia/kolkata", "2026-11-23T05:12:00Z", KOLKATA, ""),
        ("10:42 Etc/GMT-3", "2026-11-23T07:42:00Z", "Etc/GMT-3", ""),
        ("10:42 CET", "2026-11-23T09:42:00Z", BERLIN, ""),
        ("8:01 a.m. ET", "2026-11-23T13:01:00Z", NEW_YORK, ""),
        ("5am pst", "2026-11-23T13:00:00Z", "America/Los_Angeles", ""),
        ("05:00 PT", "2026-11-23T13:00:00Z", "America/Los_Angeles", ""),
        ("22:42 JST", "2026-11-23T13:42:00Z", "Asia/Tokyo", ""),
        ("21:42 SGT", "2026-11-23T13:42:00Z", "Asia/Singapore", ""),
        ("00:42 AEDT", "2026-11-23T13:42:00Z", "Australia/Sydney", ""),
        ("2026-11-22 23:10 PST", "2026-11-23T07:10:00Z", "America/Los_Angeles", ""),
        ("yesterday 23:10 America/New_York", "2026-11-23T04:10:00Z", NEW_YORK, ""),
        ("Nov 22 2026 11:10 PM MSK", "2026-11-22T20:10:00Z", "Europe/Moscow", ""),
        ("10:42 CEST", "2026-11-23T09:42:00Z", BERLIN, "CEST is not in force then"),
        ("2026-07-04 09:00 PST", "2026-07-04T16:00:00Z", "America/Los_Angeles", "which is PDT"),
        ("18:42 IST", "2026-11-23T13:12:00Z", KOLKATA, "could also be Asia/Jerusalem, Europe/Dublin"),
        ("07:42 CST", "2026-11-23T13:42:00Z", "America/Chicago", "could also be Asia/Shanghai"),
        ("08:42 EST", "2026-11-23T13:42:00Z", NEW_YORK, "could also be Australia/Sydney"),
        ("09:42 AST", "2026-11-23T13:42:00Z", "America/Halifax", "could also be Asia/Riyadh"),
        ("2026-07-04 09:00 BST", "2026-07-04T08:00:00Z", "Europe/London", "could also be Asia/Dhaka"),
    ],
)
def test_a_zone_after_it(typed: str, expected: str, zone: str, note: str) -> None:
    when = read(typed)
    assert (stored(when.at), when.zone) == (expected, zone)
    assert note in said(when)
    assert bool(note) == bool(when.notes)


@pytest.mark.parametrize(
    ("typed", "own", "expected", "zone"),
    [
        ("18:42 IST", KOLKATA, "2026-11-23T13:12:00Z", KOLKATA),
        ("15:42 IST", "Asia/Jerusalem", "2026-11-23T13:42:00Z", "Asia/Jerusalem"),
        ("21:42 CST", "Asia/Shanghai", "2026-11-23T13:42:00Z", "Asia/Shanghai"),
        ("16:42 AST", "Asia/Riyadh", "2026-11-23T13:42:00Z", "Asia/Riyadh"),
        ("08:42 EST", NEW_YORK, "2026-11-23T13:42:00Z", NEW_YORK),
        ("08:42 EST", "America/Toronto", "2026-11-23T13:42:00Z", "America/Toronto"),
        ("08:42 ET", "America/Toronto", "2026-11-23T13:42:00Z", "America/Toronto"),
        ("06:42 MST", "America/Phoenix", "2026-11-23T13:42:00Z", "America/Phoenix"),
        ("14:42 CET", "Europe/Paris", "2026-11-23T13:42:00Z", "Europe/Paris"),
        ("13:42 GMT", "Europe/London", "2026-11-23T13:42:00Z", "UTC"),
        ("00:42 +11", LORD_HOWE, "2026-11-23T13:42:00Z", LORD_HOWE),
    ],
)
def test_the_incidents_own_abbreviations_come_first(typed: str, own: str, expected: str, zone: str) -> None:
    when = read(typed, own)
    assert (stored(when.at), when.zone, said(when)) == (expected, zone, "")


@pytest.mark.parametrize(
    ("typed", "zone", "expected", "note"),
    [
        ("15:06", BERLIN, "2026-11-22T14:06:00Z", "the previous day, 2026-11-22"),
        ("10:42pm", BERLIN, "2026-11-22T21:42:00Z", "the previous day, 2026-11-22"),
        ("23:59", "UTC", "2026-11-22T23:59:00Z", "the previous day, 2026-11-22"),
        ("09:06", NEW_YORK, "2026-11-22T14:06:00Z", "the previous day, 2026-11-22"),
        ("19:36", KOLKATA, "2026-11-22T14:06:00Z", "the previous day, 2026-11-22"),
        ("00:42", LORD_HOWE, "2026-11-23T13:42:00Z", ""),
        ("23:50", LORD_HOWE, "2026-11-23T12:50:00Z", "the previous day, 2026-11-23"),
        ("mon 15:06", BERLIN, "2026-11-16T14:06:00Z", "the last one before now, 2026-11-16"),
        ("24 Nov 10:42", BERLIN, "2025-11-24T09:42:00Z", "the last one before now, 2025-11-24"),
        ("Dec 31, 23:10", BERLIN, "2025-12-31T22:10:00Z", "the last one before now, 2025-12-31"),
        ("29 Feb 10:42", BERLIN, "2024-02-29T09:42:00Z", "the last one before now, 2024-02-29"),
        ("today 23:10", BERLIN, "2026-11-23T22:10:00Z", "in the future"),
        ("2027-01-01 10:00", BERLIN, "2027-01-01T09:00:00Z", "in the future"),
        ("2026-11-23 15:05", BERLIN, "2026-11-23T14:05:00Z", ""),
        ("2026-11-23 15:06", BERLIN, "2026-11-23T14:06:00Z", "in the future"),
    ],
)
def test_the_day_that_was_taken_is_said(typed: str, zone: str, expected: str, note: str) -> None:
    when = read(typed, zone)
    assert (stored(when.at), said(when)) == (expected, note)


@pytest.mark.parametrize(
    ("typed", "now", "expected", "note"),
    [
        ("23:58", "2026-11-22T23:03:00Z", "2026-11-22T22:58:00Z", "the previous day, 2026-11-22"),
        ("00:01", "2026-11-22T23:03:00Z", "2026-11-22T23:01:00Z", ""),
        ("00:02", "2026-11-22T22:58:00Z", "2026-11-22T23:02:00Z", "on 2026-11-23"),
        ("mon 00:02", "2026-11-22T22:58:00Z", "2026-11-22T23:02:00Z", ""),
        ("1 jan 00:02", "2026-12-31T22:58:00Z", "2026-12-31T23:02:00Z", ""),
        ("-10m", "2026-11-22T23:03:00Z", "2026-11-22T22:53:00Z", ""),
        ("22:16 UTC", "2026-03-29T22:10:00Z", "2026-03-28T22:16:00Z", "on 2026-03-28"),
        ("00:05 UTC", "2026-11-23T23:30:00Z", "2026-11-23T00:05:00Z", "the previous day, 2026-11-23"),
    ],
)
def test_around_midnight(typed: str, now: str, expected: str, note: str) -> None:
    when = read(typed, now=now)
    assert (stored(when.at), said(when)) == (expected, note)


@pytest.mark.parametrize(
    ("typed", "expected", "note"),
    [
        ("T+3m", "2026-11-23T12:03:00Z", ""),
        ("t+3m", "2026-11-23T12:03:00Z", ""),
        ("T + 3 min", "2026-11-23T12:03:00Z", ""),
        ("T+1h05m", "2026-11-23T13:05:00Z", ""),
        ("T+0s", "2026-11-23T12:00:00Z", ""),
        ("T-10m", "2026-11-23T11:50:00Z", ""),
        ("T+2h10m", "2026-11-23T14:10:00Z", "in the future"),
    ],
)
def test_from_the_start(typed: str, expected: str, note: str) -> None:
    when = read(typed, start="2026-11-23T13:00:00.750+01:00")
    assert (stored(when.at), when.zone, said(when)) == (expected, BERLIN, note)


def test_from_the_start_needs_one_and_stays_near() -> None:
    assert "the start is not known yet" in refusal("T+3m")
    with pytest.raises(Refused, match="more than a day ahead"):
        read("T+30h", start="2026-11-23T12:00:00Z")


FORWARD = "the clock went forward over"
FIRST = "came twice: the first was taken"
SECOND = "came twice: the second was taken"
AFTER_GAP, AFTER_TWICE = "2026-03-29T10:00:00Z", "2026-10-25T10:00:00Z"


@pytest.mark.parametrize(
    ("typed", "zone", "now", "last", "expected", "note"),
    [
        ("01:59", BERLIN, AFTER_GAP, None, "2026-03-29T00:59:00Z", ""),
        ("02:00", BERLIN, AFTER_GAP, None, "2026-03-29T01:00:00Z", FORWARD),
        ("02:30", BERLIN, AFTER_GAP, None, "2026-03-29T01:30:00Z", FORWARD),
        ("02:30 CET", BERLIN, AFTER_GAP, None, "2026-03-29T01:30:00Z", FORWARD),
        ("03:00", BERLIN, AFTER_GAP, None, "2026-03-29T01:00:00Z", ""),
        ("29 Mar 2:30 am", BERLIN, MONDAY, None, "2026-03-29T01:30:00Z", FORWARD),
        ("2026-03-08 02:30", NEW_YORK, MONDAY, None, "2026-03-08T07:30:00Z", FORWARD),
        ("2026-10-04 02:15", LORD_HOWE, MONDAY, None, "2026-10-03T15:45:00Z", FORWARD),
        ("2026-10-04 02:30", LORD_HOWE, MONDAY, None, "2026-10-03T15:30:00Z", ""),
        ("01:59", BERLIN, AFTER_TWICE, None, "2026-10-24T23:59:00Z", ""),
        ("02:30", BERLIN, AFTER_TWICE, None, "2026-10-25T00:30:00Z", FIRST),
        ("02:30", BERLIN, AFTER_TWICE, "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", FIRST),
        ("02:30", BERLIN, AFTER_TWICE, "2026-10-25T00:50:00Z", "2026-10-25T01:30:00Z", SECOND),
        ("02:30", BERLIN, AFTER_TWICE, "2026-10-25T02:10:00Z", "2026-10-25T00:30:00Z", FIRST),
        ("02:30 CEST", BERLIN, AFTER_TWICE, "2026-10-25T00:50:00Z", "2026-10-25T00:30:00Z", ""),
        ("02:30 CET", BERLIN, AFTER_TWICE, None, "2026-10-25T01:30:00Z", ""),
        ("02:30 +0100", BERLIN, AFTER_TWICE, None, "2026-10-25T01:30:00Z", ""),
        ("03:00", BERLIN, AFTER_TWICE, None, "2026-10-25T02:00:00Z", ""),
        ("02:30", BERLIN, "2026-10-25T00:40:00Z", None, "2026-10-25T00:30:00Z", FIRST),
        ("02:30", BERLIN, "2026-10-25T01:10:00Z", "2026-10-25T00:50:00Z", "2026-10-25T00:30:00Z", FIRST),
        ("2026-10-25 02:30 CET", BERLIN, "2026-10-25T00:40:00Z", None, "2026-10-25T01:30:00Z", "in the future"),
        ("2026-11-01 01:30", NEW_YORK, MONDAY, None, "2026-11-01T05:30:00Z", FIRST),
        ("2026-11-01 01:30 EST", BERLIN, MONDAY, None, "2026-11-01T06:30:00Z", "could also be"),
        ("2026-04-05 01:45", LORD_HOWE, MONDAY, None, "2026-04-04T14:45:00Z", FIRST),
        ("2026-04-05 01:45", LORD_HOWE, MONDAY, "2026-04-04T15:00:00Z", "2026-04-04T15:15:00Z", SECOND),
        ("2026-04-05 01:15", LORD_HOWE, MONDAY, None, "2026-04-04T14:15:00Z", ""),
        ("2026-03-29 02:30", KOLKATA, MONDAY, None, "2026-03-28T21:00:00Z", ""),
    ],
)
def test_when_the_clocks_change(typed: str, zone: str, now: str, last: str | None, expected: str, note: str) -> None:
    when = read(typed, zone, now, last=last)
    assert stored(when.at) == expected
    assert note in said(when)
    assert bool(note) == bool(when.notes)


def test_a_moved_time_is_said_on_the_clock_of_its_zone() -> None:
    moved = read("2026-03-29 02:30").notes[0].values["moment"]
    assert isinstance(moved, datetime)
    assert moved.isoformat() == "2026-03-29T03:30:00+02:00"


def test_the_other_of_two_can_be_typed_as_the_note_says() -> None:
    first = read("2026-10-25 02:30")
    other = first.notes[0].values
    second = read(f"2026-10-25 {other['clock']} {other['offset']}")
    assert second.at - first.at == timedelta(hours=1)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("", "10:42"),
        ("   ", "10:42"),
        ("[]", "10:42"),
        ("10", "has no minutes"),
        ("10 UTC", "has no minutes"),
        ("yesterday 10", "has no minutes"),
        ("13pm", "from 1 to 12"),
        ("0:30am", "from 1 to 12"),
        ("10:60", "from 00 to 59"),
        ("10:42:60", "from 00 to 59"),
        ("25:00", "from 0 to 23"),
        ("24:00", "from 0 to 23"),
        ("2561", "from 0 to 23"),
        ("942", "is not a time"),
        ("10423", "is not a time"),
        ("10:4", "is not a time"),
        ("5m", "-5m or 5m ago"),
        ("2026-11-22", "add the time"),
        ("22 Nov 2026", "add the time"),
        ("Nov 22", "add the time"),
        ("yesterday", "add the time"),
        ("monday", "add the time"),
        ("2026-02-30", "no day of the calendar"),
        ("2026-02-30 10:42", "no day of the calendar"),
        ("2025-02-29 10:42", "no day of the calendar"),
        ("30 Feb 10:42", "no day of the calendar"),
        ("0000-01-01 10:42", "no day of the calendar"),
        ("1969-12-31 10:42", "1970 to 2199"),
        ("2201-01-01 10:42", "1970 to 2199"),
        ("9999-12-31 23:59 PST", "1970 to 2199"),
        ("0001-01-01 00:00 +14:00", "1970 to 2199"),
        ("10:42 Europe/Berlln", "no zone is called “Europe/Berlln”"),
        ("10:42 UC/Pacific", "no zone is called “UC/Pacific”"),
        ("10:42 XYZ", "no zone is called “XYZ”"),
        ("10:42 ../../etc/passwd", "is not a time"),
        ("10:42 localtime", "no zone is called"),
        ("10:42 +15:00", "from -14:00 to +14:00"),
        ("10:42 +01:75", "from -14:00 to +14:00"),
        ("10:00-11:00", "is two times"),
        ("17:00 – 18:00", "is two times"),
        ("2026-11", "is not a time"),
        ("2026-1130", "is not a time"),
        ("soon", "is not a time"),
        ("tomorrow 10:42", "is not a time"),
        ("10:42 today today", "no zone is called “today”"),
        ("T+5m ago", "is not a time"),
        ("+5m", "is not a time"),
        ("-", "is not a time"),
        ("T+", "is not a time"),
        ("-5 fortnights", "is not a time"),
        ("2X:XX", "no zone"),
        ("2024-03-13 14:??", "is not a time"),
        ("09:47 Initial onset", "is not a time"),
        ("-400d", "more than a year away"),
        ("-99999999999999999999h", "more than a year away"),
        ("9999999 days ago", "more than a year away"),
        ("1" * 101, "too long"),
        ("10:42" + " " * 96, "too long"),
        ("\x1b[31m10:42", "␛"),
        ("10:42\ud800", "is not a time"),
        ("{text} {0}", "is not a time"),
    ],
)
def test_what_cannot_be_a_time_says_what_to_type(typed: str, hint: str) -> None:
    assert hint in refusal(typed)


def test_an_unknown_zone_of_the_incident_is_refused() -> None:
    assert "no zone is called" in refusal("10:42", "Mars/Olympus")


def test_what_was_typed_is_kept_without_anything_that_harms() -> None:
    assert read(" [１０:４２]\n").typed == "[１０:４２]"


@pytest.mark.parametrize(("word", "zone"), REGIONS.items())
def test_every_abbreviation_is_that_of_its_zone(word: str, zone: str) -> None:
    names = {datetime(2026, month, 15, tzinfo=ZoneInfo(zone)).tzname() or "" for month in (1, 7)}
    if len(word) > 2 and any(name.isalpha() for name in names):
        assert word in names


def test_every_other_zone_of_an_ambiguous_abbreviation_is_one() -> None:
    for zones in AMBIGUOUS.values():
        assert [ZoneInfo(zone).key for zone in zones] == list(zones)
    assert AMBIGUOUS.keys() <= REGIONS.keys()


@pytest.mark.parametrize("unit", ["1", "1 ", "-1", "1h", "jan ", "1 jan ", "10:", "t+", " ", "-", ":", "a", "(", "²"])
@pytest.mark.parametrize("end", ["", "!", " ago", " mon", "z"])
def test_hostile_repetitions_take_no_time(unit: str, end: str) -> None:
    text = (unit * 100)[: 100 - len(end)] + end
    began = perf_counter()
    for _ in range(20):
        with pytest.raises(Refused):
            read(text)
    assert perf_counter() - began < 1


ZONES = st.sampled_from([BERLIN, NEW_YORK, "UTC", KOLKATA, LORD_HOWE, "Pacific/Apia", "Europe/London"])
NOWS = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))
CONTEXTS = st.builds(Context, NOWS, ZONES, st.none() | NOWS, st.none() | NOWS)
PIECES = st.sampled_from(
    [
        *("now", "10:42", "1042", "10:42:30", "2pm", "p.m.", "-5m", "1h30m", "ago", "T+", "T-", "3m", "yesterday"),
        *("today", "monday", "2026-11-22", "T23:10", "22", "Nov", "2026", "23:10", "Z", "+01:00", "-0500", "PST"),
        *("IST", "CET", "Europe/Berlin", "UTC+2", "29 feb", "at", "on", ",", ".", "-", "[", "]", "9999", "\u2212"),
    ]
)
MIXED = st.lists(PIECES | st.text(max_size=2), max_size=7).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda glue: glue.join(pieces))
)


def check_any(typed: str, context: Context) -> None:
    try:
        when = read_when(typed, context)
    except Refused as refused:
        assert str(refused.message)
        return
    assert when.at.tzinfo is UTC
    assert when.at.microsecond == 0
    assert 1970 <= when.at.year <= 2199
    assert ZoneInfo(when.zone)
    late = any(note.template == "in the future" for note in when.notes)
    assert late == (when.at > context.now + GRACE)
    for note in when.notes:
        assert str(note)
        assert all(v.tzinfo is not None for v in note.values.values() if isinstance(v, datetime))


@given(st.text(max_size=120), CONTEXTS)
def test_any_text_is_an_instant_or_refused(typed: str, context: Context) -> None:
    check_any(typed, context)


@given(MIXED, CONTEXTS)
def test_any_mixture_of_words_is_an_instant_or_refused(typed: str, context: Context) -> None:
    check_any(typed, context)


@given(MIXED, st.sampled_from([datetime.min, datetime.max]), ZONES)
def test_a_clock_at_the_edge_of_the_calendar_breaks_nothing(typed: str, now: datetime, zone: str) -> None:
    context = Context(now.replace(tzinfo=UTC), zone)
    try:
        read_when(typed, context)
    except Refused as refused:
        assert str(refused.message)


@given(st.times(), CONTEXTS, st.sampled_from(["%H:%M", "%H:%M:%S", "%H%M", "%I:%M %p", "%H.%M"]))
def test_a_bare_time_is_the_nearest_past(clock: time, context: Context, notation: str) -> None:
    when = read_when(clock.strftime(notation), context)
    assert when.at <= context.now + GRACE
    zone = ZoneInfo(context.zone)
    day_before = context.now - timedelta(days=1)
    longer = (day_before - timedelta(hours=1)).astimezone(zone).utcoffset() != (context.now + GRACE).astimezone(
        zone
    ).utcoffset()
    # A day on which the clocks change, or are moved over, is longer or shorter than others.
    assert when.at > day_before - (timedelta(days=1) if longer else timedelta())
    if not longer:
        assert when.at.astimezone(zone).strftime(notation) == clock.strftime(notation)


@given(st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30)), CONTEXTS, st.sampled_from("T "))
def test_iso_strings_come_back(moment: datetime, context: Context, between: str) -> None:
    expected = moment.replace(microsecond=0, tzinfo=UTC)
    assert read_when(moment.isoformat(between) + "Z", context).at == expected
    assert read_when(stored(expected), context).at == expected
    local = expected.astimezone(ZoneInfo(context.zone))
    assert read_when(local.isoformat(between), context).at == expected
