"""`bridgelog check`: what is missing, or against the rules."""

import argparse
from collections.abc import Iterator

from data.documents.json import finding_json
from data.language import _, ngettext, say
from model.finding import Finding
from model.incident import Incident
from model.readiness import findings
from tui.desk import Desk, as_json, complain, table

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("ids", metavar="ID", nargs="*", help=_("an ID, or a part of one; all incidents if left out"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the findings; 1 if something blocks publishing."""
    now, rules = desk.now, desk.rules
    checked = {incident.id: findings(incident, now, rules, wording=True) for incident in _chosen(arguments.ids, desk)}
    blocked = {id: any(finding.blocks for finding in found) for id, found in checked.items()}
    if arguments.json:
        report = [
            {"id": id, "ready": not blocked[id], "findings": [finding_json(finding) for finding in found]}
            for id, found in checked.items()
        ]
        desk.say(as_json(report))
    else:
        for id, found in checked.items():
            desk.say(_report(id, found))
    return 1 if any(blocked.values()) else 0


def _chosen(ids: list[str], desk: Desk) -> Iterator[Incident]:
    """The incidents that were asked for, or all that can be read.

    Raises `Trouble` where one that was asked for cannot be read.
    """
    for part in ids:
        yield desk.workspace.open(desk.workspace.find(part)).incident
    for found in () if ids else desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        if found.incident:
            yield found.incident


def _report(id: str, found: list[Finding]) -> str:
    blocking = sum(finding.blocks for finding in found)
    if not blocking:
        head = _("{id}: nothing blocks publishing").format(id=id)
    else:
        text = ngettext("{id}: {n} thing blocks publishing", "{id}: {n} things block publishing", blocking)
        head = text.format(id=id, n=blocking)
    rows = [[_("blocks") if f.blocks else _("advice"), f.section, say(f.message)] for f in found]
    return "\n".join([head, *(f"  {line}" for line in (table(rows).splitlines() if rows else ()))])
