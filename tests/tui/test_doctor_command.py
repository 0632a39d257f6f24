"""`bridgelog doctor`: what it says, what it does, and how it ends."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tui.commands import ROOT, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def id(shell: Shell) -> str:
    """An incident with two entries and a line of history."""
    id = shell.new()
    assert shell.run("stamp", "pager", "--incident", id).code == 0
    assert shell.run("stamp", "fixed", "--incident", id, "--milestone", "resolved").code == 0
    assert shell.run("set", id, "factors.testing=2").code == 0
    return id


def change(shell: Shell, incident: str, table: str, number: str, **values: Any) -> None:
    """Damage a value as an editor would."""
    path = shell.path(incident)
    tables = json.loads(path.read_bytes())
    tables.setdefault(table, {}).setdefault(number, {}).update(values)
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_all_is_well_with_what_the_program_wrote(shell: Shell, id: str) -> None:
    content = shell.path(id).read_bytes()
    for arguments in ((), (id,), (id[-4:],), (str(shell.path(id)),), ("--repair",)):
        ended = shell.run("doctor", *arguments)
        assert (ended.code, ended.out, ended.err) == (0, "1 file: all is well\n", "")
    assert shell.path(id).read_bytes() == content
    assert not (shell.home / ".snapshots").exists()


def test_an_empty_workspace_is_well(shell: Shell) -> None:
    assert shell.run("doctor").code == 0
    assert shell.run("doctor", "--json").json == {"files": [], "leftovers": []}


def test_it_only_says_what_is_wrong_and_how_to_put_it_right(shell: Shell, id: str) -> None:
    change(shell, id, "summary", "1", users_affected="many")
    content = shell.path(id).read_bytes()
    ended = shell.run("doctor")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        f"{id}.json: 1 problem",
        "  summary.users_affected: a whole number is needed",
        "    “many”",
        "    → it is taken out",
        f"bridgelog doctor --repair {id}.json does what stands behind →, and keeps a copy",
    ]
    assert shell.path(id).read_bytes() == content


def test_a_repair_keeps_a_copy_says_what_it_did_and_the_file_opens(shell: Shell, id: str) -> None:
    change(shell, id, "summary", "1", users_affected="many")
    content = shell.path(id).read_bytes()
    assert shell.run("show", id).code == 3
    ended = shell.run("doctor", id, "--repair")
    assert ended.code == 0
    assert "“many”\n    → it is taken out" in ended.out
    assert "It is put right, and opens." in ended.out
    (copy,) = (shell.home / ".snapshots").glob("*.json")
    assert str(copy) in ended.out
    assert copy.read_bytes() == content
    assert "many" in copy.with_suffix(".txt").read_text(encoding="utf-8")
    assert shell.run("show", id, "--json").json["summary"]["users_affected"] is None
    again = shell.run("doctor", id)
    assert (again.code, again.out) == (0, "1 file: all is well\n")
    assert shell.run("list").out.count(id) == 1


def test_what_a_broken_file_says_leads_to_doctor(shell: Shell, id: str) -> None:
    shell.path(id).write_bytes(shell.path(id).read_bytes()[:700])
    for command in (("show", id), ("list",), ("check",), ("stamp", "x", "--incident", id)):
        assert "bridgelog doctor says more" in shell.run(*command).err


def test_of_a_file_that_was_cut_off_the_whole_records_are_kept(shell: Shell, id: str) -> None:
    content = shell.path(id).read_bytes()
    shell.path(id).write_bytes(content[: content.rindex(b'"fixed"')])
    report = shell.run("doctor", id, "--json").json
    assert [problem["kind"] for problem in report["files"][0]["problems"]] == ["truncated", "unreadable"]
    assert report["files"][0]["copy"] is None
    ended = shell.run("doctor", id, "--repair")
    assert ended.code == 0
    shown = shell.run("show", id, "--json").json
    assert [entry["text"] for entry in shown["timeline"]] == ["pager"]
    (words,) = (shell.home / ".snapshots").glob("*.txt")
    assert '"text"' in words.read_text(encoding="utf-8")


def test_times_that_cannot_be_are_left_to_a_person(shell: Shell, id: str) -> None:
    change(shell, id, "timeline", "1", at="2031-01-01T00:00:00Z")
    ended = shell.run("doctor", id, "--repair", "--json")
    (file,) = ended.json["files"]
    assert ended.code == 1
    assert [(p["kind"], p["repair"]) for p in file["problems"]] == [("impossible-time", None)]
    assert file["copy"] is None


def test_a_newer_file_is_refused_untouched(shell: Shell, id: str) -> None:
    change(shell, id, "incident", "1", schema=99)
    change(shell, id, "summary", "1", users_affected="many")
    content = shell.path(id).read_bytes()
    ended = shell.run("doctor", id, "--repair")
    assert ended.code == 1
    assert "update Bridgelog" in ended.out
    assert "many" not in ended.out
    assert shell.path(id).read_bytes() == content


@pytest.mark.parametrize("file", ["/nowhere/x.json", "INC-19990101-0000", str(ROOT / "nothing")])
def test_a_file_that_is_not_there_is_said_and_ends_with_3(shell: Shell, id: str, file: str) -> None:
    ended = shell.run("doctor", file, id)
    assert ended.code == 3
    assert ended.err.count("\n") == 1
    assert "bridgelog list shows what there is" in ended.err
    assert "all is well" in ended.out


def test_what_is_no_incident_is_left_as_it_is(shell: Shell, id: str, tmp_path: Path) -> None:
    other = tmp_path / "package.json"
    other.write_text('{"name": "x"}')
    other.chmod(0o600)
    ended = shell.run("doctor", str(other), str(tmp_path), "--repair")
    assert ended.code == 1
    assert "nothing of an incident" in ended.out
    assert "it is no file" in ended.out
    assert other.read_text() == '{"name": "x"}'
    exported = tmp_path / "out.json"
    assert shell.run("export", id, "--format", "json", "-o", str(exported)).code == 0
    assert "bridgelog import" in shell.run("doctor", str(exported)).out


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes and links")
def test_modes_and_links(shell: Shell, id: str, tmp_path: Path) -> None:
    path, elsewhere = shell.path(id), tmp_path / "elsewhere.json"
    path.chmod(0o644)
    shell.home.chmod(0o755)
    report = shell.run("doctor", "--json").json
    assert [problem["kind"] for problem in report["files"][0]["problems"]] == ["mode"]
    assert [left["repair"] for left in report["leftovers"]] == ["its mode is 700"]
    assert shell.run("doctor", "--repair").code == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert shell.home.stat().st_mode & 0o777 == 0o700
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    content = elsewhere.read_bytes()
    assert "it is a link" in shell.run("doctor").out
    assert shell.run("doctor", "--repair").code == 0
    assert not path.is_symlink()
    assert elsewhere.read_bytes() == content
    assert shell.run("doctor").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="whether a program runs is told by other means")
def test_what_a_crash_has_left_is_found_and_removed_and_the_rest_is_only_named(shell: Shell, id: str) -> None:
    killed = shell.home / f".{id}.json.4194999.tmp"
    running = shell.home / f".{id}.json.{os.getpid()}.tmp"
    crashed = shell.home / ".locks" / f"{id}.ABC.open"
    named = shell.home / f"{id} (copy).json"
    for path in (killed, running, crashed, named):
        path.write_bytes(b"")
    ended = shell.run("doctor")
    assert ended.code == 1
    assert killed.name in ended.out
    assert running.name not in ended.out
    assert f"{named.name}: no list shows it" in ended.out
    assert shell.run("doctor", "--repair").code == 0
    assert [path.exists() for path in (killed, running, crashed, named)] == [False, True, False, True]
    assert shell.run("doctor").code == 0


def test_nothing_in_a_file_reaches_the_terminal_as_a_command(shell: Shell, id: str) -> None:
    change(shell, id, "summary", "1", severity="\x1b[2J\x1b]0;x\x07", **{"\x1b[31m": "\x1b[31m"})
    change(shell, id, "\x1b[31m", "\x1b[31m", id="\x1b[31m")
    for arguments in ((), ("--json",), ("--repair",)):
        ended = shell.run("doctor", *arguments)
        assert "\x1b" not in ended.out + ended.err
