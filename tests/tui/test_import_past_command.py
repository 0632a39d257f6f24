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
