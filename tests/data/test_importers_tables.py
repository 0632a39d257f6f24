"""Tables: CSV whatever wrote it, and the timeline of a public post-mortem in Markdown."""

import pytest

from data.trouble import BrokenFile
from model.evidence import Kind
from model.timeline import Milestone
from tests.data.reading import read, setting, told

EXPECTED = [("11-22 10:42:00", "Alert fired"), ("11-22 10:45:00", "Acknowledged")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_delimiters_and_encodings_are_told(encoding: str, delimiter: str, ending: str) -> None:
    rows = (
        ("Timestamp", "Event", "Wer"),
        ("2026-11-22T10:42:00Z", "Alert fired", "Zoë"),
        ("2026-11-22 10:45 UTC", "Acknowledged", ""),
    )
    text = ending.join(delimiter.join(row) for row in rows) + ending
    assert told(read(text.encode(encoding), of="csv")) == EXPECTED


@pytest.mark.parametrize(
    "header",
    [
        "time,event",
        "TIMESTAMP,Message",
        "Created_At,Summary",
        "createdAt,description",
        "at,text",
        "Date,what happened",
        "When,Details",
    ],
)
def test_headers_go_by_many_names(header: str) -> None:
    text = f"{header}\n2026-11-22 10:42,Alert fired\n2026-11-22 10:45,Acknowledged\n"
    assert told(read(text, of="csv")) == EXPECTED


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-22 10:42 UTC",
        "2026-11-22T11:42:00+01:00",
        "1795344120",
        "1795344120000",
        "1795344120000000",
        "22.11.2026 10:42",
        '"Nov 22, 2026, 10:42 AM"',
        "22 November 2026 10:42",
        "2026-11-22T10:42:00.999999Z",
        "20261122T104200Z",
        "11/22/2026 10:42 am",
    ],
)
def test_times_are_written_in_many_ways(written: str) -> None:
    assert told(read(f"time,event\n{written},Alert fired\n", of="csv")) == EXPECTED[:1]


def test_a_date_and_a_time_in_columns_of_their_own_are_one_time() -> None:
    assert told(read("Date,Time,Event\n2026-11-22,10:42,Alert fired\n", of="csv")) == EXPECTED[:1]


def test_cells_hold_line_breaks_quotes_and_delimiters() -> None:
    text = 'sep=;\r\nTime (UTC);Message;User Name\r\n2026-11-22 10:42;"two\nlines; and ""quotes""";bob\r\n'
    found = read(text, setting("Europe/Berlin"), of="csv")
    assert told(found) == [("11-22 10:42:00", 'two\nlines; and "quotes"')]
    assert found[0].author == "bob"


def test_kinds_propose_milestones_and_tell_changes() -> None:
    rows = ("alert", "ack", "root-cause", "team_notified", "Deployment", "config change", "chat")
    text = "time,event,kind\n" + "".join(f"2026-11-22 10:{n:02},x{n},{kind}\n" for n, kind in enumerate(rows))
    found = read(text)
    assert [one.milestone for one in found] == [
        Milestone.FIRST_ALERT,
        Milestone.TEAM_NOTIFIED,
        Milestone.ROOT_CAUSE_IDENTIFIED,
        Milestone.TEAM_NOTIFIED,
        None,
        None,
        None,
    ]
    assert [one.kind for one in found][4:] == [Kind.CHANGE, Kind.CHANGE, Kind.MESSAGE]


def test_rows_without_a_time_or_a_text_are_left_out_and_said() -> None:
    how = setting()
    assert len(read("time,event\n,x\n2026-11-22 10:42,\nsoon,y\n2026-11-22 10:42,z\n", how)) == 1
    assert any("left out" in str(note) for note in how.notes)


def test_a_csv_that_is_cut_off_within_quotes_is_said_to_be() -> None:
    with pytest.raises(BrokenFile, match="cut off"):
        read('time,event\n2026-11-22 10:42,"cut o')


LIST = """# Outage of November 22, 2026

We are sorry. At 10:42 UTC it began.

| Action | Owner | Due |
|---|---|---|
| 2026-12-01 10:00 fix it | bob | 2026-12-01 |

## Timeline (all times UTC)

- **10:42** – Alert fired for *checkout*
- **10:45 UTC** - [Acknowledged](https://x.example)
- 11:15–11:20: Rolled back
- 23:59 waiting

* 00:10 **Resolved**

## Lessons

- 12:00 is noon
"""


def test_the_list_of_a_post_mortem_is_read_and_nothing_around_it() -> None:
    found = read(LIST, setting("Europe/Berlin", None), of="markdown")
    assert told(found) == [
        ("11-22 10:42:00", "Alert fired for checkout"),
        ("11-22 10:45:00", "Acknowledged"),
        ("11-22 11:15:00", "Rolled back (– 11:20)"),
        ("11-22 23:59:00", "waiting"),
        ("11-23 00:10:00", "Resolved"),
    ]
    assert found[-1].milestone is Milestone.RESOLVED


TABLES = """Timeline
--------

All times are in PST.

### Nov 22

| Time | What we saw | By |
|:-----|:-----------:|----|
| 10:42 PM | **Alert** fired \\| checkout | bob |
| 11:10 PM | ack<br>looking | alice |

### Nov 23

| Time | What we saw | By |
|:-----|:-----------:|----|
| 1:00 AM | Incident resolved | |

### Durations

| Duration | Time |
|---|---|
| Detect | 0:06 |
"""


def test_tables_under_their_days_are_read_in_the_zone_that_the_text_names() -> None:
    found = read(TABLES, of="markdown")
    assert told(found) == [
        ("11-23 06:42:00", "Alert fired | checkout"),
        ("11-23 07:10:00", "ack\nlooking"),
        ("11-23 09:00:00", "Incident resolved"),
    ]
    assert [one.author for one in found] == ["bob", "alice", ""]


def test_lines_with_bars_under_a_bold_heading_are_read() -> None:
    found = read(
        "**Incident timeline**\n\n2026-11-22\n\n10:42 UTC | Alert fired\n10:45 UTC | Acknowledged\n", of="markdown"
    )
    assert told(found) == EXPECTED


def test_a_table_without_a_heading_is_read_where_its_rows_have_times() -> None:
    text = "| When | Note |\n|---|---|\n| 2026-11-22 10:42 | Alert fired |\n| 10:45 | Acknowledged |\n"
    assert told(read(text, of="markdown")) == EXPECTED
