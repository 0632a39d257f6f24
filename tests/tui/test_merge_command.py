"""`bridgelog merge`: two copies come together durably, and git can have it done."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.tui.commands import ROOT, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def apart(shell: Shell, tmp_path: Path) -> tuple[str, Path, Path]:
    """An incident and a copy of it that went on elsewhere."""
    id = shell.new()
    mine = shell.home / f"{id}.json"
    shell.run("stamp", "before", "--incident", id)
    other = Shell(tmp_path / "other")
    other.home.mkdir(parents=True)
    theirs = other.home / f"{id}.json"
    shutil.copy(mine, theirs)
    shell.now = "2026-11-23T10:50:00+00:00"
    shell.run("stamp", "mine", "--incident", id)
    shell.run("set", id, "summary.title=Mine", "factors.testing=1")
    other.now = "2026-11-23T10:55:00+00:00"
    other.run("stamp", "theirs", "--incident", id)
    other.run("set", id, "summary.title=Theirs", "summary.users_affected=42")
    return id, mine, theirs


def test_everything_of_both_is_there_and_what_gave_way_is_said(shell: Shell, tmp_path: Path) -> None:
    id, mine, theirs = apart(shell, tmp_path)
    before = mine.read_bytes()
    done = shell.run("merge", str(mine), str(theirs))
    assert done.code == 0
    assert "Theirs is kept; Mine is in the history" in done.out
    shown = shell.run("show", id, "--json").json
    assert [entry["text"] for entry in shown["timeline"]] == ["before", "mine", "theirs"]
    assert (shown["summary"]["title"], shown["summary"]["users_affected"]) == ("Theirs", 42)
    assert shown["factors"]["testing"]["score"] == 1
    (copy,) = (shell.home / ".snapshots").glob("*-merge.json")
    assert copy.read_bytes() == before
    assert "Mine" in shell.run("log", id).out
    with TinyDB(mine, access_mode="r") as database:
        assert len(database.table("timeline")) == 3


def test_the_order_makes_no_difference_and_again_changes_nothing(shell: Shell, tmp_path: Path) -> None:
    _id, mine, theirs = apart(shell, tmp_path)
    one, other, again = tmp_path / "one.json", tmp_path / "other.json", tmp_path / "again.json"
    assert shell.run("merge", str(mine), str(theirs), "-o", str(one)).code == 0
    assert shell.run("merge", str(theirs), str(mine), "-o", str(other)).code == 0
    assert one.read_bytes() == other.read_bytes()
    done = shell.run("merge", str(one), str(theirs), "-o", str(again), "--json")
    assert done.json["conflicts"] == []
    assert again.read_bytes() == one.read_bytes()
    assert one.stat().st_mode & 0o777 == 0o600


def test_a_value_that_no_history_tells_is_said_to_be_in_its_file_alone(shell: Shell, tmp_path: Path) -> None:
    _id, mine, theirs = apart(shell, tmp_path)
    with TinyDB(theirs) as database:
        database.table("timeline").update({"text": "amended by hand"}, doc_ids=[1])
    done = shell.run("merge", str(mine), str(theirs))
    assert "before is kept; amended by hand is in no history, only in the file it comes from" in done.out


@pytest.mark.parametrize("case", ["other incident", "broken", "gone", "one file", "itself", "newer", "there already"])
def test_what_cannot_be_united_is_said_in_one_line_and_nothing_changes(shell: Shell, tmp_path: Path, case: str) -> None:
    _id, mine, theirs = apart(shell, tmp_path)
    arguments, code = [str(mine), str(theirs)], 3
    if case == "other incident":
        arguments, code = [str(mine), str(shell.home / f"{shell.new('Another')}.json")], 2
    elif case == "broken":
        theirs.write_text('{"incident": {"1": {', "utf-8")
    elif case == "gone":
        theirs.unlink()
        code = 1
    elif case == "one file":
        arguments, code = [str(mine)], 2
    elif case == "itself":
        arguments, code = [str(mine), str(mine.parent / "." / mine.name)], 2
    elif case == "newer":
        theirs.write_text(
            theirs.read_text("utf-8").replace('"schema":1', '"schema":99').replace('"schema": 1', '"schema": 99')
        )
    else:
        target = tmp_path / "there.json"
        target.write_text("{}", "utf-8")
        arguments += ["-o", str(target)]
    before = mine.read_bytes()
    refused = shell.run("merge", *arguments)
    assert (refused.code, refused.err.count("\n")) == (code, 1), refused.err
    assert mine.read_bytes() == before
    assert not (shell.home / ".snapshots").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_git_unites_what_two_laptops_pushed(shell: Shell, tmp_path: Path) -> None:
    id = shell.new()
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "mina",
        "GIT_AUTHOR_EMAIL": "mina@example.com",
        "GIT_COMMITTER_NAME": "mina",
        "GIT_COMMITTER_EMAIL": "mina@example.com",
        "PYTHONPATH": str(ROOT),
        "BRIDGELOG_CONFIG": str(tmp_path / "none.toml"),
    }

    def git(folder: Path, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    driver = f"{sys.executable} -m tui.main merge --driver %O %A %B"
    laptops = [Shell(tmp_path / "one"), Shell(tmp_path / "two")]
    git(shell.home, "init", "-q", "-b", "main")
    (shell.home / ".gitattributes").write_text("INC-*.json merge=bridgelog\n", "utf-8")
    (shell.home / ".gitignore").write_text(".locks/\n.cache/\n.snapshots/\n", "utf-8")
    git(shell.home, "add", ".")
    git(shell.home, "commit", "-q", "-m", "begin")
    for number, laptop in enumerate(laptops):
        git(tmp_path, "clone", "-q", str(shell.home), str(laptop.home))
        git(laptop.home, "config", "merge.bridgelog.driver", driver)
        laptop.now = f"2026-11-23T10:5{number}:00+00:00"
        laptop.run("stamp", f"laptop {number}", "--incident", id)
        laptop.run("set", id, f"summary.service=service {number}")
        git(laptop.home, "commit", "-q", "-a", "-m", f"laptop {number}")
    git(laptops[0].home, "pull", "-q", "--no-rebase", "--no-edit", str(laptops[1].home), "main")
    shown = laptops[0].run("show", id, "--json").json
    assert [entry["text"] for entry in shown["timeline"]] == ["laptop 0", "laptop 1"]
    assert shown["summary"]["service"] == "service 1"
    assert json.loads((laptops[0].home / f"{id}.json").read_text("utf-8"))
    assert git(laptops[0].home, "status", "--porcelain") == ""
