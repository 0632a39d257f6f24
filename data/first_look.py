"""What stands in an incident's timeline, read before the model is there to understand it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from data.incident_file import GROWS, IncidentFile
from data.trouble import Trouble
from model.harmless import clean, one_line

__all__ = ["FirstRow", "first_look"]


@dataclass(frozen=True, slots=True)
class FirstRow:
    """One entry as it stands in the file."""

    at: datetime
    """When it happened, on the incident's wall clock."""
    milestone: str
    """The stable name of its milestone, such as `fix-deployed`; empty where it is none."""
    text: str
    """On one line, harmless."""


def first_look(path: Path) -> list[FirstRow]:
    """The entries in the order in which they happened; none where the file is not as it is written nowadays.

    It is only a look: what is wrong with a file is said when it is opened.
    """
    try:
        tables = IncidentFile(path).read() or {}
        zone = ZoneInfo(_zone_in(tables.get("summary", {})))
        entries = sorted(tables.get(GROWS, {}).values(), key=lambda entry: (str(entry["at"]), str(entry["id"])))
        return [_row(entry, zone) for entry in entries]
    except (Trouble, LookupError, TypeError, ValueError, AttributeError, OSError):
        return []


def _zone_in(summary: Any) -> str:
    about: dict[str, Any] = next(iter(summary.values()), {})
    return str(about["zone"])


def _row(entry: Any, zone: ZoneInfo) -> FirstRow:
    at = datetime.fromisoformat(entry["at"]).astimezone(zone)
    text = one_line(clean(str(entry.get("text") or "")).replace("\n", " ⏎ "))
    return FirstRow(at, clean(str(entry.get("milestone") or "")), text)
