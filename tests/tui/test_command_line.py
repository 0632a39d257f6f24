"""The command line itself: what it refuses, and that nothing harmful or surprising ever reaches a terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands import ROOT, Shell

DONE, NOTHING, USAGE, FILES = 0, 1, 2, 3


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over an empty workspace."""
    return Shell(tmp_path)


@pytest.mark.parametrize("arguments", [(), ("open", "INC"), ("demo",)])
def test_without_a_terminal_a_screen_is_refused_in_words(shell: Shell, arguments: tuple[str, ...]) -> None:
    shell.new()
    ended = shell.run(*arguments)
    assert ended.code == USAGE
    assert "no terminal" in ended.err
    assert ended.out == ""


def test_without_a_terminal_new_only_creates(shell: Shell) -> None:
    ended = shell.run("new", "From a script")
    assert (ended.code, ended.err) == (DONE, "")
    assert shell.path(ended.out.strip()).exists()


def test_a_demo_leaves_nothing_behind(shell: Shell, tmp_path: Path) -> None:
    shell.run("demo", TMPDIR=str(tmp_path))
    assert list(tmp_path.glob("bridgelog-demo*")) == []
    assert not shell.home.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("stamp",),
        ("nonsense",),
        ("stamp", "x", "--milestone", "no\x1b[31mne"),
        ("new", "x", "--severity", "4"),
        ("list", "x"),
    ],
)
def test_wrong_usage_is_one_line_that_names_the_help(shell: Shell, arguments: tuple[str, ...]) -> None:
    ended = shell.run(*arguments)
    assert ended.code == USAGE
    assert ended.err.startswith("bridgelog: ")
    assert ended.err.count("\n") == 1
    assert "--help" in ended.err
    assert "\x1b" not in ended.err


def test_set_names_every_wrong_field_at_once(shell: Shell) -> None:
    incident = shell.new()
    ended = shell.run(
        "set", incident, "summary.title=fine", "cost.brand=-1", "cost.hourly_rate=x", "factors.testing=9", "factor.x=1"
    )
    assert ended.code == USAGE
    named = [line.split(": ")[1] for line in ended.err.splitlines()]
    assert sorted(named) == ["cost.brand", "cost.hourly_rate", "factor.x", "factors.testing"]
    assert shell.run("log", incident, "--json").json == []


def test_set_takes_fields_in_any_order_and_undoes_them_as_one(shell: Shell) -> None:
    incident = shell.new()
    ended = shell.run(
        "set",
        incident,
        "summary.ended_at=2018-10-22 23:03",
        "cost.brand=5",
        "cost.currency=JPY",
        "summary.started_at=2018-10-21 22:52",
        "summary.zone=UTC",
        "recurrence.architecture=yes",
        "recurrence.architecture.rfc=RFC 7",
        "factors.testing.note=none in CI",
    )
    assert (ended.code, ended.err) == (DONE, "")
    shown = shell.run("show", incident, "--json").json
    assert shown["derived"]["duration_seconds"] == 24 * 3600 + 11 * 60
    assert shown["cost"]["brand"] == {"amount": "5", "currency": "JPY"}
    assert shown["recurrence"]["architecture"]["rfc"] == "RFC 7"
    assert shown["factors"]["testing"]["note"] == "none in CI"
    assert len({(line["at"], line["name"]) for line in shell.run("log", incident, "--json").json}) == 1


def test_set_empties_a_field_that_need_not_be_there(shell: Shell) -> None:
    incident = shell.new()
    shell.run("set", incident, "summary.users_affected=4200", "factors.testing=2")
    assert shell.run("set", incident, "summary.users_affected=", "factors.testing=").code == DONE
    shown = shell.run("show", incident, "--json").json
    assert shown["summary"]["users_affected"] is None
    assert shown["factors"]["testing"]["score"] is None


def test_setting_what_is_so_already_writes_nothing(shell: Shell) -> None:
    incident = shell.new()
    before = shell.path(incident).read_bytes()
    assert shell.run("set", incident, "summary.severity=SEV-2").code == DONE
    assert shell.path(incident).read_bytes() == before


def test_a_time_that_needs_a_second_look_is_said(shell: Shell) -> None:
    ended = shell.run("new", "x", "--no-open", "--started", "23:10")
    assert ended.code == DONE
    assert "previous day" in ended.err
    assert "previous day" in shell.run("stamp", "x", "--at", "23:20").err


def test_check_of_a_named_broken_file_is_an_error_and_of_all_a_warning(shell: Shell) -> None:
    shell.new()
    (shell.home / "INC-20260101-AAAA.json").write_text("[]")
    assert shell.run("check", "AAAA").code == FILES
    everything = shell.run("check")
    assert everything.code == NOTHING
    assert "AAAA" in everything.err
    assert "to be published once it is over" in everything.out


