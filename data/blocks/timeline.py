"""The timeline in a document: by the minute or in quarters of an hour, as the severity says."""

from collections.abc import Iterator
from itertools import chain

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Heading, Node, Paragraph, Table
from data.language import _, say
from model.blocks import BLOCK, Row, RowKind, lines
from model.durations import derive
from model.summary import Severity
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The entries day by day, and the durations that derive from the milestones."""
    summary, entries = subject.incident.summary, subject.incident.timeline.root
    if not entries:
        return
    yield Paragraph(_("All times are in {zone}.").format(zone=summary.zone))
    pairs = zip((None, *entries), entries, strict=False)
    rows = chain.from_iterable(lines(before, entry, summary) for before, entry in pairs)
    yield from _days(subject, rows)
    yield Heading(3, _("Durations"))
    yield Table((_("Duration"), _("From"), _("To"), _("Time")), list(_durations(subject)), frozenset({3}))


def _days(subject: Subject, rows: Iterator[Row]) -> Iterator[Node]:
    blocks = subject.incident.summary.severity is not Severity.SEV_1
    header = (_("Block"), _("Time"), _("Milestone"), _("What happened")) if blocks else _minute_header()
    table: list[list[str]] = []
    block_text = ""
    for row in rows:
        if row.kind is RowKind.DAY:
            if table:
                yield Table(header, table)
            table = []
            yield Heading(3, f"{formats.weekday(row.at.date())} ({formats.offset(row.at)})")
        elif row.kind is RowKind.BLOCK:
            block_text = f"{formats.clock(row.at)}–{formats.clock(row.at + BLOCK)}"
        elif row.gap:
            gap = _("({time} without an entry)").format(time=formats.duration(row.gap.length))
            table.append(["", "", "", gap] if blocks else ["", "", gap])
        elif row.entry:
            cells = [formats.clock(row.at), _mark(row.entry), row.entry.text]
            table.append([block_text, *cells] if blocks else cells)
            block_text = ""
    if table:
        yield Table(header, table)


def _minute_header() -> tuple[str, str, str]:
    return _("Time"), _("Milestone"), _("What happened")


def _mark(entry: Entry) -> str:
    if entry.milestone:
        return _(MILESTONE_LABELS[entry.milestone])
    return _(TRIGGER_LABELS[entry.trigger]) if entry.trigger else ""


def _durations(subject: Subject) -> Iterator[list[str]]:
    for derived in derive(subject.incident).values():
        figure = derived.figure
        since = _(MILESTONE_LABELS[figure.since]) if figure.since else _("start")
        problem = say(derived.problem) if derived.problem else ""
        value = formats.duration(derived.value) if derived.value is not None else problem
        yield [_(figure.label), since, _(MILESTONE_LABELS[figure.until]), value]
