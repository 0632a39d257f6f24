"""The timeline in a document: by the minute or in quarters of an hour, as the severity says."""

from collections.abc import Iterator
from datetime import datetime

from data import formats
from data.blocks.subject import Subject
from data.clock_words import met_text
from data.documents.nodes import Heading, Node, Paragraph, Table
from data.language import _, say
from model.blocks import BLOCK, Gap, Row, RowKind, gap_between, lines
from model.durations import derive
from model.instant import in_zone
from model.rules import Rules
from model.summary import Severity
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry, Milestone

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The entries day by day, and the durations that derive from the milestones."""
    summary, entries = subject.incident.summary, subject.incident.timeline.root
    if not entries:
        return
    quarters = summary.severity is not Severity.SEV_1
    text = _("In blocks of 15 minutes, in {zone}.") if quarters else _("By the minute, in {zone}.")
    yield Paragraph(text.format(zone=summary.zone))
    day = _Day(subject.rules, quarters=quarters)
    for row in _rows(subject):
        if row.kind is RowKind.DAY:
            yield from day.nodes()
            day = _Day(subject.rules, row.at, quarters=quarters)
        else:
            day.add(row)
    yield from day.nodes()
    yield Heading(3, _("Durations"))
    header = (_("Duration"), _("From"), _("To"), _("Time"))
    yield Table(header, list(_durations(subject)), frozenset({3}))


def _rows(subject: Subject) -> Iterator[Row]:
    """The rows of all entries, and the silence after the last."""
    summary, entries = subject.incident.summary, subject.incident.timeline.root
    for before, entry in zip((None, *entries), entries, strict=False):
        yield from lines(before, entry, summary)
    gap = gap_between(entries[-1].at, summary.ended_at or subject.now, summary)
    if gap:
        yield Row(RowKind.GAP, in_zone(gap.since, summary.zone), gap=gap)


class _Day:
    """The table of one day; what comes before the first day has no heading."""

    def __init__(self, rules: Rules, at: datetime | None = None, *, quarters: bool) -> None:
        self._rules = rules
        self._at = at
        self._quarters = quarters
        self._block = ""
        self._table: list[list[str]] = []

    def add(self, row: Row) -> None:
        """Take the row into the table."""
        if row.gap:
            self._aside(_gap(row.gap))
        elif row.kind is RowKind.SHIFT:
            self._aside(_("(the clocks change: from here on {offset})").format(offset=formats.offset(row.at)))
        elif row.kind is RowKind.BLOCK:
            self._block = f"{formats.clock(row.at)}–{formats.clock(row.at + BLOCK)}"
        elif row.entry:
            self._line(formats.clock(row.at), _marks(row.entry, self._rules), row.entry.text)

    def nodes(self) -> Iterator[Node]:
        """The day's heading, and its table."""
        if self._at:
            yield Heading(3, f"{formats.weekday(self._at.date())} ({formats.offset(self._at)})")
        if self._table:
            header = (_("Time"), _("Milestone"), _("What happened"))
            yield Table((_("Block"), *header) if self._quarters else header, self._table)

    def _line(self, *cells: str) -> None:
        self._table.append([self._block, *cells] if self._quarters else list(cells))
        self._block = ""

    def _aside(self, text: str) -> None:
        self._table.append(["", "", "", text] if self._quarters else ["", "", text])


def _gap(gap: Gap) -> str:
    return _("({time} without an entry)").format(time=formats.duration(gap.length))


def _marks(entry: Entry, rules: Rules) -> str:
    marks = []
    if entry.milestone:
        marks.append(_(MILESTONE_LABELS[entry.milestone]))
    if entry.trigger:
        marks.append(_(TRIGGER_LABELS[entry.trigger]))
    if entry.met:
        marks.append(met_text(entry.met, rules))
    return ", ".join(marks)


def _durations(subject: Subject) -> Iterator[list[str]]:
    for derived in derive(subject.incident).values():
        figure = derived.figure
        problem = say(derived.problem) if derived.problem else ""
        value = formats.duration(derived.value) if derived.value is not None else problem
        yield [_(figure.label), _from(subject, figure.since), _reached(subject, figure.until), value]


def _from(subject: Subject, milestone: Milestone | None) -> str:
    if milestone is not None:
        return _reached(subject, milestone)
    return _at(subject, _("start"), subject.incident.summary.started_at)


def _reached(subject: Subject, milestone: Milestone) -> str:
    moment = subject.incident.timeline.at(milestone)
    name = _(MILESTONE_LABELS[milestone])
    return name if moment is None else _at(subject, name, moment)


def _at(subject: Subject, name: str, moment: datetime) -> str:
    return _("{name}, {time}").format(name=name, time=subject.brief(moment))
