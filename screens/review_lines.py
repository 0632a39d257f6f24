"""What the lines of the quarterly review say, from its report."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from rich.cells import cell_len

from data import formats
from data.language import _, ngettext
from data.quarter.report import Report
from data.quarter.words import (
    actions_text,
    category_name,
    costs_within,
    open_text,
    ranking_text,
    repeats_text,
)
from model.review import ActionFacts, Facts, Review
from model.review.answers import Category, Completion
from model.review.repeats import ALIKE
from screens.behind import Evidence, Source
from screens.columns import cut, shortened_inside
from screens.review_automation import automation_lines
from screens.review_list import LAST, REPEATS, Answer, Parts, fitting, incidents_text, sources
from screens.review_pictures import cost_lines, factor_lines
from screens.review_times import times_lines

__all__ = ["answers"]

_NAME, _COST = 36, 22
_HEADING, _SHORT = 26, 12


def answers(report: Report) -> list[Answer]:
    """Every line, in the order of the domain's questions."""
    review = report.review
    return [
        *(_categories(review) if review.incidents else _nowhere(report)),
        *times_lines(_("Detect"), review.time_to_detect, review, _("From the start to the first alert.")),
        *times_lines(_("Resolve"), review.time_to_resolve, review, _("From the start to the confirmed resolution.")),
        _actions(review.actions, review.actions_before),
        _repeats(report),
        *cost_lines(review.cost_by_quarter),
        *automation_lines(report),
        *factor_lines(review),
    ]


def _nowhere(report: Report) -> Iterator[Answer]:
    """Where the incidents are, in a quarter that has none."""
    last = report.review.last_with_incidents
    if last is not None:
        text = _("no incident in it: L goes to {quarter}, the last that has any").format(quarter=last)
        yield Answer(_("Causes"), lambda _room: [("-mark", text)], (text,), LAST)
        return
    nothing = _("no incident in any quarter")
    if report.filters.any:
        nothing = _("no incident in any quarter: backspace shows all again")
    yield Answer(_("Causes"), lambda _room: [("-muted", nothing)], (nothing,), Evidence(_("Causes"), nothing, ()))


def _categories(review: Review) -> Iterator[Answer]:
    sentences = (
        _("By the category in which a chain of whys ends; a cost counts in each category of its incident."),
        _("Shown are the top three by count and by cost; in brackets the place by cost."),
        ranking_text(review),
    )
    how = tuple(sentence for sentence in sentences if sentence)
    shown = [*review.top_by_count, *(one for one in review.top_by_cost if one not in review.top_by_count)]
    for number, one in enumerate(shown):
        title = _("Root cause: {category}").format(category=category_name(one.name))
        evidence = Evidence(title, " ".join(how), list(_behind(one)))
        yield Answer("" if number else _("Causes"), partial(_category, one, review.currency), how, evidence)
    every = Evidence(_("All root-cause categories"), " ".join(how), list(_every(review)))
    missing = len(review.uncategorised)
    if not shown:
        nothing = _("no category yet: it is given to the last why (o)")
        yield Answer(_("Causes"), lambda _room: [("-muted", nothing)], how, every)
    elif missing or len(shown) < len(review.categories):
        count = len(review.categories)
        parts = [ngettext("all {n} category", "all {n} categories", count).format(n=formats.number(count))]
        if missing:
            text = ngettext("{n} incident without one", "{n} incidents without one", missing)
            parts.append(text.format(n=formats.number(missing)))
        yield Answer("", lambda room: fitting([("-muted", part) for part in parts], room), how, every)


def _behind(one: Category) -> Iterator[Source]:
    yield from sources(one.incidents, "whys")
    if one.earlier:
        yield Source(_("In the quarter before: {n}").format(n=formats.number(one.before)))
        yield from sources(one.earlier, "whys")


def _every(review: Review) -> Iterator[Source]:
    """All categories with their incidents, then those without one."""
    groups: list[tuple[str, Sequence[Facts]]] = [
        (" · ".join(text for _style, text in _category_parts(one, review.currency, _HEADING, _SHORT)), one.incidents)
        for one in review.categories
    ]
    if review.uncategorised:
        text = _("Without a category: {n}").format(n=formats.number(len(review.uncategorised)))
        groups.append((text, review.uncategorised))
    for heading, those in groups:
        yield Source(heading)
        yield from sources(those, "whys")


