"""The workspace: the folder with the incidents' files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.clock import Clock
from data.folder import file_of, files_in
from data.incident_file import IncidentFile
from data.migrations import migrated
from data.notebook import Notebook
from data.places import workspace_path
from data.tables import incident_of, tables_of
from data.trouble import Trouble
from model.ids import new_incident_id
from model.incident import Incident
from model.instant import in_zone, to_instant
from model.message import Message

__all__ = ["Found", "Workspace", "workspace_path"]


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the workspace: the incident in it, or why it cannot be read."""

    id: str
    path: Path
    incident: Incident | None
    trouble: Message | None


class Workspace:
    """The incidents in a folder."""

    def __init__(self, folder: Path, clock: Clock, author: str) -> None:
        self.folder = folder
        self.clock = clock
        self.author = author

    def files(self) -> list[Path]:
        """The incidents' files, newest id first.

        Raises `Trouble` where the folder cannot be read.
        """
        return files_in(self.folder)

    def incidents(self) -> Iterator[Found]:
        """Every incident, one file after the other; a broken one is named and hinders no other."""
        for path in self.files():
            try:
                tables = IncidentFile(path).read()
                if tables is not None:
                    incident = incident_of(migrated(tables, path), path)
                    yield Found(path.stem, path, incident, None)
            except Trouble as trouble:
                yield Found(path.stem, path, None, trouble.message)

    def find(self, part: str) -> Path:
        """The file of the incident whose id is that, or holds that part.

        Raises `NotFound` where none or more than one does.
        """
        return file_of(self.folder, part)

    def live(self) -> list[Found]:
        """The incidents that are still going on, newest first."""
        return [found for found in self.incidents() if found.incident and found.incident.summary.live]

    def open(self, path: Path) -> Notebook:
        """The notebook of an incident's file.

        Raises `Trouble` where it cannot be opened.
        """
        return Notebook(path, self.clock, self.author)

    def create(self, summary: Mapping[str, object], *, zone: str, currency: str) -> Path:
        """A new incident with that summary, durably on disk; returns its file.

        Raises `Trouble` where it cannot be written, and `Refused` or pydantic's `ValidationError`
        where the summary is not right.
        """
        now = to_instant(self.clock())
        values = {"started_at": now, "zone": zone, **summary}
        draft = Incident.model_validate(
            {"id": "", "created_at": now, "summary": values, "cost": {"currency": currency}}
        )
        return self.add(draft)

    def add(self, incident: Incident) -> Path:
        """Keep an incident in a file of its own, under a new id where it has none yet.

        Raises `Trouble` where it cannot be written, or its id is taken.
        """
        known = incident.id != ""
        while True:
            named = incident if known else incident.model_copy(update={"id": _id_for(incident)})
            path = self.folder / f"{named.id}.json"
            if not path.exists():
                break
            if known:
                raise Trouble(Message("{id} is in the workspace already: bridgelog open {id} shows it", id=named.id))
        try:
            IncidentFile(path).write(tables_of(named))
        except OSError as error:
            reason = error.strerror or str(error)
            raise Trouble(
                Message(
                    "{folder} cannot be written: {reason}; choose another with --workspace",
                    folder=str(self.folder),
                    reason=reason,
                )
            ) from error
        return path


def _id_for(incident: Incident) -> str:
    started: datetime = in_zone(incident.summary.started_at, incident.summary.zone)
    return new_incident_id(started)
