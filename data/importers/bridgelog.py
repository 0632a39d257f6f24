"""A whole incident, from the JSON that `export` writes or from a TinyDB incident file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from data.importers.evidence import LARGEST
from data.layout import Tables, parse_json, recovered
from data.migrations import migrated
from data.tables import INCIDENT, incident_of
from data.trouble import BrokenFile, Trouble
from model.ids import INCIDENT_ID
from model.incident import SECTIONS, Incident
from model.message import Message
from model.record import Fields, Keyed, Section

__all__ = ["LARGEST", "holds_incident", "read_incident"]


_MARK = re.compile(rb'"schema"\s*:|"incident"\s*:\s*\{\s*"\d+"')


def holds_incident(content: bytes) -> bool:
    """Whether it looks like a whole incident, perhaps a damaged one, and not like evidence."""
    return content.lstrip()[:1] == b"{" and b"INC-" in content[:4_000] and _MARK.search(content[:100_000]) is not None


def read_incident(content: bytes, name: str) -> Incident:
    """The incident that the content of a file holds; `derived` in it is worked out anew, not read.

    Raises `Trouble` where it is too large or one of a newer Bridgelog, `BrokenFile` where it is no incident.
    """
    path = Path(name)
    if len(content) > LARGEST:
        raise Trouble(Message("{file} is larger than 64 MB: that is no incident", file=name))
    document = _exported(content, path)
    tables = recovered(content, path)[0] if document is None else _tables(document, name)
    incident = incident_of(migrated(tables, path), path)
    if not INCIDENT_ID.fullmatch(incident.id):
        raise BrokenFile(Message("{file}: the ID {id} is none of Bridgelog's", file=name, id=incident.id[:40]))
    for word, kind in SECTIONS.items():
        if not issubclass(kind, Fields):
            _check_ids(word, tables.get(word, {}), name)
    return incident


def _exported(content: bytes, path: Path) -> dict[str, Any] | None:
    """The exported document; none where the content is something else, such as an incident file."""
    try:
        document = parse_json(content, path)
    except BrokenFile:
        return None  # an incident file may be whole but for its last record
    is_exported = isinstance(document, dict) and "schema" in document and INCIDENT not in document
    return document if is_exported else None


def _tables(document: dict[str, Any], name: str) -> Tables:
    """The exported document as the tables of a file."""
    about = {"id": document.get("id"), "schema": document["schema"], "created_at": document.get("created_at")}
    tables: Tables = {INCIDENT: {"1": about}}
    for word, kind in SECTIONS.items():
        tables[word] = {}
        for number, (where, record) in enumerate(_records(word, kind, document.get(word)), 1):
            if not isinstance(record, dict):
                raise BrokenFile(Message("{file}: {where}: a JSON object is needed", file=name, where=where))
            tables[word][str(number)] = record
    return tables


def _records(word: str, kind: type[Section], value: Any) -> Iterable[tuple[str, Any]]:
    """What the section holds, each with its dotted name; a list or an object is taken for what it should be."""
    if value is None:
        return ()
    if issubclass(kind, Fields):
        return [(word, value)]
    if issubclass(kind, Keyed):
        return _named(word, value)
    if isinstance(value, list):
        return [(f"{word}.{number}", record) for number, record in enumerate(value)]
    return [(word, None)]


def _named(word: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Records that stand under their names, which one without an id takes for its id."""
    if not isinstance(value, dict):
        yield word, None
        return
    for name, record in value.items():
        yield f"{word}.{name}", {"id": name, **record} if isinstance(record, dict) else record


def _check_ids(word: str, table: dict[str, dict[str, Any]], name: str) -> None:
    """Two records of one id cannot both be kept."""
    seen = set()
    for record in table.values():
        id = record["id"]
        if id in seen:
            raise BrokenFile(Message("{file}: {where} holds the id {id} twice", file=name, where=word, id=str(id)[:40]))
        seen.add(id)
