"""`bridgelog publish`: how far a post-mortem is, and what was changed since it was published."""

import argparse
from collections.abc import Iterator

from data import formats
from data.history_words import Wording
from data.language import _, ngettext, say
from data.publishing import Since, blocking, changed_since, move
from model.incident import Incident
from model.instant import in_zone
from model.publication import STATE_LABELS
from model.summary import State
from tui.desk import Desk, complain, table
from tui.record_names import field_name

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    told = _("draft, in-review or published; published if left out")
    parser.add_argument("--state", choices=[str(state) for state in State], default=State.PUBLISHED, help=told)
    parser.add_argument("--anyway", action="store_true", help=_("also where something blocks publishing"))
    parser.add_argument("--changes", action="store_true", help=_("only show what was changed since it was published"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Set the state; 1 where something blocks publishing, and nothing was done."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    if arguments.changes:
        since = changed_since(notebook.path, notebook.incident)
        desk.say("\n".join(_changes(since, notebook.incident)))
        return 0 if since is not None and since.lines else 1
    state = State(arguments.state)
    found = blocking(notebook.incident, desk.now, desk.rules) if state is State.PUBLISHED else []
    if found and not arguments.anyway:
        for finding in found:
            where = field_name(notebook.incident, finding.section, finding.record, finding.field)
            complain(f"{where}: {say(finding.message)}")
        count = ngettext("{n} thing blocks publishing", "{n} things block publishing", len(found))
        complain(_("{count}: see to it, or say --anyway").format(count=count.format(n=formats.number(len(found)))))
        return 1
    move(notebook, state)
    notebook.close()
    summary = notebook.incident.summary
    text = _("{id} is {state}")
    if summary.version:
        text = _("{id} is {state}, version {version}")
    desk.say(text.format(id=notebook.incident.id, state=_(STATE_LABELS[state]), version=summary.version))
    return 0


def _changes(since: Since | None, incident: Incident) -> Iterator[str]:
    if since is None:
        yield _("It was never published.")
        return
    at = _("version {version}").format(version=since.version)
    if since.at is not None:
        at += " " + formats.zoned(in_zone(since.at, incident.summary.zone))
    if not since.lines:
        yield _("Nothing was changed since {version}.").format(version=at)
        return
    yield _("Changed since {version}:").format(version=at)
    words = Wording(incident)
    yield table([[words.where(line), words.before(line), "→", words.after(line)] for line in since.lines], shrink=3)
