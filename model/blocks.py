"""The shape of the timeline: minutes for SEV-1, 15-minute blocks for the others, days and gaps marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from itertools import pairwise

from model.incident import Incident
from model.instant import in_zone
from model.summary import Severity, Summary
from model.timeline import Entry

__all__ = ["BLOCK", "Gap", "Row", "RowKind", "all_lines", "block_start", "gap_between", "gaps", "lines"]

BLOCK = timedelta(minutes=15)
"""The length of a block, and the longest silence of a SEV-1."""


class RowKind(Enum):
    """What a row of the timeline is."""

    DAY = auto()
    SHIFT = auto()
    """The clocks were put forward or back since the entry before, in the course of a day."""
    BLOCK = auto()
    GAP = auto()
    ENTRY = auto()


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence that is longer than the severity allows."""

    since: datetime
    until: datetime

    @property
    def length(self) -> timedelta:
        """How long nothing was taken down."""
        return self.until - self.since


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the timeline, with its moment on the incident's wall clock."""

    kind: RowKind
    at: datetime
    entry: Entry | None = None
    gap: Gap | None = None


def block_start(moment: datetime, zone: str) -> datetime:
    """The start of the quarter of an hour, on the wall clock of the zone, that the moment lies in."""
    local = in_zone(moment, zone)
    into = timedelta(minutes=local.minute % 15, seconds=local.second, microseconds=local.microsecond)
    return in_zone(moment - into, zone)


def gap_between(since: datetime, until: datetime, summary: Summary) -> Gap | None:
    """The gap between two neighbours, if there is one: over 15 minutes, or an empty block for SEV-2 and 3.

    Only the time between the start and the end of the incident counts.
    """
    since = max(since, summary.started_at)
    until = min(until, summary.ended_at) if summary.ended_at else until
    if until - since <= BLOCK:
        return None
    if summary.severity is not Severity.SEV_1:
        # In UTC, since the wall clock may be put forward or back in between.
        first, last = (block_start(moment, summary.zone).astimezone(UTC) for moment in (since, until))
        if last - first < 2 * BLOCK:
            return None
    return Gap(since, until)


def gaps(incident: Incident, now: datetime) -> Iterator[Gap]:
    """Every gap from the start to the end, or to now while the incident is live."""
    summary = incident.summary
    moments = [summary.started_at, *(entry.at for entry in incident.timeline.root), summary.ended_at or now]
    for since, until in pairwise(moments):
        if until - since <= BLOCK:
            continue
        gap = gap_between(since, until, summary)
        if gap:
            yield gap


def lines(previous: Entry | None, entry: Entry, summary: Summary) -> Iterator[Row]:
    """The rows that one entry takes: a gap, a day or another offset, a block before it where needed, and the entry.

    They depend on nothing but the entry before, so that a new entry changes no other rows.
    """
    local = in_zone(entry.at, summary.zone)
    before = in_zone(previous.at, summary.zone) if previous else None
    since = previous.at if previous else summary.started_at
    gap = gap_between(since, entry.at, summary)
    if gap:
        yield Row(RowKind.GAP, in_zone(gap.since, summary.zone), gap=gap)
    if before is None or before.date() != local.date():
        yield Row(RowKind.DAY, local)
    elif before.utcoffset() != local.utcoffset():
        yield Row(RowKind.SHIFT, local)
    if summary.severity is not Severity.SEV_1:
        block = block_start(entry.at, summary.zone)
        last = block_start(previous.at, summary.zone) if previous else None
        if last is None or last.astimezone(UTC) != block.astimezone(UTC):
            yield Row(RowKind.BLOCK, block)
    yield Row(RowKind.ENTRY, local, entry=entry)


def all_lines(entries: Iterable[Entry], summary: Summary) -> Iterator[Row]:
    """The rows of all entries, in order; quick where many lie in one block, before which nothing can stand."""
    previous: Entry | None = None
    until: datetime | None = None
    for entry in entries:
        if previous is not None and until is not None and previous.at <= entry.at < until:
            yield Row(RowKind.ENTRY, in_zone(entry.at, summary.zone), entry=entry)
        else:
            yield from lines(previous, entry, summary)
            until = block_start(entry.at, summary.zone).astimezone(UTC) + BLOCK
        previous = entry
