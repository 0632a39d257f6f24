"""The lines of the quarterly review that say what to automate first."""

from collections.abc import Iterator
from functools import partial

from rich.cells import cell_len

from data import formats
from data.language import _, ngettext
from data.quarter.report import Report
from data.quarter.words import category_name, costs_within, ranking_text, reason_text
from model.message import N_
from model.review.automation import Candidate, Reason
from screens.behind import Evidence, Source
from screens.columns import shortened_inside
from screens.review_list import Answer, Parts, fitting, incidents_text, sources

__all__ = ["automation_lines"]

_SHOWN = 3
_NAME, _LEAST, _COST, _WIDE = 24, 6, 22, 90
_SHORT: dict[str, str] = {
    Reason.REPETITIVE: N_("again and again"),
    Reason.UNWATCHED: N_("found by people"),
    Reason.MONITORING_GAP: N_("monitoring gap"),
    Reason.UNDER_LOAD: N_("breaks under load"),
}


def automation_lines(report: Report) -> Iterator[Answer]:
    """The dearest candidates, and a way to all of them."""
    found = report.automation
    how = tuple(
        sentence
        for sentence in (
            _("What repeats, what monitoring did not find or lacked, what load breaks, by service: the dearest first."),
            _("What repeats is told by category, too. Incidents and costs are the quarter’s."),
            ranking_text(report.review),
        )
        if sentence
    )
    for number, one in enumerate(found[:_SHOWN]):
        title = _("Automate: {service} – {reason}").format(service=_service(one), reason=reason_text(one))
        figures = [(_("Earlier incidents of that service and category"), formats.number(one.earlier))]
        evidence = Evidence(title, " ".join(how), sources(one.incidents), figures if one.category else ())
        yield Answer("" if number else _("Automate"), partial(_candidate, one, report.review.currency), how, evidence)
    if not found:
        nothing = _("nothing stands out")
        empty = Evidence(_("Automate"), " ".join(how), ())
        yield Answer(_("Automate"), lambda _room: [("-muted", nothing)], how, empty)
    elif len(found) > _SHOWN:
        text = ngettext("all {n} candidate", "all {n} candidates", len(found)).format(n=formats.number(len(found)))
        every = Evidence(_("All candidates for automation"), " ".join(how), list(_every(report)))
        yield Answer("", lambda _room: [("-muted", text)], how, every)


def _every(report: Report) -> Iterator[Source]:
    for one in report.automation:
        yield Source(f"{_service(one)}: {reason_text(one)} · {costs_within(one.cost, _COST, report.review.currency)}")
        yield from sources(one.incidents)


def _service(one: Candidate) -> str:
    return one.subject or _("no service named")


def _candidate(one: Candidate, currency: str, room: int) -> Parts:
    wide = room > _WIDE
    figures = [
        ("-plain", costs_within(one.cost, _COST if wide else 9, currency)),
        ("-muted", incidents_text(len(one.incidents))),
    ]
    if wide and one.earlier:
        figures.append(("-muted", _("{n} earlier").format(n=formats.number(one.earlier))))
    left = max(2 * _LEAST, room - sum(cell_len(text) + 3 for _style, text in figures))
    if wide:
        return [("-plain", _head(_service(one), reason_text(one), left)), *fitting([("", ""), *figures], room)[1:]]
    reason = _(_SHORT[one.reason])
    if one.category:
        reason += f", {category_name(one.category)}"
    return [("-plain", _head(_service(one), reason, left)), *fitting([("", ""), *figures], room)[1:]]


def _head(name: str, reason: str, cells: int) -> str:
    """Both in so many cells; the longer is shortened, at its middle, the name at most to what tells names apart."""
    if cell_len(name) + 2 + cell_len(reason) > cells:
        name = shortened_inside(name, max(_LEAST, min(_NAME, max(cells // 3, cells - 2 - cell_len(reason)))))
    return f"{name}: {shortened_inside(reason, max(_LEAST, cells - 2 - cell_len(name)))}"
