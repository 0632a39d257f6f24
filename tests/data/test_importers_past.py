"""Lists of past incidents: which columns are understood, what becomes an incident, and why a row does not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers.evidence import Evidence, Setting
from data.importers.opening import opened
from data.importers.past import PAST, Past, past_incidents
from data.importers.past_columns import columns_of, is_past, left_of, needs
from data.language import say
from model.durations import derive
from model.summary import Severity

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def read(text: str, zone: str = "UTC", fold: int | None = None) -> list[Past]:
    return list(past_incidents(Evidence("list", text.encode()), Setting(zone, NOW, fold=fold), "EUR"))


def problem(text: str) -> str:
    (found,) = read(text)
    return say(found.problem) if found.problem else ""


def test_columns_are_known_by_their_usual_names() -> None:
    header = ["Incident ID", "Started At", "resolved_at", "Root Cause Category", "Priority", "affectedService", "Notes"]
    assert columns_of(header) == {
        "id": "Incident ID",
        "start": "Started At",
        "end": "resolved_at",
        "resolved": "resolved_at",
        "categories": "Root Cause Category",
        "severity": "Priority",
        "service": "affectedService",
    }


def test_a_row_becomes_an_incident_with_all_that_it_says() -> None:
    (found,) = read(
        "id;title;started_at;detected_at;resolved_at;priority;service;category;cause;cost;currency;users affected;url\n"
        "A-1;Checkout down;2026-08-01 10:00;2026-08-01 10:05;2026-08-01 11:30;P1;checkout;Insufficient testing, DNS;"
        "a limit;1200.50;usd;40;https://example.org/a\n",
        zone="Europe/Berlin",
    )
    incident = found.incident
    assert incident is not None
    summary = incident.summary
    assert (summary.title, summary.severity, summary.service) == ("Checkout down", Severity.SEV_1, "checkout")
    assert summary.started_at == datetime(2026, 8, 1, 8, tzinfo=UTC)
    assert summary.users_affected == 40
    assert summary.revenue_lost is not None
    assert (str(summary.revenue_lost.amount), summary.revenue_lost.currency) == ("1200.50", "USD")
    assert [(why.text, why.category) for why in incident.whys.root] == [("a limit", "testing"), ("a limit", "DNS")]
    resolved = derive(incident)["time_to_resolve"].value
    assert resolved is not None
    assert resolved.total_seconds() == 5400
    assert incident.notes.root[0].text == "https://example.org/a"


@pytest.mark.parametrize("name", ["Finish", "finished_at", "endedAt", "Closed", "Restored at", "Completed"])
def test_an_end_has_many_names(name: str) -> None:
    (found,) = read(f"title,start,{name}\nx,2026-08-01T10:00:00Z,2026-08-01T11:00:00Z\n")
    assert found.incident is not None
    assert found.incident.summary.ended_at == datetime(2026, 8, 1, 11, tzinfo=UTC)


def test_tags_are_categories_only_where_they_name_one() -> None:
    head = "title,start,minutes,tags\n"
    (found,) = read(head + 'x,2026-08-01T10:00:00Z,5,"payments; Insufficient testing; eu"\n')
    assert found.incident is not None
    assert [why.category for why in found.incident.whys.root] == ["testing"]
    (found,) = read(head + "x,2026-08-01T10:00:00Z,5,payments\n")
    assert found.incident is not None
    assert found.incident.whys.root == ()


def test_columns_that_are_not_taken_and_missing_ones_are_named() -> None:
    evidence = Evidence("list", b"title,start,Weather,Over,Over\nx,2026-08-01,rain,2026-08-02,\n")
    assert left_of(evidence) == ["Weather", "Over"]
    assert not is_past(evidence)
    assert say(needs(evidence)) == (
        "a list of incidents needs a column that says when it ended, or how long it took (end, finished, duration "
        "minutes …); there are: title, start, Weather, Over, Over"
    )


def test_a_duration_stands_in_for_the_end() -> None:
    (found,) = read('{"title": "x", "start": "2026-08-01T10:00:00Z", "duration_minutes": 90.5}\n')
    assert found.incident is not None
    assert found.incident.summary.ended_at == datetime(2026, 8, 1, 11, 30, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "row", "minutes"),
    [
        ("title,start,end", "x,2026-08-01T10:00:00Z,2026-08-01T11:30:00Z", 90),
        ("title,start,minutes", "x,2026-08-01T10:00:00Z,90", 90),
        ("title,start,minutes", "x,2026-08-01,90", 90),
        ("title,start,end,minutes", "x,2026-08-01T10:00:00Z,0001-01-01T00:00:00Z,90", 90),
        ("title,start,end", "x,2026-08-01T10:00:00Z,2026-08-02", None),
        ("title,start,end", "x,2026-08-01,2026-08-01T11:30:00Z", None),
        ("title,start,end,resolved", "x,2026-08-01T10:00:00Z,2026-08-01T11:30:00Z,", None),
        ("title,start,end,resolved", "x,2026-08-01T10:00:00Z,2026-08-01T11:30:00Z,2026-08-01T11:00:00Z", 60),
    ],
)
def test_an_end_with_a_time_is_the_resolution_where_no_column_says_it(head: str, row: str, minutes: int | None) -> None:
    (found,) = read(f"{head}\n{row}\n")
    assert found.incident is not None
    resolved = derive(found.incident)["time_to_resolve"].value
    assert (resolved and resolved.total_seconds() / 60) == minutes
    assert {entry.source for entry in found.incident.timeline.root} <= {PAST}


def test_entries_stand_in_order() -> None:
    (found,) = read("title,start,end,mitigated_at\nx,2026-08-01T10:00:00Z,2026-08-01T10:30:00Z,2026-08-01T11:00:00Z\n")
    assert found.incident is not None
    assert [entry.milestone for entry in found.incident.timeline.root] == ["resolved", "fix-deployed"]


def test_a_column_that_only_other_rows_have_is_one() -> None:
    row = '{"title": "%s", "start": "2026-08-01T10:00:00Z", "end": "2026-08-01T11:00:00Z"%s}\n'
    first, second = read(row % ("x", "") + row % ("y", ', "resolved": "2026-08-01T10:30:00Z"'))
    assert first.incident is not None
    assert second.incident is not None
    assert [len(one.timeline.root) for one in (first.incident, second.incident)] == [0, 1]


def test_the_same_list_makes_incidents_of_the_same_ids() -> None:
    text = '{"title": "x", "start": "2026-08-01T10:00:00Z", "end": "2026-08-01T11:00:00Z"}\n'
    first, second = read(text), read(text)
    assert first[0].incident == second[0].incident


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"title": "x", "start": "2026-08-01T10:00:00Z", "end": "2026-08-01T09:00:00Z"}', "it ends before it starts"),
        ('{"title": "x", "start": "", "end": "2026-08-01T09:00:00Z"}', "when it started is not known"),
        ('{"title": "x", "start": "0001-01-01T00:00:00Z", "end": "2026-08-01T09:00:00Z"}', "not known"),
        ('{"title": "x", "start": "2026-08-01T10:00:00Z", "end": null}', "it would count as live"),
        ('{"title": "", "start": "2026-08-01T10:00:00Z", "end": "2026-08-01T11:00:00Z"}', "it has no title"),
        ('{"title": "x", "start": "01/02/2026 10:00", "end": "2026-08-01T11:00:00Z"}', "could be two days"),
        ('{"title": "x", "start": "soon", "end": "2026-08-01T11:00:00Z"}', "“soon” is no time that can be read"),
        ('{"title": "x", "start": "2026-08-01T10:00:00Z", "minutes": "long"}', "“long” is not a number"),
        ('{"title": "x", "start": "2026-08-01T10:00:00Z", "minutes": 1e300}', "is no duration"),
        ('{"title": "x", "start": "2024-11-03 01:30 America/New_York", "end": "2024-11-04"}', "twice"),
        (
            '{"title": "x", "start": "2026-08-01T10:00:00Z", "minutes": 5, "cost": 5, "currency": "EURO"}',
            "three letters",
        ),
        ('{"title": "x", "zone": "Mars/Base", "start": "2026-08-01 10:00", "minutes": 5}', "no zone is called"),
        ('{"title": "cut off', "it is no whole JSON"),
        ("[1, 2]", "it is no object"),
    ],
)
def test_a_row_that_is_not_right_says_why(row: str, reason: str) -> None:
    good = '{"title": "good", "start": "2026-08-01T10:00:00Z", "end": "2026-08-01T11:00:00Z"}'
    first, second = read(f"{good}\n\n{row}\n")
    assert first.incident is not None
    assert second.incident is None
    assert second.problem is not None
    assert reason in say(second.problem)
    assert second.row.number == 3


def test_two_rows_of_one_id_are_one_incident() -> None:
    row = '{"id": 7, "title": "x", "start": "2026-08-01T10:00:00Z", "minutes": %d}\n'
    first, second = read(row % 5 + row % 6)
    assert first.incident is not None
    assert second.problem is not None
    assert say(second.problem) == "the same incident as in line 1"


def test_what_was_taken_for_granted_is_said() -> None:
    (found,) = read("title,start,end,severity\nx,2016-12-31T23:59:60Z,2017-01-02,terrible\n")
    assert [say(note) for note in found.notes] == [
        "a leap second was taken as the second before it",
        "a day without a time was taken from its midnight on",
        "times without a zone were taken as UTC",
        "the severity “terrible” was taken as SEV-2",
    ]


@pytest.mark.parametrize(
    "text",
    ["time,event\n10:42,rollback\n", '{"at": "2026-08-01T10:00:00Z", "text": "x"}\n', "a,b\n", "", "\x00\x01", "{}\n"],
)
def test_what_is_no_list_of_incidents_is_none(text: str) -> None:
    assert not is_past(Evidence("list", text.encode()))


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["title", "start", "end", "id", "cost", "categories", "severity"]),
            st.one_of(
                st.none(), st.text(max_size=12), st.integers(), st.floats(), st.lists(st.text(max_size=5), max_size=2)
            ),
        )
    )
)
@settings(deadline=None, max_examples=80)
def test_any_row_is_an_incident_or_says_why_not(rows: list[dict[str, object]]) -> None:
    import json

    for found in read("\n".join(json.dumps(row) for row in rows)):
        assert (found.incident is None) == (found.problem is not None)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_the_public_incidents_of_four_centuries_come_in_whole() -> None:
    found = list(past_incidents(opened(CORPUS / "history.jsonl"), Setting("UTC", NOW), "EUR"))
    assert len(found) == 140
    assert [say(one.problem) for one in found if one.problem] == []
    resolved = [derive(one.incident)["time_to_resolve"].value for one in found if one.incident]
    assert None not in resolved
