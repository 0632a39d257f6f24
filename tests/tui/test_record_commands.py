"""Adding, correcting and removing whys, actions and the like from a shell, and taking that back."""

from pathlib import Path
from typing import Any

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def shown(shell: Shell, id: str) -> Any:
    return shell.run("show", id, "--json").json


def records(shell: Shell, id: str, section: str) -> dict[str, Any]:
    return {record["name"]: record for record in shell.run("records", id, section, "--json").json}


def whys(shell: Shell) -> str:
    id = shell.new()
    assert shell.run("add", id, "why", "the pool was empty", "category=testing").out == "whys.1\n"
    shell.now = "2026-11-23T10:45:12+00:00"
    assert shell.run("add", id, "why", "its limit was set by hand", "explains=1").out == "whys.2\n"
    return id


def test_a_why_goes_on_from_another_and_takes_over_its_category(shell: Shell) -> None:
    found = records(shell, whys(shell), "whys")
    assert found["whys.2"]["parent"] == found["whys.1"]["id"]
    assert found["whys.2"]["category"] == "testing"
    assert "category" not in found["whys.1"]


def test_evidence_is_cited_by_the_numbers_of_entries(shell: Shell) -> None:
    id = whys(shell)
    for text, at in (("paged", "10:05"), ("rolled back", "10:20")):
        shell.run("stamp", text, "--at", at)
    assert shell.run("set", id, "whys.2.evidence=2, timeline.1").code == 0
    assert records(shell, id, "whys")["whys.2"]["evidence"] == [one["id"] for one in shown(shell, id)["timeline"]]
    missing = shell.run("set", id, "whys.2.evidence=9")
    assert (missing.code, missing.err.count("\n")) == (2, 1)
    assert "bridgelog records" in missing.err


def test_a_category_is_known_by_its_name_and_stands_at_the_end_of_the_chain(shell: Shell) -> None:
    id = whys(shell)
    assert shell.run("set", id, "whys.1.category=Technical debt").code == 0
    assert records(shell, id, "whys")["whys.2"]["category"] == "technical_debt"


def test_a_why_can_not_explain_itself(shell: Shell) -> None:
    refused = shell.run("set", whys(shell), "whys.1.explains=2")
    assert refused.code == 2
    assert "cannot explain itself" in refused.err


def test_an_action_is_added_with_all_it_needs_as_one_change(shell: Shell) -> None:
    id = shell.new()
    fields = ("owner=Mina", "deadline=friday", "priority=P0", "covers=factors.testing,recurrence.tests")
    assert shell.run("add", id, "action", "Check the limit in a test", *fields).out == "actions.1\n"
    (action,) = shown(shell, id)["actions"]
    assert (action["owner"], action["deadline"], action["priority"]) == ("Mina", "2026-11-27", "P0")
    assert action["covers"] == ["factors.testing", "recurrence.tests"]
    assert shell.run("undo", id).out.startswith("Undone: action: “Check the limit")
    assert shown(shell, id)["actions"] == []


def test_another_priority_proposes_its_deadline_and_done_notes_when(shell: Shell) -> None:
    id = shell.new()
    shell.run("add", id, "action", "Check the limit in a test")
    before = shown(shell, id)["actions"][0]["deadline"]
    assert shell.run("set", id, "actions.1.priority=P2", "actions.1.status=done").code == 0
    (action,) = shown(shell, id)["actions"]
    assert action["deadline"] > before
    assert action["done_at"] == "2026-11-23T10:44:12Z"


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("deadline=fribday", "is no day"),
        ("covers=factors.tests", "is none of"),
        ("priority=", "needed"),
        ("colour=red", "no field is called that"),
        ("owner", "FIELD=VALUE"),
    ],
)
def test_where_a_field_is_refused_nothing_is_added(shell: Shell, field: str, reason: str) -> None:
    id = shell.new()
    refused = shell.run("add", id, "action", "Check the limit", field)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert reason in refused.err
    assert shown(shell, id)["actions"] == []


def test_what_went_well_and_what_was_luck_are_told_apart(shell: Shell) -> None:
    id = shell.new()
    shell.run("add", id, "went-well", "paged within 3 minutes")
    shell.now = "2026-11-23T10:45:12+00:00"
    shell.run("add", id, "lucky", "it was at night")
    assert [item["lucky"] for item in shown(shell, id)["went_well"]] == [False, True]
    shell.run("set", id, "went-well.2.lucky=no")
    assert [item["lucky"] for item in shown(shell, id)["went_well"]] == [False, False]


def test_a_note_says_who_took_it_and_about_what(shell: Shell) -> None:
    id = shell.new()
    assert shell.run("add", id, "note", "-", "about=whys", stdin="nobody knew\n", LOGNAME="mina").code == 0
    (note,) = shown(shell, id)["notes"]
    assert (note["text"], note["about"], note["author"]) == ("nobody knew", "whys", "mina")


