"""What was filed with a secret in it is said on standard error, in one line, and filed all the same."""

from pathlib import Path

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_a_stamp_with_a_secret_is_filed_and_pointed_out(shell: Shell) -> None:
    incident = shell.new()
    ended = shell.run("stamp", "psql postgres://app:hunter2@db/x fails")
    assert (ended.code, ended.err.count("\n")) == (0, 1)
    assert "a password in an address" in ended.err
    assert "hunter2" not in ended.err
    assert "hunter2" in shell.run("show", incident, "--json").out
    assert shell.run("check", incident).code == 1


def test_a_field_with_a_secret_is_set_and_pointed_out(shell: Shell) -> None:
    incident = shell.new()
    ended = shell.run("set", incident, "factors.testing.note=password=hunter2", "summary.service=login")
    assert (ended.code, ended.err.count("\n")) == (0, 1)
    assert "a password" in ended.err


def test_without_a_secret_nothing_is_said(shell: Shell) -> None:
    shell.new()
    ended = shell.run("stamp", "token expired, rolled back to 5f3a9c1d2e4b")
    assert (ended.code, ended.err) == (0, "")
