"""The lines of the quarterly review on durations: their figures, and a dot an incident."""

from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import cell_len, set_cell_size

from data import formats
from data.language import _
from data.quarter.words import comparison_text, deciding_text, interval_text, span_text, times_rows, verdict_text
from model.review import Facts, Quarter, Review
from model.review.answers import Times
from model.review.axis import LogAxis
from model.statistics import Verdict
from screens.behind import Evidence, Source
from screens.columns import left, right
from screens.drawings import dots
from screens.review_list import Answer, Parts, fitting

__all__ = ["times_lines"]

_QUARTER, _SPAN = 7, 7
_VERDICTS = {Verdict.FASTER: "▲ ", Verdict.SLOWER: "▼ "}
_WIDE = 50


def times_lines(label: str, times: Times, review: Review, definition: str) -> Iterator[Answer]:
    """A duration: its figures, and a dot an incident in this quarter and in the one before."""
    comparison = times.against_previous
    counted = _("{n} counted; left out: {missing} for a missing milestone, {reversed} in the wrong order.").format(
        n=formats.number(times.figures.n),
        missing=formats.number(len(times.missing)),
        reversed=formats.number(len(times.wrong_order)),
    )
    how = tuple(part for part in (definition, counted, comparison_text(comparison)) if part)
    title = _("Time to detect") if times is review.time_to_detect else _("Time to resolve")
    said = (definition, comparison_text(comparison), deciding_text(comparison))
    whole = " ".join(part for part in said if part)
    evidence = Evidence(f"{title}: {verdict_text(comparison)}", whole, list(_behind(times)), times_rows(times))
    yield Answer(label, partial(_time, times), how, evidence)
    axis = LogAxis.over([*times.seconds, *times.previous_seconds])
    if axis is not None:
        yield Answer("", partial(_strip, axis, review.quarter, times.seconds, len(times.excluded)), how)
        yield Answer("", partial(_strip, axis, review.quarter.moved(-1), times.previous_seconds, None), how)


def _behind(times: Times) -> Iterator[Source]:
    """Those that count, those that are left out, those of the quarter before."""
    yield from _longest_first(times.counted, times.seconds)
    for heading, left_out in (
        (_("Left out: a milestone is missing"), times.missing),
        (_("Left out: milestones in the wrong order"), times.wrong_order),
    ):
        if left_out:
            yield Source(heading)
            yield from (Source(facts.title, facts.id, "timeline", "–") for facts in left_out)
    if times.previous_counted:
        yield Source(_("In the quarter before: {n}").format(n=formats.number(len(times.previous_counted))))
        yield from _longest_first(times.previous_counted, times.previous_seconds)


def _longest_first(those: Sequence[Facts], seconds: Sequence[int]) -> Iterator[Source]:
    for span, facts in sorted(zip(seconds, those, strict=True), key=lambda row: -row[0]):
        yield Source(facts.title, facts.id, "timeline", span_text(span))


def _time(times: Times, room: int) -> Parts:
    figures, verdict = times.figures, times.against_previous.verdict
    if not figures.n:
        return [("-muted", _("no incident has both milestones"))]
    middle = span_text(figures.median)
    if figures.median_interval is not None:
        middle += f" ({interval_text(figures.median_interval)})"
    parts = [
        ("-mark" if verdict in _VERDICTS else "-muted", _VERDICTS.get(verdict, "") + _short_verdict(verdict)),
        ("-plain", f"n {formats.number(figures.n)}"),
        ("-plain", _("median {span}").format(span=middle)),
        ("-plain", _("mean {span}").format(span=span_text(figures.mean))),
        ("-muted", _("90 % below {span}").format(span=span_text(figures.p90))),
    ]
    if figures.q1 is not None and figures.q3 is not None:
        parts.append(("-muted", _("middle half {spans}").format(spans=interval_text((figures.q1, figures.q3)))))
    shown = fitting(parts, room)
    if len(shown) < 5:
        parts[2] = ("-plain", _("median {span}").format(span=span_text(figures.median)))
        shown = fitting(parts, room)
    return shown


def _short_verdict(verdict: Verdict) -> str:
    match verdict:
        case Verdict.FASTER:
            return _("faster")
        case Verdict.SLOWER:
            return _("slower")
        case Verdict.TOO_FEW:
            return _("can’t tell: too few")
        case Verdict.NO_EVIDENCE:
            return _("can’t tell")


def _strip(axis: LogAxis, quarter: Quarter, seconds: Sequence[int], excluded: int | None, room: int) -> Parts:
    count = f"n {len(seconds)}"
    if excluded:
        count += " · " + _("{n} left out").format(n=excluded)
    count = set_cell_size(count, 18 if room > _WIDE else 0)
    low, high = right(_brief(axis.low), _SPAN), left(_brief(axis.high), _SPAN)
    width = max(4, room - _QUARTER - cell_len(low) - cell_len(high) - cell_len(count) - 4)
    return [
        ("-muted", f"{quarter} {low} "),
        ("-mark", set_cell_size(dots(seconds, axis, width), width)),
        ("-muted", f" {high} {count}"),
    ]


def _brief(seconds: int) -> str:
    return span_text(seconds).replace("\u00a0", " ")
