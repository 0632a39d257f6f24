"""`bridgelog follow`: what is filed on the bridge is said as it comes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.commands import ROOT, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def following(shell: Shell) -> Iterator["subprocess.Popen[str]"]:
    """A run that follows a new incident, which has two entries."""
    shell.new("Checkout answers 5xx", "--started", "11:00")
    shell.run("stamp", "paged", "--milestone", "first-alert", "--at", "11:05", LOGNAME="mina")
    shell.run("stamp", "rolled back", "--at", "11:20", LOGNAME="omar")
    command = [sys.executable, "-m", "tui.main", "follow", "--last", "1"]
    with subprocess.Popen(command, cwd=ROOT, env=shell.surroundings(), stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_each_entry_is_said_as_it_comes_until_the_incident_is_over(
    shell: Shell, following: "subprocess.Popen[str]"
) -> None:
    assert following.stdout is not None
    lines = iter(following.stdout.readline, "")
    assert next(lines) == "11:20 rolled back (omar)\n"
    shell.run("stamp", "fix is out", "--milestone", "fix-deployed", "--at", "11:30", LOGNAME="mina")
    assert next(lines) == "11:30 fix deployed: fix is out (mina)\n"
    shell.run("set", "INC", "timeline.2.text=rolled back to 4711")
    assert next(lines) == "corrected: 11:20 rolled back to 4711 (omar)\n"
    shell.run("remove", "INC", "timeline.1")
    assert next(lines) == "taken away: 11:05 first alert: paged (mina)\n"
    shell.run("stamp", "all quiet", "--milestone", "resolved", "--at", "11:40", LOGNAME="mina")
    assert list(lines) == ["11:40 confirmed resolved: all quiet (mina)\n", "The incident is over.\n"]
    assert following.wait(timeout=30) == 0


def test_an_incident_that_is_over_is_said_and_left(shell: Shell) -> None:
    id = shell.new("Checkout answers 5xx", "--started", "10:00")
    shell.run("set", id, "summary.ended_at=11:00")
    assert shell.run("follow", id, "--last", "0").out == "The incident is over.\n"
    assert shell.run("follow").code == 1
