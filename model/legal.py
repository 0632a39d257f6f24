"""The legal clocks of an incident by a team's rules."""

from datetime import datetime

from model.clocks import Clock, clocks
from model.incident import Incident
from model.rules import Rules

__all__ = ["legal_clocks"]


def legal_clocks(incident: Incident, now: datetime, rules: Rules) -> list[Clock]:
    """The clocks of the law in the incident's industry, and those of the team's own contracts and policies."""
    return clocks(incident, now, rules.calendars(incident.summary.zone), rules.own_clocks)
