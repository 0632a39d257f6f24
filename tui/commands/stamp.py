"""`bridgelog stamp`: an entry from any shell or script, also while the screen is open."""

import argparse
import sys

from data.language import _, say
from data.typed import when_context
from model.clocks import REGIMES
from model.message import Message, Refused
from model.stamping import NewEntry
from model.timeline import Milestone, Trigger
from model.when import read_when
from tui.commands.open import only_live
from tui.desk import Desk, complain
from tui.passing import SOURCE
from tui.secret_notes import note_secrets

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("text", metavar="TEXT", help=_("what happened; - reads it from standard input"))
    parser.add_argument("--at", metavar="WHEN", help=_("when it happened: 10:42, -5m, T+3m; now if left out"))
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--milestone", metavar="NAME", choices=[str(item) for item in Milestone], help=_names(Milestone))
    kind.add_argument("--trigger", metavar="NAME", choices=[str(item) for item in Trigger], help=_names(Trigger))
    kind.add_argument(
        "--notified", metavar="REGIME", help=_("records that a notification was made: see bridgelog clocks")
    )
    parser.add_argument("--pin", action="store_true", help=_("keep it in sight above the list"))
    parser.add_argument("--update", action="store_true", help=_("it is a status update: the next is due after a while"))
    parser.add_argument("--again", action="store_true", help=_("let an earlier entry keep the same milestone"))
    parser.add_argument("--incident", metavar="ID", help=_("an ID, or a part of one; the live incident if left out"))


def _names(kind: type[Milestone] | type[Trigger]) -> str:
    return ", ".join(kind)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Add the entry, durably."""
    at = desk.now
    path = desk.workspace.find(arguments.incident) if arguments.incident else only_live(desk)
    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    milestone = Milestone(arguments.milestone) if arguments.milestone else None
    trigger = Trigger(arguments.trigger) if arguments.trigger else None
    if not text.strip() and not milestone and not trigger and not arguments.notified:
        raise Refused(Message("there is nothing to stamp: say what happened"))
    notebook = desk.workspace.open(path)
    when = read_when(arguments.at, when_context(notebook.incident, at)) if arguments.at else None
    for note in when.notes if when else ():
        complain(say(note))
    notebook.stamp(
        NewEntry(
            at=when.at if when else at,
            text=text.strip(),
            milestone=milestone,
            trigger=trigger,
            met=_known(arguments.notified, desk),
            zone=when.zone if when else None,
            typed=when.typed if when else "",
            source=SOURCE,
            author=notebook.author,
            pinned=arguments.pin,
            update=arguments.update,
        ),
        again=arguments.again,
    )
    notebook.close()
    note_secrets([text])
    return 0


def _known(regime: str | None, desk: Desk) -> str:
    """Raises `Refused` where no regime is called that."""
    if not regime:
        return ""
    known = [one.id for one in (*REGIMES, *desk.rules.own_clocks) if one.has_clock]
    if regime not in known:
        raise Refused(
            Message("no clock is called “{name}”: there are {names}", name=regime[:40], names=", ".join(known))
        )
    return regime
