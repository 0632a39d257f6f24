"""`bridgelog import`: evidence into an incident, seen before it comes in, once however often it is read."""

import json
from pathlib import Path

import pytest

from tests.tui.commands import Shell

TEXT = """11:58 deploy v42 of checkout to production finished
12:01 - Alert fired: checkout 5xx
[12:04] alice: ack, looking
12:40 Incident resolved
"""
ANSWER = {
    "log_entries": [
        {"id": "Q3", "type": "resolve_log_entry", "summary": "Resolved", "created_at": "2026-11-23T10:40:00Z"},
        {"id": "Q2", "type": "notify_log_entry", "summary": "Notified", "created_at": "2026-11-23T10:02:00Z"},
        {"id": "Q1", "type": "trigger_log_entry", "summary": "Triggered", "created_at": "2026-11-23T10:01:00Z"},
    ]
}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_lines_are_seen_first_and_then_come_in_once(shell: Shell) -> None:
    id = shell.new("x", "--started", "2026-11-23T11:00:00Z")
    given = ("import", "-", "--into", id, "--date", "2026-11-23")
    before = shell.path(id).read_bytes()
    dry = shell.run(*given, "--dry-run", stdin=TEXT)
    assert dry.code == 0
    assert "first alert?" in dry.out
    assert "last change before the start" in dry.out
    assert shell.path(id).read_bytes() == before
    done = shell.run(*given, stdin=TEXT)
    assert done.out == "4 entries came in\n"
    assert "times without a zone were taken as Europe/Berlin" in done.err
    assert "deploy v42" in done.err
    shown = shell.run("show", id, "--json").json["timeline"]
    assert [entry["milestone"] for entry in shown] == [None] * 4
    assert [entry["at"] for entry in shown][:2] == ["2026-11-23T10:58:00Z", "2026-11-23T11:01:00Z"]
    again = shell.run(*given, stdin=TEXT)
    assert again.code == 1
    assert again.out == "0 entries came in, 4 were there already\n"


def test_milestones_are_taken_only_where_they_are_asked_for(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(ANSWER))
    id = shell.new("x", "--started", "2026-11-23T10:00:00Z")
    seen = shell.run("import", str(file), "--into", id, "--dry-run", "--json").json
    assert [(one["origin"], one["milestone"], one["known"]) for one in seen] == [
        ("Q1", "first-alert", False),
        ("Q3", "resolved", False),
    ]
    assert len(shell.run("import", str(file), "--into", id, "--dry-run", "--json", "--minor").json) == 3
    assert shell.run("import", str(file), "--into", id, "--milestones").code == 0
    shown = shell.run("show", id, "--json").json
    assert [entry["milestone"] for entry in shown["timeline"]] == ["first-alert", "resolved"]
    assert shown["summary"]["ended_at"] == "2026-11-23T10:40:00Z"


def test_an_entry_that_was_edited_since_stays_as_it_is(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(ANSWER))
    id = shell.new("x", "--started", "2026-11-23T10:00:00Z")
    shell.run("import", str(file), "--into", id)
    path = shell.path(id)
    path.write_text(path.read_text("utf-8").replace("Triggered", "Edited by hand"), "utf-8")
    shell.run("import", str(file), "--into", id, "--minor")
    texts = [entry["text"] for entry in shell.run("show", id, "--json").json["timeline"]]
    assert texts == ["Edited by hand", "Notified", "Resolved"]


@pytest.mark.parametrize(
    ("stdin", "arguments", "code", "said"),
    [
        ("12:01 a", (), 2, "--date 2026-11-22"),
        ("12:01 a", ("--date", "soon"), 2, "is not a day"),
        ("12:01 a", ("--date", "2026-11-22", "--zone", "Mars/X"), 2, "no zone is called"),
        ("02:30 a", ("--date", "2026-10-25"), 2, "--twice"),
        ("nothing", (), 3, "pasted|incidents|bridgelog; as pasted, a line needs a time and words"),
        ("12:01 a", ("--format", "slack"), 3, "not of the format slack"),
        ("12:01 a", ("--into", "nobody"), 1, "nobody"),
        ('[{"ts": "1.1",', (), 3, "not whole JSON"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    shell: Shell, stdin: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    id = shell.new()
    before = shell.path(id).read_bytes()
    ended = shell.run("import", "-", *arguments, stdin=stdin)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert shell.path(id).read_bytes() == before


def test_which_of_two_times_is_meant_can_be_said(shell: Shell) -> None:
    id = shell.new("x", "--started", "2026-10-24T10:00:00Z")
    given = ("import", "-", "--into", id, "--date", "2026-10-25", "--json")
    assert shell.run(*given, "--twice", "first", stdin="02:30 a").json[0]["at"] == "2026-10-25T00:30:00Z"
    assert shell.run(*given, "--twice", "second", stdin="02:30 a").json[0]["at"] == "2026-10-25T01:30:00Z"


def test_a_whole_incident_comes_in_as_one(shell: Shell, tmp_path: Path) -> None:
    id = shell.new("Checkout is slow")
    file = tmp_path / "whole.json"
    file.write_text(shell.run("export", id, "--format", "json", "-o", "-").out)
    other = Shell(tmp_path / "other")
    assert other.run("import", str(file)).out == f"{id}\n"
    assert other.run("show", id, "--json").json["summary"]["title"] == "Checkout is slow"
    assert shell.run("import", str(file)).code == 1
