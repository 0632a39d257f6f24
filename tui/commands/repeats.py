"""`bridgelog repeats`: incidents that look like earlier ones; a person says whether they are."""

import argparse
from collections.abc import Iterator
from datetime import datetime

from data import formats
from data.language import _, say
from data.notebook import Notebook
from data.quarter import gathered, report
from data.quarter.report import Filters
from data.quarter.words import because_text
from model.instant import in_zone
from model.message import Message, Refused
from model.review import Quarter
from model.review.repeats import Repeat, Ruling
from model.review.rulings import rule
from tui.desk import Desk, as_json, complain
from tui.telling import telling

__all__ = ["configure", "run"]

_RULINGS = {"yes": Ruling.CONFIRMED, "no": Ruling.REJECTED, "open": Ruling.OPEN}


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("later", metavar="LATER", nargs="?", help=_("the later incident of a pair: its ID, or a part"))
    parser.add_argument("earlier", metavar="EARLIER", nargs="?", help=_("the earlier one"))
    told = _("yes: it is a repeat; no: it is none; open: nobody has said so")
    parser.add_argument("ruling", metavar="RULING", nargs="?", choices=list(_RULINGS), help=told)
    parser.add_argument("--quarter", metavar="Q", help=_("such as 2026-Q3; the present one if left out"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """List the pairs, or keep with the later incident what was said of one; 1 where there is no pair."""
    if arguments.later:
        return _rule(arguments, desk)
    now = in_zone(desk.now, desk.settings.home_zone)
    first_month = desk.settings.fiscal_year_starts
    quarter = Quarter.read(arguments.quarter, first_month) if arguments.quarter else Quarter.of(now.date(), first_month)
    everything = gathered(desk.workspace, telling(_("Reading the incidents")))
    if everything is None:
        return 1
    for found in everything.broken:
        if found.trouble:
            complain(say(found.trouble))
    made = report(everything, quarter, now.date(), Filters("", "", ""))
    pairs = [*made.repeats, *made.rejected]
    if arguments.json:
        desk.say(as_json([_json(pair) for pair in pairs]))
    elif pairs:
        desk.say("\n\n".join("\n".join(_lines(pair)) for pair in pairs))
    else:
        complain(_("No incident of the quarter looks like an earlier one."))
    return 0 if pairs else 1


def _rule(arguments: argparse.Namespace, desk: Desk) -> int:
    """Keep what was said with the later one of the two, in whichever order they were named."""
    if not arguments.earlier or not arguments.ruling:
        raise Refused(Message("name both incidents, and say yes, no or open"))
    later, earlier = (desk.workspace.find(part) for part in (arguments.later, arguments.earlier))
    if later == earlier:
        raise Refused(Message("an incident does not repeat itself: name the earlier one too"))
    notebook = desk.workspace.open(later)
    other = desk.workspace.open(earlier)
    if _age(other) > _age(notebook):
        later, earlier, notebook, other = earlier, later, other, notebook
    other.close()
    change = rule(notebook.incident, earlier.stem, _RULINGS[arguments.ruling])
    if change is not None:
        notebook.do(change)
    notebook.close()
    if change is not None:
        desk.say(f"{later.stem}: {say(change.name)}")
    return 0


def _age(notebook: Notebook) -> tuple[datetime, str]:
    return notebook.incident.summary.started_at, notebook.incident.id


def _lines(pair: Repeat) -> Iterator[str]:
    yield _("{later} looks like {earlier}: {ruling}").format(
        later=pair.later.id, earlier=pair.earlier.id, ruling=_ruling(pair.ruling)
    )
    because = because_text(pair)
    if because:
        yield f"  {because}"
    for facts in (pair.later, pair.earlier):
        yield f"  {facts.id}  {formats.day(facts.day)}  {facts.title}"


def _ruling(ruling: Ruling) -> str:
    match ruling:
        case Ruling.CONFIRMED:
            return _("confirmed")
        case Ruling.REJECTED:
            return _("no repeat")
        case Ruling.OPEN:
            return _("not decided yet")


def _json(pair: Repeat) -> dict[str, object]:
    return {
        "later": pair.later.id,
        "earlier": pair.earlier.id,
        "ruling": pair.ruling,
        "categories": list(pair.categories),
        "service": pair.later.service if pair.same_service else None,
        "failure_mode": pair.modes[0][0] if pair.modes else None,
        "failure_words": list(pair.modes[0][1]) if pair.modes else [],
        "words": list(pair.words),
    }
