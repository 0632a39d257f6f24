"""`bridgelog export --redact`: pseudonyms in every format, a preview that writes nothing, words of the user's own."""

from pathlib import Path

import pytest

from data.documents import FORMATS
from tests.tui.commands import Shell

DONE, NOTHING, USAGE, FILES = 0, 1, 2, 3


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def incident(shell: Shell) -> str:
    incident = shell.new("Checkout of Initech fails")
    shell.run("stamp", "Mina Patel restarted db-7.prod.initech.com (10.1.2.3), password=hunter2")
    shell.now = "2026-11-23T10:45:12+00:00"
    shell.run("stamp", "Mina sees 5xx on db-7")
    return incident


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_without_the_originals(shell: Shell, incident: str, tmp_path: Path, format: str) -> None:
    file = tmp_path / "document"
    ended = shell.run("export", incident, "--redact", "--keep", "Checkout", "-o", str(file), "--format", format)
    assert (ended.code, ended.err) == (DONE, "")
    text = file.read_bytes().decode("utf-8", "replace")
    if format in ("markdown", "json", "text"):
        assert "Person 1 restarted host-1.example (192.0.2.1), password=secret-1" in text.replace("\\", "")
    assert not any(original in text for original in ("Mina", "Patel", "db-7", "10.1.2.3", "hunter2", "prod."))


def test_the_preview_lists_what_would_be_replaced_and_writes_nothing(
    shell: Shell, incident: str, tmp_path: Path
) -> None:
    file = tmp_path / "document.md"
    ended = shell.run("export", incident, "--redact", "--preview", "-o", str(file))
    assert ended.code == DONE
    rows = [line.split() for line in ended.out.splitlines()]
    assert ["host", "db-7.prod.initech.com,", "db-7", "host-1.example", "2"] in rows
    assert "hunter2" not in ended.out
    assert not file.exists()


def test_words_come_from_a_file_and_from_the_settings(shell: Shell, incident: str, tmp_path: Path) -> None:
    listed = tmp_path / "words.txt"
    listed.write_text("checkout\n\n", "utf-8")
    config = tmp_path / "settings.toml"
    config.write_text('redact = ["initech"]', "utf-8")
    title = shell.run(
        "export", incident, "--redact", "--redact-words", str(listed), BRIDGELOG_CONFIG=str(config)
    ).out.splitlines()[0]
    assert title.endswith("redacted-1 of redacted-2 fails")


def test_a_list_of_words_that_cannot_be_read_is_said(shell: Shell, incident: str, tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")
    for file in (tmp_path / "none", tmp_path, binary):
        ended = shell.run("export", incident, "--redact", "--redact-words", str(file))
        assert (ended.code, ended.out, ended.err.count("\n")) == (FILES, "", 1)


def test_without_redaction_a_secret_in_the_document_is_said(shell: Shell, incident: str) -> None:
    ended = shell.run("export", incident)
    assert (ended.code, ended.err.count("\n")) == (DONE, 1)
    assert "--redact" in ended.err
