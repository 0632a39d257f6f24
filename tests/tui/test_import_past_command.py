"""`bridgelog import` of a list of past incidents."""

import json
from pathlib import Path

import pytest

from tests.tui.commands import Shell

LIST = """id,title,started_at,ended_at,severity
A-1,Checkout down,2026-08-01T10:00:00Z,2026-08-01T11:30:00Z,1
A-2,"=HYPERLINK(""x"")",2026-08-02T10:00:00Z,,2
A-3,Login slow,2026-08-03T10:00:00Z,2026-08-03T10:30:00Z,3
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "past.csv"
    path.write_text(LIST)
    return path


def test_what_is_right_comes_in_and_the_rest_is_kept_with_its_reason(shell: Shell, file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    done = shell.run("import", str(file), "--rejected", str(kept))
    assert done.code == 1
    assert done.out == "2 incidents came in\n"
    assert "line 3 is left out: when it ended is not known" in done.err
    assert kept.read_text().splitlines()[1].startswith('A-2,"=HYPERLINK(""x"")",2026-08-02T10:00:00Z,,2,when it ended')
    assert kept.stat().st_mode & 0o777 == 0o600
    assert len(shell.run("list", "--json").json) == 2


def test_a_list_that_was_put_right_brings_in_the_rest_alone(shell: Shell, file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.csv"
    shell.run("import", str(file), "--rejected", str(kept))
    kept.write_text(kept.read_text().replace("10:00:00Z,,2", "10:00:00Z,2026-08-02T10:05:00Z,2"))
    assert shell.run("import", str(kept)).out == "1 incident came in\n"
    file.write_text(LIST.replace("10:00:00Z,,2", "10:00:00Z,2026-08-02T10:05:00Z,2"))
    assert shell.run("import", str(file)).out == "0 incidents came in, 3 were there already\n"


def test_a_preview_shows_columns_and_incidents_and_writes_nothing(shell: Shell, file: Path, tmp_path: Path) -> None:
    done = shell.run("import", str(file), "--dry-run", "--rejected", str(tmp_path / "kept.csv"))
    assert "started_at → start" in done.out
    assert "no column says when an incident was resolved: its end is taken for that" in done.err
    assert "Checkout down" in done.out
    assert "2 incidents would come in" in done.out
    assert not (tmp_path / "kept.csv").exists()
    assert shell.run("list", "--json").json == []
    found = shell.run("import", str(file), "--dry-run", "--json").json
    assert [one["summary"]["title"] for one in found["incidents"]] == ["Checkout down", "Login slow"]


def test_a_file_of_rejected_rows_is_never_replaced(shell: Shell, tmp_path: Path) -> None:
    file, kept = tmp_path / "past.jsonl", tmp_path / "kept.jsonl"
    file.write_text('{"title": "x", "start": "2026-08-01T10:00:00Z", "end": null}\n{"cut\n')
    for _ in range(2):
        assert shell.run("import", str(file), "--format", "incidents", "--rejected", str(kept)).code == 1
    rows = [json.loads(line) for line in kept.read_text().splitlines()]
    assert [row["rejected"] for row in rows] == [
        "when it ended is not known: it would count as live",
        "it is no whole JSON",
    ]
    assert (tmp_path / "kept-2.jsonl").read_text() == kept.read_text()


@pytest.mark.parametrize("more", [(), ("--format", "incidents")])
@pytest.mark.parametrize("header", ["Title,Start,Over", "title,started_at,Over,severity"])
def test_a_list_without_an_end_says_so_and_what_is_there(
    shell: Shell, tmp_path: Path, header: str, more: tuple[str, ...]
) -> None:
    file = tmp_path / "past.csv"
    file.write_text(f"{header}\nCheckout down,2026-08-01T10:00:00Z,2026-08-01T11:00:00Z,1\n")
    done = shell.run("import", str(file), *more)
    assert done.code == 2
    assert "needs a column that says when it ended" in done.err
    assert f"there are: {header.replace(',', ', ')}" in done.err


def test_a_table_of_events_is_still_evidence(shell: Shell, tmp_path: Path) -> None:
    id = shell.new()
    file = tmp_path / "events.csv"
    file.write_text("created_at,title,severity\n2026-11-23T10:41:00Z,5xx above 5 %,critical\n")
    assert "1 entry came in" in shell.run("import", str(file), "--into", id).out
    file.write_text("started_at,title,severity\n2026-11-23T10:42:00Z,pods restart,critical\n")
    assert shell.run("import", str(file)).code == 2
    assert "1 entry came in" in shell.run("import", str(file), "--into", id).out


def test_a_preview_names_what_is_not_taken(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "past.csv"
    file.write_text("Title,Start,Finish,Tags,Weather\nx,2026-08-01T10:00:00Z,2026-08-01T11:00:00Z,eu,rain\n")
    done = shell.run("import", str(file), "--dry-run")
    assert "Finish → end" in done.out
    assert "Not taken: Weather" in done.out
    assert "Of Tags only what names a root-cause category comes in: Missing or inadequate monitoring, " in done.out
    assert shell.run("import", str(file), "--dry-run", "--json").json["not_taken"] == ["Weather"]
