"""Reading evidence in the tests, as the command and the screen do it."""

import json
from datetime import UTC, date, datetime
from typing import Any

from data.importers import importer_of
from data.importers.evidence import Evidence, Setting
from data.importers.opening import opened_bytes
from model.evidence import Candidate, proposals
from tests.building import incident

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 22)


def setting(zone: str = "UTC", day: date | None = DAY, fold: int | None = None) -> Setting:
    """What the evidence does not say itself."""
    return Setting(zone, NOW, day, minor=True, fold=fold)


def read(content: str | bytes | Evidence, how: Setting | None = None, *, of: str = "") -> list[Candidate]:
    """What is in it, in the order in which it happened; `of` is the format that it has to be told as."""
    if isinstance(content, str):
        content = content.encode()
    evidence = opened_bytes(content, "file") if isinstance(content, bytes) else content
    importer = importer_of(evidence)
    assert not of or of == importer.NAME
    found = importer.read(evidence, how or setting())
    return [proposal.candidate for proposal in proposals(incident(), found)]


def read_json(value: Any, how: Setting | None = None, *, of: str = "") -> list[Candidate]:
    """What is in that JSON."""
    return read(json.dumps(value), how, of=of)


def told(found: list[Candidate]) -> list[tuple[str, str]]:
    """When, in UTC, and what."""
    return [(f"{one.at:%m-%d %H:%M:%S}", one.text) for one in found]