def test_a_factor_of_ones_own_is_scored_and_taken_away_and_the_ten_stay(shell: Shell) -> None:
    id = shell.new()
    name = shell.run("add", id, "factor", "Vendor lock-in", "score=2", "note=seen at 10:42").out.strip()
    assert records(shell, id, "factors")[name]["score"] == 2
    assert shell.run("set", id, f"{name}=3").code == 0
    assert shell.run("remove", id, name).code == 0
    assert name not in records(shell, id, "factors")
    stays = shell.run("remove", id, "factors.testing")
    assert stays.code == 2
    assert "always stays" in stays.err


def test_an_entry_is_corrected_and_a_milestone_moves(shell: Shell) -> None:
    id = shell.new("Checkout answers 5xx", "--started", "10:02")
    shell.run("stamp", "rolled back", "--milestone", "fix-deployed", "--at", "10:20")
    shell.run("stamp", "rolled back for good", "--at", "10:30")
    assert (
        shell.run("set", id, "timeline.2.milestone=fix-deployed", "timeline.2.at=10:31", "timeline.2.pinned=yes").code
        == 0
    )
    first, second = shown(shell, id)["timeline"]
    assert first["milestone"] is None
    assert (first["pinned"], second["pinned"]) == (False, True)
    assert (second["milestone"], second["at"]) == ("fix-deployed", "2026-11-23T09:31:00Z")


def test_several_records_go_as_one_change_by_the_numbers_they_had(shell: Shell) -> None:
    id = whys(shell)
    shell.run("add", id, "action", "one")
    shell.run("add", id, "action", "two")
    assert shell.run("remove", id, "actions.1", "actions.2", "whys.1", "--below").code == 0
    left = shown(shell, id)
    assert (left["actions"], left["whys"]) == ([], [])
    assert shell.run("undo", id).code == 0
    assert [len(shown(shell, id)[word]) for word in ("actions", "whys")] == [2, 2]
    assert shell.run("redo", id).out == "Done again: delete 3 records\n"


def test_a_why_that_goes_leaves_what_explained_it(shell: Shell) -> None:
    id = whys(shell)
    assert shell.run("remove", id, "whys.1").code == 0
    assert [why["text"] for why in shown(shell, id)["whys"]] == ["its limit was set by hand"]


def test_a_field_is_no_record_to_remove(shell: Shell) -> None:
    refused = shell.run("remove", whys(shell), "whys.1.text")
    assert refused.code == 2
    assert "is a field" in refused.err


def test_where_nothing_can_be_taken_back_that_is_said(shell: Shell) -> None:
    id = shell.new()
    assert [shell.run(word, id).code for word in ("undo", "redo")] == [1, 1]


def test_records_name_what_set_takes(shell: Shell) -> None:
    id = whys(shell)
    done = shell.run("records", id)
    assert done.code == 0
    names = [line.split()[0] for line in done.out.splitlines()]
    assert {"summary.title", "whys.2", "factors.testing", "recurrence.tests", "cost.brand"} <= set(names)
    fields = [f"{name}=" for name in names if name.startswith(("summary.", "cost."))]
    assert "no field is called that" not in shell.run("set", id, *fields).err
    for name in ("summary.title", "factors.testing.note", "whys.1.text", "recurrence.tests.note"):
        assert shell.run("set", id, f"{name}=checked").code == 0
    assert shell.run("records", id, "notes").code == 1
    assert shell.run("records", id, "noise").code == 2


def test_check_names_the_field_that_set_takes(shell: Shell) -> None:
    id = whys(shell)
    shell.run("add", id, "action", "Check the limit")
    shell.run("set", id, "summary.started_at=10:00", "summary.ended_at=11:00")
    assert "summary.users_affected" in shell.run("check", id).out
    names = {finding["name"] for finding in shell.run("check", id, "--json").json[0]["findings"]}
    assert {"actions.1.owner", "recurrence.tests", "summary.service"} <= names


def test_a_sentence_that_is_right_is_left_as_it_is(shell: Shell) -> None:
    id = shell.new()
    shell.run("add", id, "why", "Omar forgot to raise the limit")
    assert "a person next to a mistake" in shell.run("check", id).out
    assert shell.run("ignore", id, "whys.1").out == "left as it is: Omar forgot to raise the limit\n"
    assert "a person next to a mistake" not in shell.run("check", id).out
    assert shell.run("ignore", id, "whys.1").code == 1
    assert shell.run("ignore", id, "whys.7").code == 2
    assert shell.run("ignore", id, "summary.title").code == 1


def test_a_secret_that_is_added_is_said(shell: Shell) -> None:
    done = shell.run("add", shell.new(), "note", "the key is AKIAIOSFODNN7EXAMPLQ")
    assert done.code == 0
    assert "looks like a secret" in done.err


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_text_is_refused(shell: Shell, text: str) -> None:
    assert shell.run("add", shell.new(), "why", text).code == 2
