"""`bridgelog similar`: past incidents like this one, what fixed them, and what was left undone."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date

from data import formats
from data.language import _, say
from data.quarter import gathered
from model.instant import in_zone
from model.review import facts_of
from model.review.similar import Similar, similar
from tui.desk import Desk, as_json, complain
from tui.telling import telling

__all__ = ["configure", "run"]

SHOWN = 5


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the likest; 1 where none is like it."""
    one = facts_of(desk.workspace.open(desk.workspace.find(arguments.id)).incident)
    today = in_zone(desk.now, desk.settings.home_zone).date()
    everything = gathered(desk.workspace, telling(_("Reading the incidents")))
    for found in everything.broken if everything else ():
        if found.trouble:
            complain(say(found.trouble))
    found_alike = similar(one, everything.facts if everything else (), today)[:SHOWN]
    if arguments.json:
        desk.say(as_json([_json(item, today) for item in found_alike]))
    elif found_alike:
        desk.say("\n\n".join("\n".join(_lines(item, today)) for item in found_alike))
    else:
        complain(_("no past incident is like this one"))
    return 0 if found_alike else 1


def _json(item: Similar, today: date) -> dict[str, object]:
    return {
        "id": item.facts.id,
        "title": item.facts.title,
        "day": item.facts.day.isoformat(),
        "score": round(item.score, 6),
        "words": list(item.words),
        "same_service": item.same_service,
        "fixed_by": item.facts.fixed_by or None,
        "causes": list(item.facts.causes),
        "unfinished_actions": [
            {
                "number": action.number,
                "text": action.text,
                "owner": action.owner or None,
                "deadline": action.deadline.isoformat() if action.deadline else None,
                "overdue": action.overdue(today),
            }
            for action in item.unfinished
        ],
    }


def _lines(item: Similar, today: date) -> Iterator[str]:
    facts = item.facts
    yield f"{facts.id}  {formats.day(facts.day)}  {facts.title}"
    yield from (f"  {line}" for line in _reasons(item))
    if facts.fixed_by:
        yield "  " + _("fixed by: {text}").format(text=facts.fixed_by)
    for action in item.unfinished:
        state = _("OVERDUE since {day}") if action.overdue(today) else _("open, due {day}")
        due = formats.day(action.deadline) if action.deadline else _("no deadline")
        told = state.format(day=due)
        yield "  " + _("left undone: #{number} {text} ({state})").format(
            number=action.number, text=action.text, state=told
        )


def _reasons(item: Similar) -> Sequence[str]:
    found = []
    if item.same_service:
        found.append(_("the same service: {name}").format(name=item.facts.service))
    if item.words:
        found.append(_("the same words: {words}").format(words=", ".join(item.words)))
    return found
