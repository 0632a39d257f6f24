"""The notes of the review: in the file, the documents, JSON, and united from two copies."""

import json
from pathlib import Path
from typing import Any

from data.doctor import examine
from data.documents import document
from data.documents.json import show
from data.documents.schema import schema
from data.importers.bridgelog import read_incident
from data.incident_file import IncidentFile
from data.tables import incident_of, tables_of
from data.workspace import Workspace
from model.incident import Incident
from model.instant import stored
from model.merge import merge
from model.message import Message
from model.notes import Note
from model.readiness import findings
from model.rules import Rules
from tests.building import NOON, incident, record_id

NOTE: dict[str, Any] = {
    "id": record_id(1),
    "at": stored(NOON),
    "text": "The alert was clear; the runbook was not.",
    "about": "timeline",
    "author": "mina",
}


def noted() -> Incident:
    about = incident(ended="13:00")
    return about.with_sections({"notes": about.notes.with_new(NOTE)})


def test_an_appendix_of_the_document_says_when_and_about_what() -> None:
    text = str(document(noted(), NOON, Rules(), "markdown"))
    _before, _heading, appendix = text.partition("## Notes of the review")
    assert "Timeline" in appendix
    assert "The alert was clear" in appendix
    assert "mina" in appendix


def test_without_notes_there_is_no_appendix_and_nothing_is_missing() -> None:
    assert "Notes of the review" not in str(document(incident(), NOON, Rules(), "markdown"))
    assert not [finding for finding in findings(incident(ended="13:00"), NOON, Rules()) if finding.section == "notes"]


def test_json_says_them_and_reads_them_back() -> None:
    (shown,) = show(noted(), NOON, Rules())["notes"]
    assert shown == NOTE
    assert read_incident(str(document(noted(), NOON, Rules(), "json")).encode(), "x.json").notes == noted().notes
    assert schema()["$defs"]["Note"]["properties"]["at"]["format"] == "date-time"


def test_a_file_from_before_there_were_notes_is_whole_and_takes_one(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, lambda: NOON, "mina")
    path = workspace.create({"title": "Checkout is slow"}, zone="UTC", currency="EUR")
    tables = json.loads(path.read_text("utf-8"))
    del tables["notes"]
    path.write_text(json.dumps(tables, indent=2), "utf-8")
    assert not examine(path, NOON).problems
    notebook = workspace.open(path)
    values = {name: value for name, value in NOTE.items() if name != "id"}
    notebook.add(Message("note"), "notes", values)
    notebook.close()
    (note,) = workspace.open(path).incident.notes.root
    assert isinstance(note, Note)
    assert note.text == NOTE["text"]
    assert not examine(path, NOON).problems


def test_two_copies_keep_the_notes_of_both() -> None:
    one, two = tables_of(noted()), tables_of(noted())
    two["notes"] = {"1": {**NOTE, "id": record_id(2), "text": "another"}}
    together = incident_of(merge(one, two).tables, Path("x.json"))
    assert [note.text for note in together.notes.root] == [NOTE["text"], "another"]


def test_a_note_whose_table_lost_its_name_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "INC-20261123-K7QF.json"
    tables = dict(tables_of(noted()))
    tables = {("nXtes" if word == "notes" else word): table for word, table in tables.items()}
    IncidentFile(path).write(tables)
    assert [problem.where for problem in examine(path, NOON).problems] == ["nXtes"]
