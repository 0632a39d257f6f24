"""The agenda of the review meeting, and what is said of repeats, from a shell."""

from pathlib import Path

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_the_agenda_has_every_part_with_its_minutes_and_what_is_written_there(shell: Shell) -> None:
    id = shell.new()
    shell.run("add", id, "why", "the pool was empty")
    whole = shell.run("agenda", id, "--minutes", "30").out
    assert "Focus on systems, not on individuals." in whole
    assert "the pool was empty" in whole
    brief = shell.run("agenda", id, "--minutes", "30", "--brief").out
    assert "the pool was empty" not in brief
    minutes = [
        int(line.rsplit(", ", 1)[1].split()[0]) for line in brief.splitlines() if line.endswith(("minute", "minutes"))
    ]
    assert (len(minutes), sum(minutes)) == (10, 30)


@pytest.mark.parametrize("minutes", ["9", "x", "-5", "99999999999999999999"])
def test_minutes_that_cannot_be_are_refused(shell: Shell, minutes: str) -> None:
    refused = shell.run("agenda", shell.new(), f"--minutes={minutes}")
    assert (refused.code, refused.err.count("\n")) == (2, 1)


def pair(shell: Shell) -> tuple[str, str]:
    earlier = shell.new("Checkout pool ran dry", "--started", "08:00")
    shell.now = "2026-11-24T10:44:12+00:00"
    later = shell.new("Checkout pool ran dry again")
    for id in (earlier, later):
        shell.run("set", id, "summary.service=checkout")
    return later, earlier


def test_a_person_says_whether_an_incident_repeats_another(shell: Shell) -> None:
    later, earlier = pair(shell)
    said = shell.run("repeats")
    assert said.code == 0
    assert f"{later} looks like {earlier}: not decided yet" in said.out
    assert shell.run("repeats", later, earlier, "yes").out == f"{later}: it repeats {earlier}\n"
    assert [one["ruling"] for one in shell.run("repeats", "--json").json] == ["confirmed"]
    shell.run("repeats", later, earlier, "no")
    assert "no repeat" in shell.run("repeats").out
    assert shell.run("undo", later).code == 0
    assert [one["ruling"] for one in shell.run("repeats", "--json").json] == ["confirmed"]


def test_a_pair_in_the_wrong_order_is_kept_with_the_later_one(shell: Shell) -> None:
    later, earlier = pair(shell)
    assert shell.run("repeats", earlier, later, "yes").out == f"{later}: it repeats {earlier}\n"
    assert shell.run("show", later, "--json").json["summary"]["repeats"] == [earlier]
    assert shell.run("show", earlier, "--json").json["summary"]["repeats"] == []
    assert shell.run("repeats", earlier, later, "open").code == 0
    assert shell.run("show", later, "--json").json["summary"]["repeats"] == []


def test_a_failure_mode_is_named_with_its_words(shell: Shell) -> None:
    earlier = shell.new("Certificate expired", "--started", "08:00")
    shell.now = "2026-11-24T10:44:12+00:00"
    later = shell.new("TLS handshakes fail")
    for id in (earlier, later):
        shell.run("set", id, "summary.service=login")
    (found,) = shell.run("repeats", "--json").json
    assert (found["failure_mode"], found["failure_words"]) == ("certificate", ["TLS", "Certificate"])
    assert "service login; failure mode certificates (TLS, Certificate)" in shell.run("repeats").out


def test_half_a_pair_is_refused(shell: Shell) -> None:
    later, earlier = pair(shell)
    for arguments in ([later], [later, earlier], [later, later, "yes"]):
        assert shell.run("repeats", *arguments).code == 2
    assert shell.run("repeats", later, "INC-1", "yes").code == 1
    assert shell.run("repeats", "--quarter", "2020-Q1").code == 1
