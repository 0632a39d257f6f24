"""A plain stamp is filed without the model, and just as the command would have filed it."""

from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from data import passing as filing
from data.layout import CLOSING
from model.harmless import PARAGRAPH_LIMIT
from tests.tui.commands import Shell
from tui import passing
from tui.commands import stamp

PLAIN = ["rollback of 4711 done", "  odd   blanks ", "ünïcödé – 日本語", "[b]no markup[/b]", "TODO: bound the pool"]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over an empty workspace."""
    return Shell(tmp_path)


@pytest.fixture
def commanded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the command filed, and not the short way."""
    texts: list[str] = []
    run = stamp.run

    def noting(arguments: Any, desk: Any) -> int:
        texts.append(arguments.text)
        return run(arguments, desk)

    monkeypatch.setattr(stamp, "run", noting)
    return texts


def entries(shell: Shell, incident: str) -> list[dict[str, Any]]:
    """The rows of the timeline, without what differs from one entry to the next."""
    with TinyDB(shell.path(incident)) as database:
        return [{name: value for name, value in row.items() if name != "id"} for row in database.table("timeline")]


@pytest.mark.parametrize("text", PLAIN)
def test_it_leaves_what_the_command_leaves(
    shell: Shell, commanded: list[str], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    incident = shell.new()
    assert shell.run("stamp", text).code == 0
    assert commanded == []
    monkeypatch.setattr(passing, "stamped", lambda _argv: False)
    assert shell.run("stamp", text).code == 0
    assert commanded == [text]
    short, long = entries(shell, incident)
    assert short == long
    shown = shell.run("show", incident, "--json").json["timeline"]
    assert shown[0]["text"] == shown[1]["text"]


def test_it_finds_the_incident_by_a_part_of_its_id(shell: Shell, commanded: list[str]) -> None:
    first, second = shell.new("one"), shell.new("two")
    assert shell.run("stamp", "seen", "--incident", second[-4:]).code == 0
    assert (len(entries(shell, first)), len(entries(shell, second)), commanded) == (0, 1, [])


@pytest.mark.parametrize(
    "arguments", [("--milestone", "first-alert"), ("--at", "-5m"), ("--pin",), ("--update",), ("--inc", "INC")]
)
def test_whatever_else_is_asked_for_is_for_the_command(
    shell: Shell, commanded: list[str], arguments: tuple[str, ...]
) -> None:
    shell.new()
    assert shell.run("stamp", "seen", *arguments).code == 0
    assert commanded == ["seen"]


@pytest.mark.parametrize("text", ["two\nlines", "\x1b[31mred", "x" * (PARAGRAPH_LIMIT + 1)])
def test_a_text_that_is_not_plain_is_for_the_command(shell: Shell, commanded: list[str], text: str) -> None:
    shell.new()
    shell.run("stamp", text)
    assert commanded == [text]


def test_where_no_incident_or_more_than_one_is_live_the_command_says_so(shell: Shell, commanded: list[str]) -> None:
    for live in range(3):
        done = shell.run("stamp", "seen")
        assert (done.code == 0) == (live == 1), done
        shell.new()
    assert len(commanded) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"schema": 1', b'"schema": 9'), (b'"title"', b'"other"'), (CLOSING, b"")],
    ids=["newer", "broken", "cut"],
)
def test_a_file_that_is_not_as_the_program_writes_it_is_for_the_command_and_stays(
    shell: Shell, commanded: list[str], old: bytes, new: bytes
) -> None:
    path = shell.path(shell.new())
    content = path.read_bytes().replace(old, new)
    path.write_bytes(content)
    assert shell.run("stamp", "seen", "--incident", path.stem).code == 3
    assert path.read_bytes() == content


def test_where_the_room_laid_down_is_used_up_the_command_lays_more(shell: Shell, commanded: list[str]) -> None:
    incident = shell.new()
    path = shell.path(incident)
    path.write_bytes(path.read_bytes().rstrip(b" "))
    assert shell.run("stamp", "seen").code == 0
    assert [entry["text"] for entry in entries(shell, incident)] == ["seen"]
    assert commanded == ["seen"]


def test_while_another_program_holds_the_incident_the_command_waits(
    shell: Shell, commanded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    incident = shell.new()

    def held(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(filing, "locked", held)
    assert shell.run("stamp", "seen").code == 0
    assert (len(entries(shell, incident)), commanded) == (1, ["seen"])
