"""Where one got lucky, in rules, documents, JSON and schema."""

from data.documents import document
from data.documents.json import show
from data.documents.schema import schema
from data.importers.bridgelog import read_incident
from model.incident import Incident
from model.readiness import findings
from model.rules import Rules
from tests.building import NOON, incident


def lucky() -> Incident:
    about = incident(ended="13:00", went_well=["fast alert", "calm bridge", "the night was quiet"])
    item = about.went_well.root[2]
    return about.with_sections({"went_well": about.went_well.patched(item.id, {"lucky": True})})


def test_it_has_its_own_heading_below_what_went_well() -> None:
    text = document(lucky(), NOON, Rules(), "markdown")
    assert isinstance(text, str)
    _before, _heading, after = text.partition("### Where we got lucky")
    assert "the night was quiet" in after.partition("##")[0]
    assert "Where we got lucky" not in str(document(incident(went_well=["fast alert"]), NOON, Rules(), "markdown"))


def test_it_does_not_count_as_one_of_three_to_five() -> None:
    found = [finding for finding in findings(lucky(), NOON, Rules()) if finding.rule == "went_well.count"]
    assert [str(finding.message) for finding in found] == ["2 things that went well: three to five are wanted"]


def test_json_says_it_and_reads_it_back() -> None:
    text = document(lucky(), NOON, Rules(), "json")
    assert [item["lucky"] for item in show(lucky(), NOON, Rules())["went_well"]] == [False, False, True]
    assert read_incident(str(text).encode(), "x.json").went_well == lucky().went_well
    assert schema()["$defs"]["WentWellItem"]["properties"]["lucky"]["type"] == "boolean"
