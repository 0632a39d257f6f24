"""Pasted lines: the forms that people paste, days that follow each other, clocks that are put back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers.clock_times import DayNeeded, TwiceShown
from data.importers.evidence import Setting
from data.trouble import BrokenFile
from model.message import Refused
from model.timeline import Milestone
from tests.data.reading import read, setting, told

FORMS = (
    ("10:42 - First alert triggered", "", "First alert triggered", "10:42"),
    ("[10:42] alice: ack, looking", "alice", "ack, looking", "10:42"),
    ("[10:42 AM] Alice Adams: ack", "Alice Adams", "ack", "10:42"),
    ("10:42 <bob> db cpu 100%", "bob", "db cpu 100%", "10:42"),
    ("[10:42:07] <carol> looking", "carol", "looking", "10:42"),
    ("10:42 alice: ack", "alice", "ack", "10:42"),
    ("10:42 - Root cause identified: bad config", "", "Root cause identified: bad config", "10:42"),
    ("10:42 Update: we look", "", "Update: we look", "10:42"),
    ("2026-11-22T10:42:00Z resolved", "", "resolved", "10:42"),
    ("2026-11-22 10:42:00,123 INFO restarted", "", "INFO restarted", "10:42"),
    ("2026-11-22T12:42:00+02:00 resolved", "", "resolved", "10:42"),
    ("10:42 pm – late", "", "late", "22:42"),
    ("12:05 a.m. early", "", "early", "00:05"),
    ("10 PM: night", "", "night", "22:00"),
    ("- **10:42 UTC** – with stars", "", "with stars", "10:42"),
    ("* `10:42`: in code", "", "in code", "10:42"),
    ("10:42 UTC | with a bar", "", "with a bar", "10:42"),
    ("12:42 CEST the zone is beside it", "", "the zone is beside it", "11:42"),
    ("10:42-10:55 rolled back", "", "rolled back (– 10:55)", "10:42"),
    ("Nov 22, 2026 10:42 UTC - by name", "", "by name", "10:42"),
    ("22/11/2026, 10:42 - Dan: from a phone", "Dan", "from a phone", "10:42"),
    ("3. 10:42, numbered", "", "numbered", "10:42"),
    ("> 10:42 quoted", "", "quoted", "10:42"),
)


@pytest.mark.parametrize(("line", "who", "text", "clock"), FORMS, ids=[form[0] for form in FORMS])
def test_a_line_is_a_time_perhaps_a_name_and_what_happened(line: str, who: str, text: str, clock: str) -> None:
    found = read(f"{line}\n", of="pasted")
    assert [(one.author, one.text, f"{one.at:%d %H:%M}") for one in found] == [(who, text, f"22 {clock}")]


def test_a_line_without_a_time_continues_the_entry_above() -> None:
    found = read("intro\n10:42 first\n  and more\n\nwe noticed at 10:43\n25:00 is no time\n10:44\nsaid below\n")
    assert [one.text for one in found] == ["first\nand more\nwe noticed at 10:43\n25:00 is no time", "said below"]


def test_names_and_times_may_stand_above_what_was_said() -> None:
    found = read("Alice Adams  10:42 AM\nack\nlooking\nbob  10:45 AM\ndb is full\n")
    assert [(one.author, one.text) for one in found] == [("Alice Adams", "ack\nlooking"), ("bob", "db is full")]


def test_a_jump_back_of_more_than_twelve_hours_is_the_next_day_and_a_smaller_one_is_none() -> None:
    found = read("23:58 a\n00:05 b\n11:00 c\n10:59 d\n23:00 e\n00:10 f\n")
    assert told(found) == [
        ("11-22 23:58:00", "a"),
        ("11-23 00:05:00", "b"),
        ("11-23 10:59:00", "d"),
        ("11-23 11:00:00", "c"),
        ("11-23 23:00:00", "e"),
        ("11-24 00:10:00", "f"),
    ]


def test_a_line_that_is_a_date_begins_that_day() -> None:
    found = read("--- Sunday, November 22nd ---\n10:42 a\nMon, Nov 23, 2026\n09:00 b\n", setting(day=date(2026, 1, 1)))
    assert told(found) == [("11-22 10:42:00", "a"), ("11-23 09:00:00", "b")]


def test_the_day_is_asked_for_only_where_it_is_needed() -> None:
    with pytest.raises(DayNeeded, match="--date"):
        read("10:42 a", setting(day=None))
    assert len(read("2026-11-22 10:42 a\n10:43 b", setting(day=None))) == 2


def test_a_date_that_could_be_two_days_is_refused_unless_another_tells() -> None:
    with pytest.raises(Refused, match="two days"):
        read("03/04/2026 10:42 a")
    assert told(read("03/04/2026 10:42 a\n04/22/2026 10:43 b"))[0] == ("03-04 10:42:00", "a")


def test_a_time_that_the_clock_showed_twice_is_asked_about() -> None:

    def berlin(fold: int | None = None) -> Setting:
        return setting("Europe/Berlin", date(2026, 10, 25), fold)

    with pytest.raises(TwiceShown, match=r"\+02:00 or \+01:00"):
        read("02:30 a", berlin())
    first, second = (read("02:30 a", berlin(fold))[0].at for fold in (0, 1))
    assert (second - first).total_seconds() == 3600
    named = read("02:30 CET a", berlin())[0].at
    assert named == second
    order = read("01:50 a\n02:50 b\n02:10 c", berlin(0))
    assert [one.text for one in order] == ["a", "b", "c"]


def test_a_time_that_the_clock_left_out_is_moved_and_said() -> None:
    how = setting("Europe/Berlin", date(2026, 3, 29))
    assert told(read("02:30 a", how)) == [("03-29 01:30:00", "a")]
    assert any("went forward" in str(note) for note in how.notes)


def test_that_a_zone_was_assumed_is_said() -> None:
    how = setting("Europe/Berlin")
    read("10:42 a\n10:43 b", how)
    assert [str(note) for note in how.notes] == ["times without a zone were taken as Europe/Berlin"]


def test_milestones_are_proposed_by_general_words() -> None:
    lines = {
        "Monitoring alerted on checkout latency": Milestone.FIRST_ALERT,
        "Alert fired: health check failed": Milestone.FIRST_ALERT,
        "PagerDuty paged the on-call engineer": Milestone.TEAM_NOTIFIED,
        "ack, looking": Milestone.TEAM_NOTIFIED,
        "Engineers begin investigating": Milestone.INVESTIGATION_STARTED,
        "We identified the root cause as a bad config push": Milestone.ROOT_CAUSE_IDENTIFIED,
        "Fix deployed to all regions": Milestone.FIX_DEPLOYED,
        "Rolled back to v41": Milestone.FIX_DEPLOYED,
        "Incident resolved.": Milestone.RESOLVED,
        "Rolled back to v41, no change": None,
        "Rollback started": None,
        "root cause not found yet": None,
        "the incident is not resolved": None,
        "is it resolved?": None,
        "will deploy the fix": None,
        "db cpu 100%": None,
    }
    text = "\n".join(f"10:{minute:02} - {line}" for minute, line in enumerate(lines))
    assert [one.milestone for one in read(text)] == list(lines.values())


def test_what_is_no_evidence_is_said_to_be_none() -> None:
    for content in (
        "just a text\nof two lines\n",
        "",
        "ratio 3:15 of it",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n\0",
    ):
        with pytest.raises(BrokenFile):
            read(content)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(0, 23), st.integers(0, 59), st.text("abc xyz", min_size=1).filter(str.strip)), max_size=20
    )
)
def test_every_line_comes_in_and_none_twice(lines: list[tuple[int, int, str]]) -> None:
    text = "09:00 begin\n" + "\n".join(f"{hour:02}:{minute:02} - {said}" for hour, minute, said in lines)
    found = read(text)
    assert len(found) == len(lines) + 1
    assert len({one.origin for one in found}) == len(found)
    assert [one.origin for one in read(text)] == [one.origin for one in found]
