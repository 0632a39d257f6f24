"""The timeline drawn to scale, as SVG: what happened when, the milestones by name, and the silences as gaps."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup, escape
from rich.cells import cell_len

from data import formats
from data.blocks.subject import Subject
from data.language import _
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry

__all__ = ["timeline_svg"]

_WIDTH, _MARGIN = 960, 24
_LABEL_HEIGHT, _CHARACTER = 18, 7
"""Of a label, in units of the drawing."""
_AXIS_GAP = 10
_STEPS = [timedelta(minutes=count) for count in (1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080, 43200)]
_MOST_TICKS = 12


def timeline_svg(subject: Subject) -> Markup:
    """The drawing; empty where there are not two moments to draw between."""
    entries = subject.incident.timeline.root
    summary = subject.incident.summary
    end = summary.ended_at or (subject.now if summary.live else None)
    moments = [summary.started_at, *([end] if end else []), *(entry.at for entry in entries)]
    first, last = min(moments), max(moments)
    if not entries or first == last:
        return Markup("")
    return _Drawing(subject, first, last).drawn(entries, end)


class _Drawing:
    """One drawing, between two moments."""

    def __init__(self, subject: Subject, first: datetime, last: datetime) -> None:
        self._subject = subject
        self._first, self._last = first, last

    def _x(self, moment: datetime) -> float:
        share = (moment - self._first) / (self._last - self._first)
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)

    def drawn(self, entries: Sequence[Entry], end: datetime | None) -> Markup:
        """Labels above, the line in the middle, the clock below."""
        labels, rows = self._labels([entry for entry in entries if entry.milestone or entry.trigger])
        axis = _LABEL_HEIGHT * rows + _AXIS_GAP + 6
        height = axis + 46
        start = self._x(self._subject.incident.summary.started_at)
        stop = self._x(end) if end else start
        inside = [
            Markup('<rect class="during" x="{}" y="{}" width="{}" height="12" rx="3"/>').format(
                start, axis - 6, max(1, round(stop - start, 1))
            ),
            Markup('<line class="axis" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(
                _MARGIN, axis, _WIDTH - _MARGIN, axis
            ),
            *self._ticks(axis),
            self._zone(axis),
            *self._marks(entries, axis),
            *(self._label(entry, x, row, axis, anchor) for entry, x, row, anchor in labels),
        ]
        title = _("The timeline to scale, from {first} to {last}").format(
            first=self._subject.moment(self._first), last=self._subject.moment(self._last)
        )
        return Markup(
            '<svg class="timeline" viewBox="0 0 {} {}" role="img" xmlns="http://www.w3.org/2000/svg"><title>{}</title>{}</svg>'
        ).format(_WIDTH, height, title, Markup("").join(inside))

    def _ticks(self, axis: int) -> Iterator[Markup]:
        """A tick and its time, at whole steps of the wall clock."""
        span = self._last - self._first
        step = next((one for one in _STEPS if span / one <= _MOST_TICKS), span / _MOST_TICKS)
        local = self._subject.local(self._first)
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        moment = midnight + (local - midnight) // step * step
        while (at := moment.astimezone(self._first.tzinfo)) <= self._last:
            if at >= self._first:
                x = self._x(at)
                shown = formats.clock(moment) if step < timedelta(days=1) else formats.day(moment.date())
                yield Markup('<line class="tick" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(x, axis, axis + 6)
                yield Markup('<text class="clock" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                    x, axis + 20, shown
                )
            moment += step

    def _zone(self, axis: int) -> Markup:
        """The zone of the clock, and its offset; of two, if the clocks change on the way."""
        offsets = dict.fromkeys(formats.offset(self._subject.local(moment)) for moment in (self._first, self._last))
        zone = self._subject.incident.summary.zone
        words = zone if list(offsets) == [zone] else f"{zone} {' → '.join(offsets)}"
        text = Markup('<text class="clock" x="{}" y="{}" text-anchor="end">{}</text>')
        return text.format(_WIDTH - _MARGIN, axis + 38, words)

    def _marks(self, entries: Sequence[Entry], axis: int) -> Iterator[Markup]:
        for entry in entries:
            x = self._x(entry.at)
            words = f"{self._subject.clock(entry.at)} {entry.text or self._label_of(entry)}".strip()
            if entry.milestone:
                yield Markup('<path class="milestone" d="M{0} {1}l6 6-6 6-6-6z"><title>{2}</title></path>').format(
                    x, axis - 6, words
                )
            elif entry.trigger or entry.met:
                yield Markup('<path class="legal" d="M{0} {1}h10v10h-10z"><title>§ {2}</title></path>').format(
                    round(x - 5, 1), axis - 5, words
                )
            else:
                yield Markup('<circle class="entry" cx="{}" cy="{}" r="3"><title>{}</title></circle>').format(
                    x, axis, words
                )

    def _labels(self, entries: Sequence[Entry]) -> tuple[list[tuple[Entry, float, int, str]], int]:
        """Where each label stands: in the lowest row in which it touches no other."""
        free: list[float] = []
        placed = []
        for entry in entries:
            x, width = self._x(entry.at), cell_len(self._words(entry)) * _CHARACTER
            anchor = "start" if x + width < _WIDTH else "end"
            left, right = (x, x + width) if anchor == "start" else (x - width, x)
            row = next((number for number, until in enumerate(free) if until + _CHARACTER < left), len(free))
            free[row : row + 1] = [right]
            placed.append((entry, x, row, anchor))
        return placed, len(free)

    def _words(self, entry: Entry) -> str:
        """The time, and the milestone or the legal stamp."""
        return f"{self._subject.clock(entry.at)} {self._label_of(entry)}"

    @staticmethod
    def _label_of(entry: Entry) -> str:
        if entry.milestone:
            return _(MILESTONE_LABELS[entry.milestone])
        return f"§ {_(TRIGGER_LABELS[entry.trigger])}" if entry.trigger else ""

    def _label(self, entry: Entry, x: float, row: int, axis: int, anchor: str) -> Markup:
        y = axis - _AXIS_GAP - 4 - row * _LABEL_HEIGHT
        stem = Markup('<line class="stem" x1="{0}" y1="{1}" x2="{0}" y2="{2}"/>').format(x, y + 3, axis - 6)
        words = Markup('<text class="label" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            x + (4 if anchor == "start" else -4), y, anchor, escape(self._words(entry))
        )
        return stem + words
