"""`bridgelog export --all`: a row an incident, for engines that read many workspaces."""

import csv
import json
from pathlib import Path

import duckdb
import pytest

from data.incident_rows import COLUMNS
from tests.tui.commands import ROOT, Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    shell.run("new", "=cmd()", "--severity", "1", "--no-open")
    shell.run("new", "Login slow", "--no-open")
    return shell


def test_parquet_has_every_column_by_its_type_and_the_figures_of_show(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "incidents.parquet"
    id = next(one["id"] for one in shell.run("list", "--json").json if one["title"] == "Login slow")
    assert shell.run("set", id, "cost.brand=100..300", "summary.ended_at=now").code == 0
    assert shell.run("export", "--all", "-o", str(file)).code == 0
    assert file.stat().st_mode & 0o777 == 0o600
    with duckdb.connect() as engine:
        described = engine.execute(f"DESCRIBE SELECT * FROM '{file}'").fetchall()
        assert [column[0] for column in described] == list(COLUMNS)
        found = engine.execute(
            f"SELECT total_cost, total_cost_low, total_cost_high, live, quarter FROM '{file}' WHERE id = ?", [id]
        ).fetchone()
    assert found is not None
    assert [str(one) for one in found] == ["200.000000", "100.000000", "300.000000", "False", "2026-Q4"]


def test_csv_holds_no_formulas_and_lines_hold_the_same(shell: Shell, tmp_path: Path) -> None:
    table, lines = tmp_path / "incidents.csv", tmp_path / "incidents.jsonl"
    assert shell.run("export", "--all", "-o", str(table)).code == 0
    assert shell.run("export", "--all", "-o", str(lines)).code == 0
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    written = [json.loads(line) for line in lines.read_text().splitlines()]
    assert {row["title"] for row in rows} == {"'=cmd()", "Login slow"}
    assert {row["title"] for row in written} == {"=cmd()", "Login slow"}
    assert [list(row) for row in written] == [list(COLUMNS)] * 2


def test_a_broken_file_is_named_and_left_out(shell: Shell, tmp_path: Path) -> None:
    (shell.home / "INC-20261122-ABCD.json").write_text("{")
    done = shell.run("export", "--all", "-o", str(tmp_path / "incidents.jsonl"))
    assert done.code == 1
    assert "INC-20261122-ABCD" in done.err
    assert len((tmp_path / "incidents.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--all"], "a table needs a file"),
        (["--all", "INC", "-o", "x.csv"], "give --all, and no ID"),
        (["--format", "parquet", "-o", "x"], "give --all, and no ID"),
        (["--all", "--format", "html", "-o", "x"], "as a table there are: parquet, table, lines"),
        (["--all", "--redact", "-o", "x"], "cannot be written with pseudonyms"),
        ([], "which incident?"),
        (["--all", "-o", "x.docx"], "the ending “.docx”: there are .parquet, .csv, .jsonl, .ndjson"),
    ],
)
def test_what_cannot_be_meant_is_refused(shell: Shell, arguments: list[str], reason: str) -> None:
    done = shell.run("export", *arguments)
    assert done.code == 2
    assert reason in done.err


def test_a_folder_that_is_not_there_is_told(shell: Shell, tmp_path: Path) -> None:
    done = shell.run("export", "--all", "-o", str(tmp_path / "none" / "x.parquet"))
    assert done.code == 3
    assert "cannot be written" in done.err


def test_the_recipe_names_columns_that_there_are() -> None:
    recipe = (ROOT / "docs" / "recipes.md").read_text("utf-8").partition("## Thousands of incidents")[2]
    assert recipe
    for name in ("quarter", "total_cost", "time_to_resolve_seconds", "categories"):
        assert name in recipe
        assert name in COLUMNS


def test_what_to_begin_a_template_with_is_printed(shell: Shell) -> None:
    done = shell.run("export", "--template", "--format", "markdown")
    assert (done.code, done.out) == (0, "{{ body }}\n")
    assert "templates/post-mortem.md" in done.err.replace("\\", "/")
    assert "{{ body }}" in shell.run("export", "--template").out
    assert shell.run("export", "--template", "--format", "json").code == 2
