"""An entry that is filed in passing: the plain stamp of a shell, without the model, which takes longer to load.

What is not plain, or not as this program writes it, is left to the notebook; nothing is written then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.folder import files_in
from data.incident_file import GROWS, IncidentFile
from data.lock import locked
from data.numbers import next_number
from data.runs import locks_of
from data.trouble import Trouble
from model.harmless import PARAGRAPH_LIMIT, clean
from model.ids import new_record_id
from model.schema import SCHEMA

__all__ = ["Passing", "only_live"]

MOST_FILES = 50
"""Incidents among which the live one is looked for without an index."""
PATIENCE = 2.0
"""Seconds to wait for another program; the notebook waits longer, and says so."""


@dataclass(frozen=True, slots=True)
class Passing:
    """What is to be filed."""

    text: str
    at: datetime
    author: str
    source: str

    def file_in(self, path: Path) -> bool:
        """File it durably; false where it is for the notebook, and nothing was written.

        Raises `OSError` where the disk refuses it.
        """
        text = clean(self.text).strip()
        if not text or len(text) > PARAGRAPH_LIMIT:
            return False
        try:
            with locked(locks_of(path) / f"{path.stem}.lock", PATIENCE):
                file = IncidentFile(path)
                tables = file.read()
                summary = _summary(tables) if tables and not file.torn else None
                if tables is None or summary is None:
                    return False
                at = f"{self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
                row = {
                    "id": new_record_id(self.at),
                    "at": at,
                    "zone": summary["zone"],
                    "text": text,
                    "source": self.source,
                    "author": self.author,
                    "recorded_at": at,
                }
                table = tables.get(GROWS, {})
                filled = {name: value for name, value in row.items() if value}
                return file.append(next_number(table), filled, first=not table)
        except (Trouble, TimeoutError):
            return False


def only_live(folder: Path) -> Path | None:
    """The file of the one incident that is live; nothing where that is not plain to see.

    Raises `Trouble` where the folder cannot be read.
    """
    paths = files_in(folder)
    live = list(_live(paths)) if len(paths) <= MOST_FILES else []
    return live[0] if len(live) == 1 else None


def _live(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        try:
            summary = _summary(IncidentFile(path).read())
        except Trouble:
            continue
        if summary is not None and summary.get("ended_at") is None:
            yield path


def _summary(tables: dict[str, dict[str, dict[str, Any]]] | None) -> dict[str, Any] | None:
    """The summary of an incident in today's schema; nothing where it is not as this program writes it."""
    about, summary = (list((tables or {}).get(word, {}).values()) for word in ("incident", "summary"))
    if len(about) != 1 or about[0].get("schema") != SCHEMA or len(summary) != 1:
        return None
    written = all(isinstance(summary[0].get(name), str) for name in ("title", "started_at", "zone"))
    return summary[0] if written else None
