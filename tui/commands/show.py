"""`bridgelog show`: one incident with everything that derives from it."""

import argparse

from data.blocks import Subject, post_mortem
from data.documents.json import show
from data.language import _, ngettext
from model.readiness import findings
from tui.desk import Desk, as_json, plain

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the incident."""
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    if arguments.json:
        desk.say(as_json(show(incident, desk.now, desk.rules)))
        return 0
    desk.say(plain(post_mortem(Subject(incident, desk.now, desk.rules))))
    found = findings(incident, desk.now, desk.rules)
    blocking = sum(finding.blocks and not finding.later for finding in found)
    if blocking:
        text = ngettext(
            "{n} thing blocks publishing: see bridgelog check {id}",
            "{n} things block publishing: see bridgelog check {id}",
            blocking,
        )
        desk.say("\n" + text.format(n=blocking, id=incident.id))
    return 0
