"""What is seen of a timeline before the model is loaded: the same as after it, and nothing of a file that is broken."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.first_look import first_look
from data.incident_file import IncidentFile
from data.tables import tables_of
from tests.incidents import full_incident, hostile_incident


def test_it_shows_each_entry_in_order_on_the_clock_of_the_incident(tmp_path: Path) -> None:
    path, incident = tmp_path / "INC-20261123-K7QF.json", full_incident()
    IncidentFile(path).write(tables_of(incident))
    rows = first_look(path)
    assert [(row.at, row.milestone) for row in rows] == [
        (entry.at, entry.milestone or "") for entry in incident.timeline.root
    ]
    assert {str(row.at.tzinfo) for row in rows} == {incident.summary.zone}
    assert rows[0].at.astimezone(UTC) == min(entry.at for entry in incident.timeline.root)


def test_nothing_in_it_can_be_obeyed_by_a_terminal(tmp_path: Path) -> None:
    path = tmp_path / "INC-20261123-K7QF.json"
    tables = tables_of(hostile_incident())
    entry = {"id": "1", "at": "2026-11-23T10:42:00Z", "text": "a\x1b[2Jb\nc\u202ed", "milestone": "\x1b]0;x"}
    path.write_text(json.dumps({**tables, "timeline": {"1": entry}}))
    [row] = first_look(path)
    assert row.text.isprintable() and row.milestone.isprintable()
    assert row.at == datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"timeline": {"1": {"at": "soon", "id": "x"}}, "summary": {"1": {"zone": "UTC"}}}',
        '{"timeline": {"1": {}}, "summary": {"1": {"zone": "UTC"}}}',
        '{"timeline": {}, "summary": {"1": {"zone": "../../etc"}}}',
        '{"timeline": {"1": 7}, "summary": {"1": {"zone": "UTC"}}}',
        '{"timeline": {}, "summary": {}}',
    ],
)
def test_of_what_it_does_not_understand_it_shows_nothing(content: str, tmp_path: Path) -> None:
    path = tmp_path / "INC-20261123-K7QF.json"
    path.write_text(content)
    assert first_look(path) == []
    assert first_look(tmp_path / "none.json") == []