def test_what_other_programs_put_into_a_file_stays_harmless(shell: Shell) -> None:
    incident = shell.new()
    shell.run("set", incident, "summary.service=checkout")
    tables = json.loads(shell.path(incident).read_text())
    evil = "\x1b]0;owned\x07 \x9b31m \u202e \u2028 end"
    for change in tables["history"].values():
        change["name"] = change["by"] = evil
        change["steps"][0]["after"] = {"service": evil}
    tables["summary"]["1"]["unknown"] = evil
    shell.path(incident).write_text(json.dumps(tables))
    for arguments in (
        ["log", incident],
        ["show", incident, "--json"],
        ["log", incident, "--json"],
        ["export", incident],
    ):
        ended = shell.run(*arguments)
        assert ended.code == DONE
        assert not set(ended.out) & {"\x1b", "\x07", "\x9b", "\u202e", "\u2028"}
    assert shell.run("show", incident, "--json").json["summary"]["unknown"] == evil


def test_a_history_that_is_damaged_is_refused_in_one_line(shell: Shell) -> None:
    incident = shell.new()
    tables = json.loads(shell.path(incident).read_text())
    tables["history"] = {"1": {"id": "x", "at": "yesterday"}}
    shell.path(incident).write_text(json.dumps(tables))
    ended = shell.run("log", incident)
    assert ended.code == FILES
    assert ended.err.count("\n") == 1
    assert shell.run("show", incident).code == DONE


def test_json_stays_json_where_the_terminal_knows_only_ascii(shell: Shell) -> None:
    incident = shell.new("Zahlung 漢字 geht nicht – 🚒")
    shown = shell.run("show", incident, "--json", PYTHONIOENCODING="ascii")
    assert shown.json["summary"]["title"] == "Zahlung 漢字 geht nicht – 🚒"


def test_wide_characters_keep_the_columns_of_a_table(shell: Shell) -> None:
    from rich.cells import cell_len

    shell.new("漢字漢字")
    shell.new("Checkout 🚒 é")
    head, *rows = shell.run("list").out.splitlines()
    place = head.index("  missing")
    assert {cell_len(row[: row.rindex(" ")]) >= place for row in rows} == {True}
    assert len({cell_len(row) for row in rows}) == 1


def test_a_reader_that_goes_away_is_no_error(shell: Shell) -> None:
    shell.new()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.main", "schema"],
        cwd=ROOT,
        env={**os.environ, "BRIDGELOG_HOME": str(shell.home), "BRIDGELOG_CONFIG": "/nonexistent"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), complaints) == (DONE, b"")


def test_an_error_that_nobody_thought_of_is_one_line(shell: Shell) -> None:
    ended = shell.run("list", BRIDGELOG_NOW="soon")
    assert ended.code == FILES
    assert ended.err.count("\n") == 1
    assert "BRIDGELOG_DEBUG" in ended.err


def test_an_export_that_fails_leaves_the_old_document(shell: Shell, tmp_path: Path) -> None:
    incident = shell.new()
    folder = tmp_path / "taken.md"
    folder.mkdir()
    ended = shell.run("export", incident, "-o", str(folder))
    assert ended.code == FILES
    assert list(tmp_path.glob(".*tmp")) == []
    document = tmp_path / "out.md"
    document.write_text("old")
    assert shell.run("export", "ZZZZ", "-o", str(document)).code == NOTHING
    assert document.read_text() == "old"
    assert shell.run("export", incident, "-o", str(document)).code == DONE
    assert document.read_text().startswith(f"# {incident}")


def test_open_needs_one_live_incident_or_an_id(shell: Shell) -> None:
    assert "no incident is live" in shell.run("open").err
    assert shell.run("open").code == NOTHING
    assert shell.run("open", "ZZZZ").code == NOTHING


def test_a_milestone_stays_where_it_was_only_when_asked(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "one", "--at", "-20m", "--milestone", "fix-deployed")
    shell.run("stamp", "two", "--at", "-10m", "--milestone", "fix-deployed", "--again")
    held = [entry["milestone"] for entry in shell.run("show", incident, "--json").json["timeline"]]
    assert held == ["fix-deployed", "fix-deployed"]
    shell.run("stamp", "three", "--milestone", "fix-deployed")
    held = [entry["milestone"] for entry in shell.run("show", incident, "--json").json["timeline"]]
    assert held[-1] == "fix-deployed"


def test_a_trigger_of_the_law_is_stamped_by_its_name(shell: Shell) -> None:
    incident = shell.new()
    assert shell.run("stamp", "the officer knows", "--trigger", "aware").code == DONE
    assert shell.run("show", incident, "--json").json["timeline"][0]["trigger"] == "aware"
