"""Past incidents from a list: shown before they come in, taken in one by one, and what is left out kept in a file."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from data import formats
from data.importers.evidence import Evidence, Setting
from data.importers.past import Past, end_resolves, past_incidents
from data.importers.past_columns import columns_of, lacking, left_of, names_of, needs
from data.importers.rejected import keep_rejected
from data.language import _, ngettext, say
from model.factors import FACTOR_LABELS
from model.instant import in_zone
from model.message import Refused
from model.text import one_line
from tui.desk import Desk, as_json, complain, table
from tui.telling import telling

__all__ = ["take_in_past"]

_SHOWN = 20
"""Rows that a preview shows, and reasons that are told."""


def take_in_past(evidence: Evidence, setting: Setting, desk: Desk, arguments: argparse.Namespace) -> int:
    """Keep each past incident in a file of its own; 1 where a row was left out or nothing new was in it.

    What came in before it was interrupted is there; importing the list again goes on behind it. Raises `Refused` where
    a column is missing that every row needs.
    """
    if lacking(evidence):
        raise Refused(needs(evidence))
    found = list(past_incidents(evidence, setting, desk.settings.currency))
    there = {path.stem for path in desk.workspace.files()}
    fresh = [one for one in found if one.incident is not None and one.incident.id not in there]
    left_out = [one for one in found if one.problem is not None]
    known = len(found) - len(fresh) - len(left_out)
    for one in found:
        for note in one.notes:
            complain(_("line {line}: {problem}").format(line=one.row.number, problem=say(note)))
    if found and end_resolves(evidence):
        complain(_("no column says when an incident was resolved: its end is taken for that, where it has a time"))
    if arguments.dry_run:
        _preview(evidence, fresh, desk, json=arguments.json)
    else:
        _keep(fresh, desk)
    if arguments.json and not arguments.dry_run:
        desk.say(as_json([one.incident.id for one in fresh if one.incident]))
    elif not arguments.json:
        _report(len(fresh), known, desk, dry=arguments.dry_run)
    _tell_left_out(evidence, left_out, arguments)
    return 0 if fresh and not left_out else 1


def _keep(fresh: Sequence[Past], desk: Desk) -> None:
    tell = telling(_("Taking in the incidents"))
    for count, one in enumerate(fresh):
        tell(count, len(fresh))
        if one.incident is not None:
            desk.workspace.add(one.incident)
    tell(len(fresh), len(fresh))


def _preview(evidence: Evidence, fresh: Sequence[Past], desk: Desk, *, json: bool) -> None:
    columns = columns_of(names_of(evidence))
    if json:
        incidents = [one.incident.model_dump(mode="json") for one in fresh if one.incident]
        told = {"columns": columns, "not_taken": left_of(evidence), "end_is_resolution": end_resolves(evidence)}
        desk.say(as_json({**told, "incidents": incidents}))
        return
    desk.say(
        _("Columns: {columns}").format(columns=", ".join(f"{column} → {name}" for name, column in columns.items()))
    )
    if left := left_of(evidence):
        desk.say(_("Not taken: {columns}").format(columns=", ".join(map(one_line, left))))
    if "tags" in columns:
        text = _("Of {column} only what names a root-cause category comes in: {categories}")
        categories = ", ".join(_(label) for label in FACTOR_LABELS.values())
        desk.say(text.format(column=columns["tags"], categories=categories))
    rows = [
        (
            one.incident.id,
            formats.moment(in_zone(one.incident.summary.started_at, one.incident.summary.zone)),
            one.incident.summary.severity.value,
            one_line(one.incident.summary.title),
        )
        for one in fresh[:_SHOWN]
        if one.incident
    ]
    if rows:
        desk.say(table(rows, head=("ID", _("Start"), _("Severity"), _("Title")), shrink=3))


def _report(fresh: int, known: int, desk: Desk, *, dry: bool) -> None:
    if dry:
        said = ngettext("{n} incident would come in", "{n} incidents would come in", fresh)
    else:
        said = ngettext("{n} incident came in", "{n} incidents came in", fresh)
    parts = [said.format(n=formats.number(fresh))]
    if known:
        held = ngettext("{n} was there already", "{n} were there already", known)
        parts.append(held.format(n=formats.number(known)))
    desk.say(", ".join(parts))


def _tell_left_out(evidence: Evidence, left_out: Sequence[Past], arguments: argparse.Namespace) -> None:
    for one in left_out[:_SHOWN]:
        if one.problem is not None:
            complain(_("line {line} is left out: {problem}").format(line=one.row.number, problem=say(one.problem)))
    more = len(left_out) - _SHOWN
    if more > 0:
        complain(ngettext("and {n} more", "and {n} more", more).format(n=formats.number(more)))
    if left_out and not arguments.dry_run:
        path = keep_rejected(evidence, left_out, _file_of(evidence, arguments.rejected))
        complain(_("what was left out is in {file}: put it right, and import that").format(file=path))


def _file_of(evidence: Evidence, given: str | None) -> Path:
    if given:
        return Path(given).expanduser()
    name = Path(evidence.name)
    return Path(f"{name.stem}.rejected{name.suffix}")
