"""Publishing an incident: what is published is kept as it was, and later changes are shown against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.history import Line, Recorded, lines_of
from data.incident_file import IncidentFile
from data.migrations import migrated
from data.notebook import Notebook
from data.snapshots import FOLDER, snapshot
from data.tables import incident_of
from data.trouble import NotFound, Trouble
from model.finding import Finding
from model.incident import Incident
from model.message import Message
from model.publication import moved, steps_between
from model.readiness import findings
from model.rules import Rules
from model.summary import State

__all__ = ["Since", "blocking", "changed_since", "move", "published"]


@dataclass(frozen=True, slots=True)
class Since:
    """What was changed since the version that was published last."""

    version: int
    at: datetime | None
    lines: Sequence[Line]


def blocking(incident: Incident, now: datetime, rules: Rules) -> list[Finding]:
    """What blocks publishing."""
    return [finding for finding in findings(incident, now, rules, wording=True) if finding.blocks]


def move(notebook: Notebook, state: State) -> None:
    """Make it a draft, in review or published; what is published is kept in a copy of its own.

    Raises `Refused` where it is that already or still live, `Trouble` where it cannot be written.
    """
    copy = ""
    if state is State.PUBLISHED:
        moved(notebook.incident, state, notebook.author, notebook.now)  # refuses before a copy is made
        notebook.flush()
        try:
            copy = snapshot(notebook.path, "published", notebook.now).name
        except OSError as error:
            reason = error.strerror or str(error)
            raise Trouble(Message("the copy cannot be kept: {reason}; nothing was published", reason=reason)) from error
    notebook.do(moved(notebook.incident, state, notebook.author, notebook.now, copy))
    notebook.flush()


def published(path: Path, incident: Incident) -> Incident | None:
    """The incident as it was published last; nothing where it never was.

    Raises `Trouble` where the copy cannot be read, `NotFound` where it is gone.
    """
    name = incident.summary.published_copy
    if not name:
        return None
    copy = path.parent / FOLDER / Path(name).name
    tables = IncidentFile(copy).read()
    if tables is None:
        raise NotFound(Message("the published version is not there any more: {file}; publish it again", file=str(copy)))
    return incident_of(migrated(tables, copy), copy)


def changed_since(path: Path, incident: Incident) -> Since | None:
    """What was changed since it was published; nothing where it never was. Raises as `published` does."""
    then = published(path, incident)
    if then is None:
        return None
    at = incident.summary.state_at if incident.summary.state is State.PUBLISHED else None
    steps = tuple(steps_between(then, incident))
    change = Recorded("", at or incident.created_at, "", "", steps)
    return Since(incident.summary.version, at, list(lines_of(change)))
