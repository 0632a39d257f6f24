"""`bridgelog clocks`: what the law asks for of an incident, until when, and how that was reckoned."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import timedelta

from data.clock_words import as_json as clock_json
from data.clock_words import due_text, industry_text, left_text, source_text, state_text, working_text
from data.language import _
from data.notebook import Notebook
from model.clocks import Clock
from model.incident import Incident
from model.legal import applies, every_clock, known_regimes, legal_clocks, regime_called, switch
from model.message import Message, Refused
from tui.desk import Desk, as_json, complain
from tui.running_clocks import as_line, running, running_json

__all__ = ["configure", "run"]

_DIGITS = 5


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    told = _("an ID, or a part of one; what runs in all incidents if left out")
    parser.add_argument("id", metavar="ID", nargs="?", help=told)
    within = _("only what is due within so many hours, or overdue")
    parser.add_argument("--within", metavar="HOURS", type=_hours, help=within)
    parser.add_argument("--json", action="store_true", help=_("for scripts"))
    off, on = _("say that a regime does not apply to this incident"), _("say that it does, or does after all")
    parser.add_argument("--off", metavar="REGIME", action="append", default=[], help=off)
    parser.add_argument("--on", metavar="REGIME", action="append", default=[], help=on)


def _hours(typed: str) -> timedelta:
    if not typed.isdecimal() or len(typed) > _DIGITS:
        raise argparse.ArgumentTypeError(_("a whole number of hours is needed"))
    return timedelta(hours=int(typed))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the clocks, the most urgent first; 1 where the incident is under none, or none runs."""
    if not arguments.id or arguments.within is not None:
        return _running(arguments, desk)
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    if arguments.off or arguments.on:
        _switch(notebook, arguments.off, desk, on=False)
        _switch(notebook, arguments.on, desk, on=True)
        notebook.close()
    incident = notebook.incident
    found = legal_clocks(incident, desk.now, desk.rules)
    if arguments.json:
        desk.say(as_json([clock_json(clock) for clock in found]))
        return 0 if found else 1
    industry = incident.summary.industry
    if industry is None:
        complain(_("no industry is set: bridgelog set {id} summary.industry=…").format(id=incident.id))
    else:
        desk.say(industry_text(industry))
    for row in every_clock(incident, desk.now, desk.rules):
        if row.applies:
            desk.say("\n".join(_lines(row.clock, incident, desk)))
        else:
            regime = row.clock.regime
            desk.say("\n" + _("{clock} ({id}): does not apply").format(clock=_(regime.title), id=regime.id))
    if found:
        desk.say("\n" + _("This is help, and no legal advice."))
    return 0 if found else 1


def _running(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print what runs, a line each; 1 where nothing does."""
    if arguments.on or arguments.off:
        raise Refused(Message("--on and --off need the ID of an incident, and no --within"))
    paths = [desk.workspace.find(arguments.id)] if arguments.id else []
    found = running(desk, paths, arguments.within)
    if arguments.json:
        desk.say(as_json([running_json(one) for one in found]))
    elif found:
        desk.say("\n".join(as_line(one, desk.now) for one in found))
    else:
        complain(_("no clock runs"))
    return 0 if found else 1


def _switch(notebook: Notebook, names: Iterable[str], desk: Desk, *, on: bool) -> None:
    """Raises `Refused` where no regime is called that."""
    for name in names:
        regime = regime_called(name, desk.rules)
        if regime is None:
            known = ", ".join(one.id for one in known_regimes(desk.rules))
            raise Refused(Message("no clock is called “{name}”: there are {names}", name=name[:40], names=known))
        if applies(notebook.incident, regime, desk.rules) is not on:
            notebook.do(switch(notebook.incident, regime, desk.rules))


def _lines(clock: Clock, incident: Incident, desk: Desk) -> Iterator[str]:
    regime, zone = clock.regime, incident.summary.zone
    yield ""
    stands = left_text(clock, desk.now) or state_text(clock)
    yield f"{_(regime.title)} ({regime.id}): {stands}"
    if clock.due is not None:
        yield "  " + _("due: {due}").format(due=due_text(clock, zone))
    yield f"  {_(regime.duty)}" + (f" {_(regime.note)}" if regime.note else "")
    if regime.has_clock:
        yield "  " + _("reckoned: {working}").format(working=working_text(clock))
    yield "  " + _("source: {source}").format(source=source_text(regime))
