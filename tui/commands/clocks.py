"""`bridgelog clocks`: what the law asks for of an incident, until when, and how that was reckoned."""

import argparse
from collections.abc import Iterator

from data.clock_words import as_json as clock_json
from data.clock_words import due_text, industry_text, left_text, source_text, state_text, working_text
from data.language import _
from model.clocks import Clock
from model.incident import Incident
from model.legal import legal_clocks
from tui.desk import Desk, as_json, complain

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the clocks; 1 where the incident is under none."""
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    found = legal_clocks(incident, desk.now, desk.rules)
    if arguments.json:
        desk.say(as_json([clock_json(clock) for clock in found]))
        return 0 if found else 1
    industry = incident.summary.industry
    if industry is None:
        complain(_("no industry is set: bridgelog set {id} summary.industry=…").format(id=incident.id))
    else:
        desk.say(industry_text(industry))
    for clock in found:
        desk.say("\n".join(_lines(clock, incident, desk)))
    if found:
        desk.say(_("This is help, and no legal advice."))
    return 0 if found else 1


def _lines(clock: Clock, incident: Incident, desk: Desk) -> Iterator[str]:
    regime, zone = clock.regime, incident.summary.zone
    yield ""
    head = f"{_(regime.title)} ({regime.id}): {state_text(clock)}"
    left = left_text(clock, desk.now)
    yield f"{head}, {left}" if left else head
    if clock.due is not None:
        yield "  " + _("due: {due}").format(due=due_text(clock, zone))
    yield f"  {_(regime.duty)}" + (f" {_(regime.note)}" if regime.note else "")
    if regime.has_clock:
        yield "  " + _("reckoned: {working}").format(working=working_text(clock))
    yield "  " + _("source: {source}").format(source=source_text(regime))
