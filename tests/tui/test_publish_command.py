"""`bridgelog publish`: what blocks is listed, what is published is kept, later changes are shown against it."""

import json
from pathlib import Path

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def ended(shell: Shell) -> str:
    id = shell.new("Checkout answers 5xx", "--started", "10:02")
    assert shell.run("set", id, "summary.ended_at=11:00").code == 0
    return id


def test_what_blocks_is_listed_and_nothing_is_done(shell: Shell) -> None:
    id = ended(shell)
    refused = shell.run("publish", id)
    assert refused.code == 1
    names = [one["name"] for one in shell.run("check", id, "--json").json[0]["findings"] if one["level"] == "blocks"]
    assert names
    assert sorted(line.split(": ")[1] for line in refused.err.splitlines()[:-1]) == sorted(names)
    assert "--anyway" in refused.err
    assert shell.run("show", id, "--json").json["summary"]["state"] == "draft"


def test_a_live_incident_is_not_published_at_all(shell: Shell) -> None:
    refused = shell.run("publish", shell.new(), "--anyway")
    assert refused.code == 2
    assert "still live" in refused.err
    assert not (shell.home / ".snapshots").exists()


def test_what_is_published_is_kept_and_later_changes_are_shown_against_it(shell: Shell) -> None:
    id = ended(shell)
    assert shell.run("publish", id, "--state", "in-review").code == 0
    done = shell.run("publish", id, "--anyway")
    assert (done.code, done.out) == (0, f"{id} is published, version 1\n")
    summary = shell.run("show", id, "--json").json["summary"]
    assert (summary["state"], summary["version"], summary["state_at"]) == ("published", 1, "2026-11-23T10:44:12Z")
    nothing = shell.run("publish", id, "--changes")
    assert nothing.code == 1
    assert "Nothing was changed" in nothing.out
    shell.run("set", id, "summary.users_affected=4200", "factors.testing=2")
    shell.run("stamp", "support called", "--at", "10:50", "--incident", id)
    changes = shell.run("publish", id, "--changes")
    assert changes.code == 0
    assert "Users affected" in changes.out
    assert "4,200" in changes.out
    assert "support called" in changes.out
    assert "significant" in changes.out
    copy = json.loads((shell.home / ".snapshots" / summary["published_copy"]).read_text("utf-8"))
    assert "users_affected" not in copy["summary"]["1"]
    assert shell.run("publish", id, "--anyway").out == f"{id} is published, version 2\n"
    assert shell.run("publish", id, "--changes").code == 1


def test_a_copy_that_is_gone_is_said_in_one_line(shell: Shell) -> None:
    id = ended(shell)
    shell.run("publish", id, "--anyway")
    for copy in (shell.home / ".snapshots").glob("*.json"):
        copy.unlink()
    gone = shell.run("publish", id, "--changes")
    assert gone.code == 1
    assert "not there any more" in gone.err
    assert gone.err.count("\n") == 1


def test_the_state_stands_in_the_document(shell: Shell) -> None:
    id = ended(shell)
    assert "State:" not in shell.run("export", id).out
    shell.run("publish", id, "--anyway", LOGNAME="mina")
    assert "State: published, version 1, set by mina" in shell.run("export", id).out
    again = shell.run("publish", id, "--state", "draft")
    assert again.out == f"{id} is draft, version 1\n"
