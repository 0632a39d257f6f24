"""`bridgelog demo`: a real public incident, in a workspace that is thrown away."""

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from data.demo import demo_incident, demo_names
from data.language import _
from tui.commands.open import show_screen
from tui.desk import Desk, table

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help=_("a part of a demo's name"))
    parser.add_argument("--no-tour", action="store_true", help=_("without the tour: T shows it on the screen"))
    parser.add_argument("--list", action="store_true", help=_("only list the demos"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Open the incident; what is changed in it is gone afterwards."""
    if arguments.list:
        desk.say(table(demo_names().items()))
        return 0
    incident = demo_incident(arguments.name)
    with tempfile.TemporaryDirectory(prefix="bridgelog-demo-") as folder:
        demo = replace(desk, folder=Path(folder))
        return show_screen(demo, demo.workspace.add(incident), tour=not arguments.no_tour)
