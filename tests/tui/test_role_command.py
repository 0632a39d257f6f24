"""`bridgelog role`, and status updates from a shell."""

from pathlib import Path

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over a SEV-1 that began an hour ago."""
    made = Shell(tmp_path)
    made.run("new", "Checkout answers 5xx", "--severity", "1", "--started", "-1h", "--zone", "UTC", "--no-open")
    return made


def test_a_hand_over_is_filed_at_its_time_and_listed_with_who_came_after(shell: Shell) -> None:
    assert shell.run("role", "INC", "incident-commander", "Tom", "--at", "-30m").code == 0
    assert shell.run("role", "INC", "incident-commander", "Maria").code == 0
    listed = shell.run("role", "INC")
    assert (listed.code, listed.out.splitlines()[0].split()) == (0, ["role", "who", "from", "until"])
    assert [one["person"] for one in shell.run("role", "INC", "--json").json] == ["Tom", "Maria"]
    (tom, maria) = shell.run("show", "INC", "--json").json["timeline"]
    assert (tom["at"], tom["typed"], tom["source"]) == ("2026-11-23T10:14:12Z", "-30m", "shell")
    assert maria["text"] == "Incident commander: Maria takes over from Tom"
    assert shell.run("undo", "INC").code == 0
    assert [one["until"] for one in shell.run("role", "INC", "--json").json] == [None]


def test_a_role_is_laid_down_by_one_or_by_all(shell: Shell) -> None:
    for name in ("Ana", "Ben", "Cleo"):
        shell.run("role", "INC", "subject-expert", name, "--at", "-5m")
    shell.run("role", "INC", "subject-expert", "ben", "--none", "--at", "-3m")
    assert [one["until"] is None for one in shell.run("role", "INC", "--json").json] == [True, False, True]
    shell.run("role", "INC", "subject-expert", "--none")
    assert all(one["until"] for one in shell.run("role", "INC", "--json").json)


def test_what_cannot_be_done_says_what_to_do(shell: Shell) -> None:
    empty = shell.run("role", "INC")
    assert (empty.code, "incident-commander NAME" in empty.err) == (1, True)
    for arguments, says in (
        (("scribe",), "or --none"),
        (("scribe", "--none"), "nobody has that role then: Scribe"),
        (("navigator", "Tom"), "invalid choice"),
        (("scribe", "Tom", "--at", "25:99"), "0 to 23"),
    ):
        refused = shell.run("role", "INC", *arguments)
        assert (refused.code, says in refused.err) == (2, True), refused.err


def test_updates_that_are_due_are_listed_until_one_is_stamped(shell: Shell) -> None:
    (due,) = shell.run("due", "--updates", "--json").json
    assert (due["due_at"], due["overdue"], due["commander"]) == ("2026-11-23T10:14:12Z", True, None)
    assert "overdue by 30 min" in shell.run("due", "--updates").out
    assert shell.run("stamp", "told the customers", "--update").code == 0
    assert shell.run("due", "--updates", "--overdue").code == 1
    assert "in 30 min" in shell.run("due", "--updates").out
    shell.run("stamp", "all well", "--milestone", "resolved")
    nothing = shell.run("due", "--updates")
    assert (nothing.code, nothing.err) == (1, "bridgelog: no status update is planned\n")
