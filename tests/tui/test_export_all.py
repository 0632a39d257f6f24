"""`bridgelog export --all`: a row an incident, for engines that read many workspaces."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from data.incident_rows import COLUMNS
from data.incident_table import is_parquet
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


def test_without_a_file_text_goes_to_standard_output(shell: Shell) -> None:
    for arguments in (["--all"], ["--all", "--format", "table"], ["--all", "-o", "-"]):
        rows = list(csv.DictReader(shell.run("export", *arguments).out.splitlines()))
        assert {row["title"] for row in rows} == {"'=cmd()", "Login slow"}
    written = [json.loads(line) for line in shell.run("export", "--all", "--format", "lines").out.splitlines()]
    assert {row["title"] for row in written} == {"=cmd()", "Login slow"}


def exported(shell: Shell, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """`bridgelog export --all --format parquet` in a process that works in that folder."""
    return subprocess.run(
        [sys.executable, "-m", "tui.main", "export", "--all", "--format", "parquet", *arguments],
        cwd=folder,
        env=shell.surroundings(PYTHONPATH=str(ROOT)),
        capture_output=True,
        check=False,
    )


def test_without_a_file_parquet_goes_to_one_in_the_folder(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "incidents.parquet"
    for _ in range(2):
        done = exported(shell, tmp_path)
        assert (done.returncode, done.stdout) == (0, b"")
        assert b"the table is in incidents.parquet" in done.stderr
        assert is_parquet(file)
    file.write_text("my notes")
    done = exported(shell, tmp_path)
    assert done.returncode == 2
    assert b"incidents.parquet is there already" in done.stderr
    assert file.read_text() == "my notes"


def test_parquet_goes_through_a_pipe(shell: Shell, tmp_path: Path) -> None:
    done = exported(shell, tmp_path, "-o", "-")
    assert done.returncode == 0
    assert done.stdout.startswith(b"PAR1")
    assert done.stdout.endswith(b"PAR1")


def test_a_broken_file_is_named_and_left_out(shell: Shell, tmp_path: Path) -> None:
    (shell.home / "INC-20261122-ABCD.json").write_text("{")
    done = shell.run("export", "--all", "-o", str(tmp_path / "incidents.jsonl"))
    assert done.code == 1
    assert "INC-20261122-ABCD" in done.err
    assert len((tmp_path / "incidents.jsonl").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
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


def test_the_lines_of_the_recipe_run_and_add_up_one_currency(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one, currency in zip(shell.run("list", "--json").json, ("EUR", "USD"), strict=True):
        assert shell.run("set", one["id"], f"cost.currency={currency}", "cost.brand=100").code == 0
    assert shell.run("export", "--all", "-o", str(tmp_path / "payments.parquet")).code == 0
    recipe = (ROOT / "docs" / "recipes.md").read_text("utf-8").partition("## Thousands of incidents")[2]
    lines = recipe.partition("```sql")[2].partition("```")[0].replace("*.parquet", f"{tmp_path}/*.parquet")
    costs, times = (line for line in lines.split(";") if line.strip())
    with duckdb.connect() as engine:
        found = engine.execute(costs).fetchall()
        assert [(row[1], row[2], int(row[3])) for row in sorted(found)] == [("EUR", 1, 100), ("USD", 1, 100)]
        assert engine.execute(times).fetchall() == [("2026-Q4", 2, None)]
    spark = recipe.partition("```python")[2]
    for name in ("categories", "currency", "total_cost"):
        assert name in spark
        assert name in COLUMNS


def test_every_column_is_explained() -> None:
    page = (ROOT / "docs" / "table.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    explained = {name for row in rows for name in re.findall("`([^`]+)`", row)}
    assert explained == {name for name in COLUMNS if not name.startswith("factor_")} | {"factor_…"}


def test_actions_clocks_and_triggers_are_in_the_row(shell: Shell) -> None:
    id = next(one["id"] for one in shell.run("list", "--json").json if one["title"] == "Login slow")
    assert shell.run("set", id, "summary.industry=e-commerce", "cost.engineering_hours=900").code == 0
    assert shell.run("stamp", "the officer knows", "--trigger", "aware", "--incident", id).code == 0
    shell.run("add", id, "action", "Watch the pool", "deadline=2026-11-24")
    shell.now = "2026-11-28T10:00:00+00:00"
    assert shell.run("set", id, "actions.1.status=done").code == 0
    rows = [json.loads(line) for line in shell.run("export", "--all", "--format", "lines").out.splitlines()]
    row = next(row for row in rows if row["id"] == id)
    assert (row["actions_done_late"], row["actions_done_on_time"]) == (1, 0)
    assert row["clocks_overdue"] >= 1
    assert row["triggers"] == ["kind", "team-time"]


def test_what_to_begin_a_template_with_is_printed(shell: Shell) -> None:
    done = shell.run("export", "--template", "--format", "markdown")
    assert (done.code, done.out) == (0, "{{ body }}\n")
    assert "templates/post-mortem.md" in done.err.replace("\\", "/")
    assert "{{ body }}" in shell.run("export", "--template").out
    assert shell.run("export", "--template", "--format", "json").code == 2
