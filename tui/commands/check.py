"""`bridgelog check`: what is missing, or against the rules."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime

from data.documents.json import finding_json
from data.language import _, ngettext, say
from model.finding import Finding
from model.incident import SECTIONS, Incident
from model.owed import measured, triggers_met
from model.readiness import findings
from model.readiness.moment import next_first
from model.rules import Rules
from tui.desk import Desk, as_json, complain, table
from tui.record_names import field_name

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("ids", metavar="ID", nargs="*", help=_("an ID, or a part of one; all incidents if left out"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the findings; 1 if something blocks publishing."""
    now, rules = desk.now, desk.rules
    checked = [(incident, findings(incident, now, rules, wording=True)) for incident in _chosen(arguments.ids, desk)]
    if arguments.json:
        desk.say(as_json([_json(incident, found, now, rules) for incident, found in checked]))
    elif checked:
        desk.say("\n\n".join("\n".join(_report(incident, found, now, rules)) for incident, found in checked))
    else:
        complain(_("no incidents yet: bridgelog new TITLE begins one"))
    return 1 if any(finding.blocks for _incident, found in checked for finding in found) else 0


def _chosen(ids: list[str], desk: Desk) -> Iterator[Incident]:
    """The incidents that were asked for, each once, or all that can be read.

    Raises `Trouble` where one that was asked for cannot be read.
    """
    for path in dict.fromkeys(desk.workspace.find(part) for part in ids):
        yield desk.workspace.open(path).incident
    for found in () if ids else desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        if found.incident:
            yield found.incident


def _json(incident: Incident, found: Sequence[Finding], now: datetime, rules: Rules) -> dict[str, object]:
    following = next(iter(next_first(found)), None)
    return {
        "id": incident.id,
        "ready": not any(finding.blocks for finding in found),
        "live": incident.summary.live,
        "owed": [{"name": met.name, "text": say(met.message)} for met in triggers_met(incident, now, rules)],
        "next": finding_json(following) if following else None,
        "findings": [{**finding_json(finding), "name": _where(incident, finding)} for finding in found],
    }


def _report(incident: Incident, found: Sequence[Finding], now: datetime, rules: Rules) -> Iterator[str]:
    """How it stands, why a post-mortem is owed, and each finding: what to see to first comes first."""
    yield f"{incident.id}: {_head(incident, found)}"
    met = [say(trigger.message) for trigger in triggers_met(incident, now, rules)]
    if met:
        yield "  " + _("A post-mortem is owed: {reasons}.").format(reasons="; ".join(met))
    else:
        figures = "; ".join(say(figure) for figure in measured(incident, now, rules))
        yield "  " + _("No post-mortem is owed: {figures}.").format(figures=figures)
    rows = [
        [
            _level(finding),
            f"{list(SECTIONS).index(finding.section) + 1} {_where(incident, finding)}",
            say(finding.message),
        ]
        for finding in next_first(found)
    ]
    yield from (f"  {line}" for line in (table(rows).splitlines() if rows else ()))


def _where(incident: Incident, finding: Finding) -> str:
    """Where it is, by the name that `bridgelog set` takes."""
    return field_name(incident, finding.section, finding.record, finding.field)


def _head(incident: Incident, found: Sequence[Finding]) -> str:
    blocking = sum(finding.blocks for finding in found)
    if not blocking:
        return _("nothing blocks publishing")
    if incident.summary.live:
        return _("live, to be published once it is over")
    return ngettext("{n} thing blocks publishing", "{n} things block publishing", blocking).format(n=blocking)


def _level(finding: Finding) -> str:
    if finding.later:
        return _("afterwards")
    return _("blocks") if finding.blocks else _("advice")
