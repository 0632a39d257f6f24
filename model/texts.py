"""Every text that people wrote into an incident, and the people whom it knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.incident import SECTIONS, Incident

__all__ = ["PROSE", "Written", "people", "texts"]

PROSE = ("title", "text", "note", "sensible", "label")
"""The fields that hold prose; the others hold names, times, choices and figures."""


@dataclass(frozen=True, slots=True)
class Written:
    """One text, and where it stands."""

    section: str
    record: str
    field: str
    text: str


def texts(incident: Incident) -> Iterator[Written]:
    """The texts of all sections in their order, empty ones left out."""
    for word in SECTIONS:
        for record, document in incident.section(word).documents().items():
            for name in PROSE:
                text = document.get(name)
                if isinstance(text, str) and text:
                    yield Written(word, record, name, text)


def people(incident: Incident) -> frozenset[str]:
    """The people whom the incident names: authors of entries, those with a role, owners of actions."""
    authors = (entry.author for entry in incident.timeline.root)
    holders = (entry.person for entry in incident.timeline.roles)
    owners = (action.owner for action in incident.actions.root)
    return frozenset(name for name in (*authors, *holders, *owners) if name)
