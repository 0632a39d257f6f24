"""Files that are united while somebody has the incident open."""

import shutil
from pathlib import Path

from data.incident_file import IncidentFile
from data.merging import unite
from data.notebook import Notebook
from data.tables import tables_of
from model.stamping import NewEntry
from tests.building import NOON, entry, incident


def test_whoever_has_the_incident_open_takes_the_result_over_and_loses_nothing(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "one" / "INC-20261123-K7QF.json", tmp_path / "other" / "INC-20261123-K7QF.json"
    IncidentFile(mine).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    theirs.parent.mkdir()
    shutil.copy(mine, theirs)
    elsewhere = Notebook(theirs, lambda: NOON, "omar")
    elsewhere.stamp(NewEntry(NOON, "from elsewhere"))
    elsewhere.flush()
    opened = Notebook(mine, lambda: NOON, "mina")
    opened.stamp(NewEntry(NOON, "saved"))
    opened.flush()
    opened.stamp(NewEntry(NOON, "not saved yet"))
    unite(mine, theirs, mine, NOON)
    opened.flush()
    everything = {"pager", "from elsewhere", "saved", "not saved yet"}
    assert {entry.text for entry in opened.incident.timeline.root} == everything
    assert {entry.text for entry in Notebook(mine, lambda: NOON, "mina").incident.timeline.root} == everything
