"""What every screen works with: the workspace, the settings, and the open incident."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.message import Message as Event
from textual.signal import Signal

from data.clock import Clock
from data.trouble import NotFound
from model.message import Message
from screens.marking import Marking

if TYPE_CHECKING:  # the first frame is painted before these are loaded
    from data.notebook import Changed, Notebook
    from data.settings import Settings
    from data.workspace import Workspace
    from model.incident import Incident
    from model.rules import Rules
    from screens.tour import Tour

__all__ = ["OpenIncident", "Session"]


@dataclass
class OpenIncident(Event):
    """The user wants to work on the incident in that file."""

    path: Path
    section: str = "timeline"
    """Where to begin, by the section's word."""
    back: str = "home"
    """The mode to which escape leads back."""


class Session:
    """The state of this run of the program that its screens share."""

    def __init__(
        self,
        owner: DOMNode,
        workspace: "Workspace",
        settings: "Settings",
        rules: "Rules",
        shown_folder: str | None = None,
    ) -> None:
        self.workspace = workspace
        self.settings = settings
        self.rules = rules
        self.clock: Clock = workspace.clock
        self.shown_folder = shown_folder or str(workspace.folder)
        """The workspace's folder as home shows it."""
        self.opened: Notebook | None = None
        """The open incident's notebook, if there is one."""
        self.marking = Marking(self)
        """What the fields check their texts with."""
        self.sought: tuple[str, str, str | None] | None = None
        """Where the cursor is wanted once its screen is shown: the section's word, the record's id, the field."""
        self.came_from = "home"
        """The mode of the program in which one was before one went to this one by its key."""
        self.back_to = "home"
        """The mode to which escape leads back from the open incident."""
        self.tour: Tour | None = None
        """The tour, while it is shown."""
        self.changed: Signal[Changed] = Signal(owner, "changed")
        """Published when the open incident, or its state of saving, has changed."""
        self.tick: Signal[datetime] = Signal(owner, "tick")
        """Published once a second, with the time."""
        self._all_zones: bool | None = None

    @property
    def notebook(self) -> "Notebook":
        """The open incident's notebook.

        Raises `NotFound` where no incident is open.
        """
        if self.opened is None:
            raise NotFound(Message("no incident is open"))
        return self.opened

    @property
    def incident(self) -> "Incident":
        """The open incident as it is at this moment."""
        return self.notebook.incident

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        return self.clock()

    @cached_property
    def laptop_zone(self) -> str:
        """The zone of this laptop."""
        from data.clock import laptop_zone

        return laptop_zone()

    @property
    def all_zones(self) -> bool:
        """Whether the timeline shows its times in UTC and in the laptop's zone too: as set, until it is chosen here."""
        return self.settings.zones == "all" if self._all_zones is None else self._all_zones

    @all_zones.setter
    def all_zones(self, shown: bool) -> None:
        self._all_zones = shown

    @property
    def duration(self) -> timedelta | None:
        """How long the open incident took, or has been going on."""
        return self.incident.summary.duration(self.now)

    def local(self, moment: datetime) -> datetime:
        """The moment on the open incident's wall clock."""
        from model.instant import in_zone

        return in_zone(moment, self.incident.summary.zone)
