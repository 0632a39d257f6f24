"""What the lines of the quarterly review say, from its report."""

from collections.abc import Iterator, Sequence
from functools import partial

from rich.cells import set_cell_size

from data import formats
from data.language import _, ngettext
from data.quarter.report import Report
from data.quarter.words import actions_text, category_name, costs_text, reason_text
from model.review import ActionFacts, Review
from model.review.answers import Category, Completion
from model.review.automation import Candidate
from model.review.repeats import Ruling
from screens.behind import Evidence, Source
from screens.columns import cut, shortened
from screens.review_list import REPEATS, Answer, Parts, fitting, incidents_text, sources
from screens.review_pictures import cost_lines, factor_lines, times_lines

__all__ = ["answers"]

AUTOMATED = 3
_NAME, _COUNT = 32, 13


def answers(report: Report) -> list[Answer]:
    """Every line, in the order of the domain's questions."""
    review = report.review
    return [
        *_categories(review),
        *times_lines(_("Detect"), review.time_to_detect, review, _("From the start to the first alert.")),
        *times_lines(_("Resolve"), review.time_to_resolve, review, _("From the start to the confirmed resolution.")),
        _actions(review.actions, review.actions_before),
        _repeats(report),
        *cost_lines(review.cost_by_quarter),
        *_automation(report.automation),
        *factor_lines(review),
    ]


def _categories(review: Review) -> Iterator[Answer]:
    how = _(
        "By the category in which a chain of whys ends; {n} of {of} incidents have none. A cost counts in each "
        "category of its incident."
    ).format(n=formats.number(len(review.uncategorised)), of=formats.number(len(review.incidents)))
    shown = [*review.top_by_count, *(one for one in review.top_by_cost if one not in review.top_by_count)]
    for number, one in enumerate(shown):
        title = _("Root cause: {category}").format(category=category_name(one.name))
        evidence = Evidence(title, how, sources(one.incidents, "whys"))
        yield Answer("" if number else _("Causes"), partial(_category, one, one.rank_by_cost or 0), how, evidence)
    if not shown:
        evidence = Evidence(_("Incidents without a root-cause category"), how, sources(review.uncategorised, "whys"))
        nothing = _("no category yet: it is given to the last why (o)")
        if not review.incidents:
            nothing = _("no incident in it: [ goes to the quarter before")
        yield Answer(_("Causes"), lambda _room: [("-muted", nothing)], how, evidence)


def _category(one: Category, place: int, room: int) -> Parts:
    count = incidents_text(len(one.incidents))
    wide = max(12, min(_NAME, room - _COUNT - 1))
    parts = [("-plain", f"{cut(category_name(one.name), wide)} {set_cell_size(count, _COUNT)}")]
    if one.cost:
        parts.append(("-plain", costs_text(one.cost)))
    parts.append(("-muted", _("was {n}").format(n=formats.number(one.before))))
    if place:
        parts.append(("-muted", _("no. {n} by cost").format(n=formats.number(place))))
    return fitting(parts, room)


def _actions(found: Completion, before: Completion) -> Answer:
    how = _(
        "Actions of the quarter’s incidents that were not cancelled. Late: done after the deadline; overdue: open "
        "after it. The interval is Wilson’s."
    )
    groups = (
        (_("Overdue"), found.overdue),
        (_("Open"), [one for one in found.open if one not in found.overdue]),
        (_("Done late"), found.done_late),
        (_("Done in time"), found.done_on_time),
        (_("Done, when is not known"), [one for one in found.done if one.in_time is None]),
    )
    sources = [source for name, those in groups if those for source in _agreed(name, those)]
    figures = [(_("The quarter before, as of today"), actions_text(before))]
    evidence = Evidence(_("Actions"), how, sources, figures)
    return Answer(_("Actions"), partial(_completion, found), how, evidence)


def _agreed(name: str, those: Sequence[ActionFacts]) -> list[Source]:
    heading = Source(f"{name} · {formats.number(len(those))}")
    return [
        heading,
        *(
            Source(
                " · ".join(part for part in (f"#{one.number} {one.text}", one.owner) if part),
                one.incident,
                "actions",
                formats.day(one.deadline) if one.deadline else "–",
            )
            for one in those
        ),
    ]


def _completion(found: Completion, room: int) -> Parts:
    parts = [("-plain", actions_text(found) if room > 60 else _done(found))]
    if found.overdue:
        parts.append(("-alarm", _("{n} overdue").format(n=len(found.overdue))))
    if found.total:
        parts.append(("-plain", _("{n} late").format(n=len(found.done_late))))
        parts.append(("-plain", _("{n} open").format(n=len(found.open) - len(found.overdue))))
    return fitting(parts, room)


def _done(found: Completion) -> str:
    text = _("{done} of {total} done")
    return text.format(done=len(found.done), total=found.total) if found.total else actions_text(found)


def _repeats(report: Report) -> Answer:
    confirmed = sum(pair.ruling is Ruling.CONFIRMED for pair in report.repeats)
    later = {pair.later.id for pair in report.repeats}
    undecided = len(report.repeats) - confirmed
    how = _(
        "The same category with the same service or similar words, or the same service with similar words: shown with "
        "the words that match; you decide."
    )

    def paint(room: int) -> Parts:
        if not later:
            return [("-muted", _("none was found"))]
        text = ngettext("{n} incident looks like an earlier one", "{n} incidents look like earlier ones", len(later))
        parts = [
            ("-mark", _("{n} confirmed").format(n=confirmed)),
            ("-plain", _("{n} to decide").format(n=undecided)),
            ("-muted", text.format(n=len(later))),
        ]
        return fitting(parts, room)

    return Answer(_("Repeats"), paint, how, REPEATS)


def _automation(found: Sequence[Candidate]) -> Iterator[Answer]:
    how = _(
        "What fails again and again (repeats that nobody rejected), what people find before monitoring does, what "
        "breaks under load, by service: the dearest first, with the incidents that say so."
    )
    for number, one in enumerate(found[:AUTOMATED]):
        name = one.subject or _("no service named")
        title = _("Automate: {service} – {reason}").format(service=name, reason=reason_text(one))
        evidence = Evidence(title, how, sources(one.incidents))
        yield Answer("" if number else _("Automate"), partial(_candidate, one, name), how, evidence)
    if not found:
        nothing = _("nothing stands out")
        yield Answer(_("Automate"), lambda _room: [("-muted", nothing)], how, Evidence(_("Automate"), how, ()))


def _candidate(one: Candidate, name: str, room: int) -> Parts:
    parts = [
        ("-plain", f"{shortened(name, 16)}: {reason_text(one)}"),
        ("-plain", costs_text(one.cost)),
        ("-muted", incidents_text(len(one.incidents))),
    ]
    return fitting(parts, room)
