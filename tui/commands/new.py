"""`bridgelog new`: an incident from nothing but a title."""

import argparse
from typing import Any

from data.language import _, say
from model.instant import stored
from model.summary import Severity
from model.when import Context, read_when
from tui.commands.open import show_screen
from tui.desk import Desk, complain, is_plain
from tui.secret_notes import note_secrets
from tui.severity_words import severity_digit
from tui.terminal import has_terminal

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("title", metavar="TITLE", help=_("what is going on, in a few words"))
    parser.add_argument(
        "--severity",
        type=severity_digit,
        choices=("1", "2", "3"),
        default="2",
        help=_("1 revenue, 2 users, 3 internal"),
    )
    parser.add_argument("--service", metavar="NAME", default="", help=_("what is affected: checkout, login"))
    parser.add_argument("--started", metavar="WHEN", help=_("when it started: 10:42, -5m; now if left out"))
    parser.add_argument("--zone", metavar="ZONE", help=_("the incident's zone; the laptop's if left out"))
    parser.add_argument("--no-open", action="store_true", help=_("only create it"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Create the incident, print its ID, and open it where there is a terminal."""
    zone = arguments.zone or desk.settings.home_zone
    severity = list(Severity)[int(arguments.severity) - 1]
    summary: dict[str, Any] = {
        **desk.settings.beginning,
        "title": arguments.title,
        "severity": severity,
        "service": arguments.service,
    }
    if arguments.started:
        started = read_when(arguments.started, Context(now=desk.now, zone=zone))
        summary["started_at"] = stored(started.at)
        for note in started.notes:
            complain(say(note))
    path = desk.workspace.create(summary, zone=zone, currency=desk.settings.currency)
    desk.say(path.stem)
    note_secrets([arguments.title])
    return 0 if arguments.no_open or is_plain() or not has_terminal() else show_screen(desk, path)