def _category(one: Category, currency: str, room: int) -> Parts:
    cost = _COST if room > _NAME + 2 * _COST else _SHORT - 3
    name, *others = _category_parts(one, currency, _NAME, cost)
    needed = sum(cell_len(text) + 3 for _style, text in others)
    wide = max(12, min(_NAME, room - needed))
    return fitting([("-plain", cut(shortened_inside(name[1], wide), wide)), *others], room)


def _category_parts(one: Category, currency: str, name: int, cost: int) -> Parts:
    said = costs_within(one.cost, cost, currency)
    if one.rank_by_cost is not None:
        said = _("{cost} (no. {n})").format(cost=said, n=formats.number(one.rank_by_cost))
    return [
        ("-plain", shortened_inside(category_name(one.name), name)),
        ("-plain", incidents_text(len(one.incidents))),
        ("-plain", said),
        ("-muted", _("was {n}").format(n=formats.number(one.before))),
    ]


def _actions(found: Completion, before: Completion) -> Answer:
    how = (
        _("Actions of the quarter’s incidents that were not cancelled; overdue: open after the deadline."),
        _("Late: done after the deadline. The interval of the share is Wilson’s."),
    )
    behind = list(_agreed(found))
    if before.total:
        behind += [Source(_("The quarter before, as of today")), *_agreed(before)]
    figures = [(_("The quarter"), actions_text(found)), (_("The quarter before, as of today"), actions_text(before))]
    evidence = Evidence(_("Actions"), " ".join(how), behind, figures)
    return Answer(_("Actions"), partial(_completion, found, before), how, evidence)


def _agreed(found: Completion) -> Iterator[Source]:
    groups = (
        (_("Open, overdue"), found.overdue),
        (_("Open, not overdue"), [one for one in found.open if one not in found.overdue]),
        (_("Done late"), found.done_late),
        (_("Done in time"), found.done_on_time),
        (_("Done, when is not known"), [one for one in found.done if one.in_time is None]),
    )
    for name, those in groups:
        if those:
            yield Source(f"{name} · {formats.number(len(those))}")
            yield from map(_action, those)


def _action(one: ActionFacts) -> Source:
    text = " · ".join(part for part in (f"#{one.number} {one.text}", one.owner) if part)
    return Source(text, one.incident, "actions", formats.day(one.deadline) if one.deadline else "–")


def _completion(found: Completion, before: Completion, room: int) -> Parts:
    parts = [("-plain", actions_text(found) if room > 90 else _done(found))]
    if found.total:
        parts.append(("-alarm" if found.overdue else "-plain", open_text(found)))
        parts.append(("-plain", _("{n} late").format(n=formats.number(len(found.done_late)))))
    if before.total:
        done, of = formats.number(len(before.done)), formats.number(before.total)
        parts.append(("-muted", _("was {done} of {of}").format(done=done, of=of)))
    return fitting(parts, room)


def _done(found: Completion) -> str:
    text = _("{done} of {total} done")
    done, total = formats.number(len(found.done)), formats.number(found.total)
    return text.format(done=done, total=total) if found.total else actions_text(found)


def _repeats(report: Report) -> Answer:
    how = (
        _("The same category with the same service or similar words, or the same service with similar words."),
        _("Shown with the words that match; you decide."),
        _("Words are similar from a cosine of {alike} on (TF-IDF).").format(alike=formats.number(Decimal(str(ALIKE)))),
    )
    now, before = report.repeat_count, report.repeats_before

    def paint(room: int) -> Parts:
        if not now.incidents:
            return fitting([("-muted", _("none was found")), ("-muted", repeats_text(before))], room)
        text = ngettext("{n} incident looks like an earlier one", "{n} incidents look like earlier ones", now.incidents)
        parts = [
            ("-mark", _("{n} confirmed").format(n=formats.number(now.confirmed))),
            ("-plain", _("{n} to decide").format(n=formats.number(now.undecided))),
            ("-muted", text.format(n=formats.number(now.incidents))),
            ("-muted", _("was {n}").format(n=formats.number(before.incidents))),
        ]
        return fitting(parts, room)

    return Answer(_("Repeats"), paint, how, REPEATS)
