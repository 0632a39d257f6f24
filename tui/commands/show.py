"""`bridgelog show`: one incident with everything that derives from it."""

import argparse
import json

from data.documents.json import show
from data.documents.markdown import markdown
from data.language import _
from tui.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the incident."""
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    if arguments.json:
        desk.say(json.dumps(show(incident, desk.now, desk.rules), indent=2, ensure_ascii=False))
    else:
        desk.say(markdown(incident, desk.now, desk.rules).rstrip())
    return 0
