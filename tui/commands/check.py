"""`bridgelog check`: what is missing, or against the rules."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from data.documents.json import finding_json
from data.language import _, ngettext, say
from data.trouble import Trouble
from model.finding import Finding
from model.readiness import findings
from tui.desk import Desk, complain, table

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("ids", metavar="ID", nargs="*", help=_("an ID, or a part of one; all incidents if left out"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the findings; 1 if something blocks publishing."""
    checked = dict(_checked([desk.workspace.find(part) for part in arguments.ids] or desk.workspace.files(), desk))
    blocked = {id: any(finding.blocks for finding in found) for id, found in checked.items()}
    if arguments.json:
        report = [
            {"id": id, "ready": not blocked[id], "findings": [finding_json(finding) for finding in found]}
            for id, found in checked.items()
        ]
        desk.say(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        for id, found in checked.items():
            desk.say(_report(id, found))
    return 1 if any(blocked.values()) else 0


def _checked(paths: list[Path], desk: Desk) -> Iterator[tuple[str, list[Finding]]]:
    for path in paths:
        try:
            incident = desk.workspace.open(path).incident
        except Trouble as trouble:
            complain(say(trouble.message))
            continue
        yield incident.id, findings(incident, desk.now, desk.rules)


def _report(id: str, found: list[Finding]) -> str:
    blocking = sum(finding.blocks for finding in found)
    if not blocking:
        head = _("{id}: nothing blocks publishing").format(id=id)
    else:
        text = ngettext("{id}: {n} thing blocks publishing", "{id}: {n} things block publishing", blocking)
        head = text.format(id=id, n=blocking)
    rows = [[_("blocks") if f.blocks else _("advice"), f.section, say(f.message)] for f in found]
    return "\n".join([head, *(f"  {line}" for line in (table(rows).splitlines() if rows else ()))])
