"""The timeline: what happened when, each entry with the time it happened and the time it was taken down."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, Self

from model.instant import Instant, Zone
from model.message import N_
from model.record import Record, Records
from model.text import Line, Paragraph

__all__ = [
    "LAST_COUNTS",
    "MILESTONE_LABELS",
    "MISSING_LABELS",
    "ROLE_LABELS",
    "TRIGGER_LABELS",
    "Entry",
    "Milestone",
    "Role",
    "Timeline",
    "Trigger",
]


class Milestone(StrEnum):
    """The six moments that the durations derive from, in the order they usually come."""

    FIRST_ALERT = "first-alert"
    TEAM_NOTIFIED = "team-notified"
    INVESTIGATION_STARTED = "investigation-started"
    ROOT_CAUSE_IDENTIFIED = "root-cause-identified"
    FIX_DEPLOYED = "fix-deployed"
    RESOLVED = "resolved"


class Trigger(StrEnum):
    """The moments that start a clock of the law; each is stamped by hand, never guessed."""

    AWARE = "aware"
    DISCOVERED = "discovered"
    CLASSIFIED_MAJOR = "classified-major"
    DETERMINED_MATERIAL = "determined-material"
    LEARNED_OF_INJURY = "learned-of-injury"
    EXTORTION_PAID = "extortion-paid"


class Role(StrEnum):
    """Who does what on the bridge."""

    INCIDENT_COMMANDER = "incident-commander"
    SCRIBE = "scribe"
    COMMUNICATIONS = "communications"
    SUBJECT_EXPERT = "subject-expert"


MILESTONE_LABELS: dict[str, str] = {
    Milestone.FIRST_ALERT: N_("first alert"),
    Milestone.TEAM_NOTIFIED: N_("team notified"),
    Milestone.INVESTIGATION_STARTED: N_("investigation started"),
    Milestone.ROOT_CAUSE_IDENTIFIED: N_("root cause identified"),
    Milestone.FIX_DEPLOYED: N_("fix deployed"),
    Milestone.RESOLVED: N_("confirmed resolved"),
}
MISSING_LABELS: dict[str, str] = {
    Milestone.FIRST_ALERT: N_("no first alert yet"),
    Milestone.TEAM_NOTIFIED: N_("nobody notified yet"),
    Milestone.INVESTIGATION_STARTED: N_("not investigated yet"),
    Milestone.ROOT_CAUSE_IDENTIFIED: N_("no root cause yet"),
    Milestone.FIX_DEPLOYED: N_("no fix deployed yet"),
    Milestone.RESOLVED: N_("not resolved yet"),
}
"""What to say where a milestone is not set."""
TRIGGER_LABELS: dict[str, str] = {
    Trigger.AWARE: N_("became aware"),
    Trigger.DISCOVERED: N_("discovered"),
    Trigger.CLASSIFIED_MAJOR: N_("classified major"),
    Trigger.DETERMINED_MATERIAL: N_("determined material"),
    Trigger.LEARNED_OF_INJURY: N_("learned of the injury"),
    Trigger.EXTORTION_PAID: N_("extortion was paid"),
}
ROLE_LABELS: dict[str, str] = {
    Role.INCIDENT_COMMANDER: N_("Incident commander"),
    Role.SCRIBE: N_("Scribe"),
    Role.COMMUNICATIONS: N_("Communications"),
    Role.SUBJECT_EXPERT: N_("Subject expert"),
}
LAST_COUNTS = frozenset({Milestone.FIX_DEPLOYED, Milestone.RESOLVED})
"""Of these, the last entry that carries them counts: the one before did not hold."""


class Entry(Record):
    """One line of the timeline."""

    at: Instant
    """When it happened."""
    zone: Zone = "UTC"
    """The zone in which the time was entered."""
    recorded_at: Instant
    """When it was taken down here."""
    text: Paragraph = ""
    milestone: Milestone | None = None
    trigger: Trigger | None = None
    met: Line = ""
    """The regime whose notification this entry records, by its id in `model.clocks.regimes`."""
    source: Line = ""
    """Where it came from: the screen, a shell, an imported chat."""
    origin: Line = ""
    """The id that it has there, where it was imported."""
    author: Line = ""
    typed: Line = ""
    """The time as it was typed, where it was."""
    pinned: bool = False
    """Whether it stays in sight above the list, whatever is scrolled."""
    role: Role | None = None
    """The role that the person takes over with it, or lays down."""
    person: Line = ""
    """Who takes it over; where nobody is named, the role is laid down by all who have it."""
    laid_down: bool = False
    """Whether the person lays the role down."""
    update: bool = False
    """Whether it records that people outside of the bridge were told where it stands."""


class Timeline(Records[Entry]):
    """The entries in the order in which things happened."""

    word: ClassVar[str] = "timeline"
    heading: ClassVar[str] = N_("Timeline")
    tab: ClassVar[str] = N_("Timeline")

    @classmethod
    def record_type(cls) -> type[Entry]:
        return Entry

    @classmethod
    def sort_key(cls, record: Entry) -> tuple[datetime, str]:
        return record.at, record.id

    def holding(self, milestone: Milestone) -> Entry | None:
        """The entry that counts as that milestone.

        Where several carry it, the earliest counts; of a fix and a resolution the latest, since the
        one before did not hold.
        """
        found = self._milestones.get(milestone, ())
        if not found:
            return None
        return found[-1] if milestone in LAST_COUNTS else found[0]

    def stamped(self, trigger: Trigger) -> list[Entry]:
        """The entries with that legal stamp, the earliest first."""
        return self._legal.get(trigger, [])

    def notified(self, regime: str) -> list[Entry]:
        """The entries that record a notification under that regime, the earliest first."""
        return self._legal.get(("met", regime), [])

    def _with(self, rest: tuple[Entry, ...], fresh: Entry) -> Self:
        made = super()._with(rest, fresh)
        if rest is self.root:
            made.__dict__.update(self._still_true_with(fresh))
        return made

    def _still_true_with(self, fresh: Entry) -> Iterator[tuple[str, object]]:
        """What was found in the entries and one more does not change: not looked for again in ten thousand of them."""
        changed = {
            "pinned": fresh.pinned,
            "roles": fresh.role,
            "updated": fresh.update,
            "_milestones": fresh.milestone,
            "_legal": fresh.trigger or fresh.met,
        }
        return ((name, self.__dict__[name]) for name, new in changed.items() if not new and name in self.__dict__)

    @cached_property
    def pinned(self) -> tuple[Entry, ...]:
        """The entries that stay in sight."""
        return tuple(entry for entry in self.root if entry.pinned)

    @cached_property
    def roles(self) -> tuple[Entry, ...]:
        """The entries that hand a role over."""
        return tuple(entry for entry in self.root if entry.role is not None)

    @cached_property
    def updated(self) -> Entry | None:
        """The latest entry that records an update."""
        return next((entry for entry in reversed(self.root) if entry.update), None)

    @cached_property
    def _milestones(self) -> dict[Milestone, list[Entry]]:
        found: dict[Milestone, list[Entry]] = {}
        for entry in self.root:
            if entry.milestone is not None:
                found.setdefault(entry.milestone, []).append(entry)
        return found

    @cached_property
    def _legal(self) -> dict[Trigger | tuple[str, str], list[Entry]]:
        found: dict[Trigger | tuple[str, str], list[Entry]] = {}
        for entry in self.root:
            if entry.trigger is not None:
                found.setdefault(entry.trigger, []).append(entry)
            if entry.met:
                found.setdefault(("met", entry.met), []).append(entry)
        return found

    def at(self, milestone: Milestone) -> datetime | None:
        """When that milestone was reached, if it is set."""
        entry = self.holding(milestone)
        return entry.at if entry else None
