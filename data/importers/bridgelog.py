"""A whole incident, from the JSON that `export` writes or from a TinyDB incident file."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.layout import parse, recovered
from data.tables import INCIDENT, incident_of, migrated
from data.trouble import BrokenFile, Trouble
from model.ids import INCIDENT_ID
from model.incident import SECTIONS, Incident
from model.message import Message
from model.record import Fields, Keyed

__all__ = ["read_incident"]

_LARGEST = 64 * 1024 * 1024


def read_incident(content: bytes, name: str) -> Incident:
    """The incident that the content of a file holds; `derived` in it is worked out anew, not read.

    Raises `Trouble` where it is no incident, or one of a newer Bridgelog.
    """
    path = Path(name)
    if len(content) > _LARGEST:
        raise Trouble(Message("{file} is larger than 64 MB: that is no incident", file=name))
    document = _object(content, name)
    if "schema" in document and INCIDENT not in document:
        tables = _tables(document, name)
    else:
        tables = recovered(content, path)[0]
    incident = incident_of(migrated(tables, path), path)
    if not INCIDENT_ID.fullmatch(incident.id):
        raise BrokenFile(Message("{file}: the ID {id} is none of Bridgelog's", file=name, id=incident.id[:40]))
    return incident


def _object(content: bytes, name: str) -> dict[str, Any]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return dict(parse(content, Path(name)))  # which says in words what is wrong
    if not isinstance(document, dict):
        raise BrokenFile(Message("{file} is not an incident: it holds no JSON object", file=name))
    return document


def _tables(document: dict[str, Any], name: str) -> dict[str, dict[str, dict[str, Any]]]:
    """The exported document as the tables of a file."""
    about = {"id": document.get("id"), "schema": document["schema"], "created_at": document.get("created_at")}
    tables: dict[str, dict[str, dict[str, Any]]] = {INCIDENT: {"1": about}}
    for word, kind in SECTIONS.items():
        value = document.get(word)
        if value is None:
            continue
        records: Iterable[Any]
        if issubclass(kind, Fields):
            records = [value]
        elif issubclass(kind, Keyed):
            records = value.values() if isinstance(value, dict) else [None]
        else:
            records = value if isinstance(value, list) else [None]
        tables[word] = {str(number): record for number, record in enumerate(records, 1)}
        if not all(isinstance(record, dict) for record in tables[word].values()):
            raise BrokenFile(Message("{file}: {where} is not what it should be", file=name, where=word))
    return tables
