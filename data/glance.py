"""An incident at a glance: what lists show of it, worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from data.workspace import Found, Workspace
from model.deadlines import Standing, standing
from model.finding import Finding
from model.incident import Incident
from model.instant import stored
from model.money import Money
from model.owed import is_owed
from model.readiness import findings
from model.rules import Rules

__all__ = ["Glance", "glances"]


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list shows of one incident."""

    incident: Incident
    live: bool
    duration: timedelta | None
    total_cost: Money | None
    open_actions: int
    overdue_actions: int
    due_soon_actions: int
    owed: bool
    """Whether a post-mortem is owed of it."""
    findings: Sequence[Finding]

    @classmethod
    def at(cls, incident: Incident, now: datetime, rules: Rules) -> "Glance":
        """The incident as it is at that moment."""
        unfinished = incident.actions.unfinished()
        stands = [standing(action, rules.calendar, now) for action in unfinished]
        return cls(
            incident,
            incident.summary.live,
            incident.summary.duration(now),
            incident.bill(now).total,
            len(unfinished),
            stands.count(Standing.OVERDUE),
            stands.count(Standing.DUE_SOON),
            is_owed(incident, now, rules),
            findings(incident, now, rules),
        )

    @property
    def blocking(self) -> list[Finding]:
        """The findings that block publishing, once the incident is over."""
        return [finding for finding in self.findings if finding.blocks and not finding.later]

    @property
    def order(self) -> tuple[bool, float]:
        """Live first, then the newest."""
        return not self.live, -self.incident.summary.started_at.timestamp()

    def as_json(self) -> dict[str, Any]:
        """The glance for scripts; what is not known is null."""
        summary = self.incident.summary
        return {
            "id": self.incident.id,
            "title": summary.title,
            "severity": summary.severity.value,
            "kind": summary.kind.value,
            "live": self.live,
            "started_at": stored(summary.started_at),
            "ended_at": stored(summary.ended_at) if summary.ended_at else None,
            "duration_seconds": int(self.duration.total_seconds()) if self.duration is not None else None,
            "total_cost": self.total_cost.model_dump(mode="json") if self.total_cost else None,
            "open_actions": self.open_actions,
            "overdue_actions": self.overdue_actions,
            "due_soon_actions": self.due_soon_actions,
            "owed": self.owed,
            "blocking": sum(finding.blocks for finding in self.findings),
            "findings": len(self.findings),
        }


def glances(workspace: Workspace, now: datetime, rules: Rules) -> tuple[list[Glance], list[Found]]:
    """Every incident at a glance, live first, and the files that cannot be read."""
    seen, broken = [], []
    for found in workspace.incidents():
        if found.incident is None:
            broken.append(found)
        else:
            seen.append(Glance.at(found.incident, now, rules))
    return sorted(seen, key=lambda glance: glance.order), broken
