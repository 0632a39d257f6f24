"""Blocks, days and gaps: the rows of the timeline."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.blocks import Row, RowKind, all_lines, block_start, gap_between, gaps, lines
from model.incident import Incident
from model.instant import in_zone
from model.summary import Severity
from tests.building import NOON, at, entry, incident

ZONES = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Africa/Monrovia"]


def rows(written: Incident) -> list[Row]:
    entries = written.timeline.root
    before = [None, *entries]
    return [row for last, now in zip(before, entries, strict=False) for row in lines(last, now, written.summary)]


def kinds(written: Incident) -> str:
    return " ".join(row.kind.name.lower() for row in rows(written))


def test_a_sev_1_shows_minutes_and_the_others_blocks() -> None:
    entries = [entry(1, "12:01"), entry(2, "12:14"), entry(3, "12:15")]
    assert kinds(incident(entries=entries, severity="SEV-1")) == "day entry entry entry"
    for severity in ("SEV-2", "SEV-3"):
        assert kinds(incident(entries=entries, severity=severity)) == "day block entry entry block entry"


def test_an_entry_keeps_its_own_minute_inside_its_block() -> None:
    block, one = rows(incident(entries=[entry(1, "12:14")]))[1:]
    assert (block.at.minute, one.at.minute) == (0, 14)


def test_days_are_marked_where_midnight_passes_on_the_incidents_clock() -> None:
    entries = [entry(1, "22:55"), entry(2, "23:05")]
    assert kinds(incident(started="22:50", severity="SEV-1", entries=entries)) == "day entry entry"
    berlin = incident(started="22:50", severity="SEV-1", entries=entries, zone="Europe/Berlin")
    assert kinds(berlin) == "day entry day entry"


@pytest.mark.parametrize(
    ("moment", "zone", "start"),
    [
        ("2026-11-23T12:07:59Z", "Asia/Kathmandu", "2026-11-23T17:45+05:45"),
        ("2026-11-23T12:00Z", "Asia/Kathmandu", "2026-11-23T17:45+05:45"),
        ("2026-03-29T01:07Z", "Europe/Berlin", "2026-03-29T03:00+02:00"),
        ("2026-10-25T00:40Z", "Europe/Berlin", "2026-10-25T02:30+02:00"),
        ("2026-10-25T01:40Z", "Europe/Berlin", "2026-10-25T02:30+01:00"),
    ],
)
def test_blocks_are_quarters_on_the_wall_clock(moment: str, zone: str, start: str) -> None:
    found = block_start(at(moment), zone)
    assert found.isoformat(timespec="minutes") == start


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2060, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(ZONES),
)
@settings(deadline=None, max_examples=100)
def test_a_moment_lies_in_its_block(moment: datetime, zone: str) -> None:
    start = block_start(moment, zone)
    assert timedelta(0) <= moment - start.astimezone(UTC) < timedelta(minutes=15)
    assert (start.minute % 15, start.second) == (0, 0)
    assert block_start(start, zone) == start


def test_the_same_quarter_before_and_after_the_clock_went_back_is_two_blocks() -> None:
    written = incident(
        started="2026-10-25T00:30Z",
        zone="Europe/Berlin",
        entries=[entry(1, "2026-10-25T00:35Z"), entry(2, "2026-10-25T01:35Z")],
    )
    assert [row.kind for row in rows(written)].count(RowKind.BLOCK) == 2


@pytest.mark.parametrize(
    ("severity", "minutes", "is_gap"),
    [("SEV-1", 15, False), ("SEV-1", 16, True), ("SEV-2", 16, False), ("SEV-2", 29, False), ("SEV-2", 30, True)],
)
def test_a_gap_is_longer_than_the_severity_allows(severity: str, minutes: int, is_gap: bool) -> None:
    summary = incident(severity=severity).summary
    until = NOON + timedelta(minutes=minutes)
    assert (gap_between(NOON, until, summary) is not None) is is_gap


@pytest.mark.parametrize(
    ("since", "until", "is_gap"),
    [
        ("2026-03-29T00:50Z", "2026-03-29T01:10Z", False),  # 01:50 to 03:10, and yet twenty minutes
        ("2026-10-25T00:40Z", "2026-10-25T01:50Z", True),  # 02:40 to 02:50, and yet seventy
    ],
)
def test_gaps_are_counted_in_real_time_where_the_clock_is_moved(since: str, until: str, is_gap: bool) -> None:
    summary = incident(started=since, zone="Europe/Berlin").summary
    assert (gap_between(at(since), at(until), summary) is not None) is is_gap


def test_silence_before_the_start_and_after_the_end_does_not_count() -> None:
    written = incident(started="12:00", ended="12:10", severity="SEV-1", entries=[entry(1, "09:00"), entry(2, "18:00")])
    assert list(gaps(written, at("23:00"))) == []
    assert RowKind.GAP not in {row.kind for row in rows(written)}


def test_a_live_incident_is_silent_up_to_now() -> None:
    written = incident(severity="SEV-1", entries=[entry(1, "12:05")])
    assert [gap.length for gap in gaps(written, at("12:25"))] == [timedelta(minutes=20)]
    assert list(gaps(written, at("12:20"))) == []


def test_a_gap_stands_before_the_entry_that_ends_it() -> None:
    written = incident(severity="SEV-1", entries=[entry(1, "12:05"), entry(2, "12:30")])
    assert kinds(written) == "day entry gap entry"
    gap = rows(written)[2].gap
    assert gap is not None
    assert (gap.since, gap.until) == (at("12:05"), at("12:30"))


SEVERITY = st.sampled_from(["SEV-1", "SEV-2", "SEV-3"])
OFFSETS = st.lists(st.integers(-100_000, 300_000), max_size=20)


@given(OFFSETS, SEVERITY, st.sampled_from(ZONES))
@settings(deadline=None, max_examples=60)
def test_a_new_entry_changes_only_the_rows_of_the_one_after_it(offsets: list[int], severity: str, zone: str) -> None:
    written = incident(
        severity=severity,
        zone=zone,
        entries=[entry(n, NOON + timedelta(seconds=offset)) for n, offset in enumerate(offsets)],
    )
    entries = written.timeline.root
    whole = rows(written)
    assert [row.entry for row in whole if row.kind is RowKind.ENTRY] == list(entries)
    for size in range(len(entries)):
        part = incident(severity=severity, zone=zone, entries=[item.document() for item in entries[:size]])
        assert rows(part) == whole[: len(rows(part))]


@given(OFFSETS, SEVERITY)
@settings(deadline=None, max_examples=60)
def test_the_rows_mark_every_day_and_every_block_once(offsets: list[int], severity: str) -> None:
    written = incident(
        severity=severity,
        zone="Asia/Kathmandu",
        entries=[entry(n, NOON + timedelta(seconds=offset)) for n, offset in enumerate(offsets)],
    )
    found = rows(written)
    days = [row.at.date() for row in found if row.kind is RowKind.DAY]
    assert days == sorted(set(days))
    assert set(days) == {in_zone(item.at, "Asia/Kathmandu").date() for item in written.timeline.root}
    blocks = [row.at for row in found if row.kind is RowKind.BLOCK]
    assert all(earlier < later for earlier, later in pairwise(blocks))
    assert bool(blocks) is (severity != "SEV-1" and bool(offsets))


@given(st.lists(st.integers(0, 200_000), max_size=40), st.sampled_from(list(Severity)))
@settings(deadline=None, max_examples=60)
def test_the_rows_of_many_entries_are_those_of_one_after_the_other(seconds: list[int], severity: Severity) -> None:
    start = datetime(2026, 10, 24, 21, tzinfo=UTC)  # the clock goes back in the night that follows
    entries = [entry(n, start + timedelta(seconds=after), "x") for n, after in enumerate(sorted(seconds), 1)]
    written = incident(started=start, zone="Europe/Berlin", severity=severity, entries=entries)
    assert list(all_lines(written.timeline.root, written.summary)) == rows(written)
