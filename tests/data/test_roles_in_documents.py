"""Who did what and when the next update is due, in documents, JSON and files of other versions."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from data.documents import document
from data.documents.schema import schema
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.settings import Settings
from data.tables import tables_of
from data.trouble import BrokenFile
from model.incident import Incident
from tests.building import NOON, at, entry, incident

RULES = Settings(zone="UTC").rules()
ENTRIES = [
    entry(1, "12:05", "Incident commander: Tom", role="incident-commander", person="Tom"),
    entry(2, "12:06", "Subject expert: Ana <b>DB</b>", role="subject-expert", person="Ana <b>DB</b>"),
    entry(3, "12:20", "Only one region is affected"),
    entry(4, "12:40", "Maria takes over from Tom", role="incident-commander", person="Maria"),
    entry(5, "12:45", "status update sent", update=True),
]


def written(**summary: Any) -> Incident:
    return incident(severity="SEV-1", entries=ENTRIES, **summary)


def made(format: str, **summary: Any) -> str:
    return str(document(written(**summary), at("13:00"), RULES, format))


def test_the_summary_tells_who_had_which_role_and_when() -> None:
    text = made("text", ended="13:30")
    assert "Tom (12:05–12:40), Maria (from 12:40)" in text
    assert "Ana <b>DB</b> (from 12:06)" in text
    assert "Incident commander" not in str(document(incident(), NOON, RULES, "text"))
    assert "<b>" not in made("html") + made("markdown").replace("\\<b>", "")


def test_the_update_names_who_leads_in_its_five_lines_and_not_itself_as_the_latest() -> None:
    lines = made("status").splitlines()
    assert len(lines) == 5
    assert lines[1].endswith(" Incident commander: Maria.")
    assert "Maria takes over" in lines[3]


def test_the_hand_over_tells_who_does_what() -> None:
    assert "Who does what:\n– Incident commander: Maria (from 12:40)\n– Subject expert: Ana" in made("handover")


def test_programs_are_told_all_of_it_by_the_schema() -> None:
    told = json.loads(made("json"))
    assert not list(Draft202012Validator(schema()).iter_errors(told))
    first, *_, last = told["timeline"]
    assert (first["role"], first["person"], first["laid_down"], last["update"]) == (
        "incident-commander",
        "Tom",
        False,
        True,
    )
    assert (last["role"], last["person"]) == (None, "")
    assert told["derived"]["roles"][0] == {
        "role": "incident-commander",
        "person": "Tom",
        "since": "2026-11-23T12:05:00Z",
        "until": "2026-11-23T12:40:00Z",
    }
    assert told["derived"]["update_due_at"] == "2026-11-23T13:15:00Z"
    assert json.loads(made("json", ended="13:30"))["derived"]["update_due_at"] is None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "INC-20261123-K7QF.json"
    IncidentFile(file).write(tables_of(written()))
    return file


def test_a_file_without_roles_opens_and_one_of_a_role_unknown_here_says_which_value_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace('"role"', '"once"').replace('"person"', '"who"'), "utf-8")
    entries = Notebook(path, lambda: NOON + timedelta(hours=1), "mina").incident.timeline
    assert (len(entries.root), entries.roles) == (5, ())
    path.write_text(text.replace("subject-expert", "navigator"), "utf-8")
    with pytest.raises(BrokenFile) as caught:
        Notebook(path, lambda: NOON, "mina")
    assert "role: none of the values that there are" in str(caught.value.message)
