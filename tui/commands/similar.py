"""`bridgelog similar`: past incidents like one, what fixed them, and what was left undone."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from data import formats
from data.language import _, ngettext, say
from data.quarter import gathered
from data.quarter.words import category_name
from model.instant import in_zone
from model.review import facts_at_hand
from model.review.similar import Similar, Unfinished, similar
from tui.desk import Desk, as_json, complain
from tui.telling import telling

__all__ = ["configure", "run"]

SHOWN = 5


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--all", action="store_true", help=_("all that are like it, not only the likest"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the likest; 1 where none is like it."""
    one = facts_at_hand(desk.workspace.open(desk.workspace.find(arguments.id)).incident)
    today = in_zone(desk.now, desk.settings.home_zone).date()
    everything = gathered(desk.workspace, telling(_("Reading the incidents")))
    for found in everything.broken if everything else ():
        if found.trouble:
            complain(say(found.trouble))
    alike = similar(one, everything.facts if everything else (), today)
    listed = alike if arguments.all else alike[:SHOWN]
    more = len(alike) - len(listed)
    if arguments.json:
        desk.say(as_json([_json(item, today, more) for item in listed]))
    elif listed:
        told = ["\n".join(_lines(item, today)) for item in listed]
        if more:
            text = ngettext("{n} more is like it: --all lists it too", "{n} more are like it: --all lists them", more)
            told.append(text.format(n=formats.number(more)))
        desk.say("\n\n".join(told))
    else:
        complain(_("no past incident is like this one"))
    return 0 if alike else 1


def _json(item: Similar, today: date, more: int) -> dict[str, object]:
    return {
        "id": item.facts.id,
        "title": item.facts.title,
        "day": item.facts.day.isoformat(),
        "live": item.facts.live,
        "score": item.score,
        "words": list(item.words),
        "same_service": item.same_service,
        "fixed_by": item.facts.fixed_by or None,
        "causes": list(item.facts.causes),
        "unfinished_actions": [
            {
                "number": each.action.number,
                "text": each.action.text,
                "owner": each.action.owner or None,
                "deadline": each.action.deadline.isoformat() if each.action.deadline else None,
                "overdue": each.action.overdue(today),
                "could_have_prevented": each.fits,
                "covers": list(each.covers),
                "words": list(each.words),
            }
            for each in item.unfinished
        ],
        "more": more,
    }


def _lines(item: Similar, today: date) -> Iterator[str]:
    facts = item.facts
    about = [facts.id, formats.day(facts.day), *([_("still live")] if facts.live else []), facts.title]
    yield "  ".join(about)
    yield from (f"  {line}" for line in _reasons(item))
    if facts.fixed_by:
        yield "  " + _("fixed by: {text}").format(text=facts.fixed_by)
    for each in item.unfinished:
        yield f"  {_undone(each, today)}"
        yield from (f"    {reason}" for reason in _why(each))


def _undone(each: Unfinished, today: date) -> str:
    action = each.action
    state = _("OVERDUE since {day}") if action.overdue(today) else _("open, due {day}")
    told = state.format(day=formats.day(action.deadline) if action.deadline else _("no deadline"))
    fits, other = _("could have prevented it: #{number} {text} ({state})"), _("also open: #{number} {text} ({state})")
    return (fits if each.fits else other).format(number=action.number, text=action.text, state=told)


def _why(each: Unfinished) -> Iterator[str]:
    if each.covers:
        factors = ", ".join(map(category_name, each.covers))
        yield _("covers: {factors}").format(factors=factors)
    if each.words:
        yield _("names: {words}").format(words=", ".join(each.words))


def _reasons(item: Similar) -> Sequence[str]:
    found = []
    if item.same_service:
        found.append(_("the same service: {name}").format(name=item.facts.service))
    if item.words:
        found.append(_("the same words: {words}").format(words=", ".join(item.words)))
    return found
