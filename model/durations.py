"""The durations that derive from the milestones. What is missing gives no number, and is named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from model.incident import Incident
from model.instant import between
from model.message import N_, Message
from model.timeline import MILESTONE_LABELS, MISSING_LABELS, Milestone

__all__ = ["FIGURES", "Derived", "Figure", "derive", "derived"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One derived duration, by its definition."""

    name: str
    label: str
    """Its short label, marked for translation."""
    since: Milestone | None
    """Where it begins; `None` is the start of the incident."""
    until: Milestone


FIGURES = (
    Figure("time_to_detect", N_("Detect"), None, Milestone.FIRST_ALERT),
    Figure("time_to_acknowledge", N_("Acknowledge"), Milestone.FIRST_ALERT, Milestone.TEAM_NOTIFIED),
    Figure("time_to_diagnose", N_("Diagnose"), Milestone.FIRST_ALERT, Milestone.ROOT_CAUSE_IDENTIFIED),
    Figure("time_to_mitigate", N_("Mitigate"), None, Milestone.FIX_DEPLOYED),
    Figure("time_to_resolve", N_("Resolve"), None, Milestone.RESOLVED),
)


@dataclass(frozen=True, slots=True)
class Derived:
    """What one figure came to."""

    figure: Figure
    value: timedelta | None
    problem: Message | None
    """Why there is no number: what is missing, or what lies in the wrong order."""

    @property
    def reversed(self) -> bool:
        """Whether both moments are known, but the later one lies before the earlier."""
        return self.value is None and self.problem is not None and "first" in self.problem.values


_BY_NAME = MappingProxyType({figure.name: figure for figure in FIGURES})


def derive(incident: Incident) -> Mapping[str, Derived]:
    """Every figure by its name."""
    return MappingProxyType({figure.name: _derive(incident, figure) for figure in FIGURES})


def derived(incident: Incident, name: str) -> Derived:
    """The figure of that name."""
    return _derive(incident, _BY_NAME[name])


def _derive(incident: Incident, figure: Figure) -> Derived:
    since, until = _moment(incident, figure.since), _moment(incident, figure.until)
    value = between(since, until)
    if value is not None:
        return Derived(figure, value, None)
    if since is None:
        return Derived(figure, None, _missing(figure.since))
    if until is None:
        return Derived(figure, None, _missing(figure.until))
    later = Message(MILESTONE_LABELS[figure.until])
    earlier = Message(MILESTONE_LABELS[figure.since]) if figure.since else Message("start")
    return Derived(figure, None, Message("{first} lies before {second}", first=later, second=earlier))


def _missing(milestone: Milestone | None) -> Message:
    return Message(MISSING_LABELS[milestone]) if milestone else Message("no start yet")


def _moment(incident: Incident, milestone: Milestone | None) -> datetime | None:
    return incident.summary.started_at if milestone is None else incident.timeline.at(milestone)
