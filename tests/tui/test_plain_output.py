"""Commands for a screen reader: one fact a line, nothing drawn, nothing cut."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from data.documents.linear import linear, row_line
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from tests.tui.commands import Shell

DRAWN = set("═─│┌┐└┘├┤┬┴┼━┃█▓▒░")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell(tmp_path)
    file = tmp_path / "settings.toml"
    file.write_text("plain_output = true\n")
    surroundings = shell.surroundings
    monkeypatch.setattr(shell, "surroundings", lambda **more: surroundings(BRIDGELOG_CONFIG=str(file), **more))
    return shell


def test_a_row_says_the_name_of_each_column_and_leaves_out_what_is_empty() -> None:
    assert row_line(["1", "", "–", "Mina"], ["No.", "Deadline", "Cost", "Owner"]) == "No.: 1; Owner: Mina"
    assert row_line(["blocks", "", "no owner"]) == "blocks; no owner"


def test_a_document_has_one_fact_a_line() -> None:
    nodes: list[Node] = [
        Heading(1, "One"),
        Facts([("Start", "10:02"), ("End", "11:00")]),
        Heading(2, "Two"),
        Paragraph("first\nsecond"),
        Bullets([Point("the pool was empty", "Why 1", "evidence: 10:05")]),
        Table(("Time", "What"), [("10:05", "paged\ntwice")]),
    ]
    assert linear(nodes).splitlines() == [
        "One",
        "Start: 10:02",
        "End: 11:00",
        "",
        "Two",
        "first",
        "second",
        "Why 1: the pool was empty (evidence: 10:05)",
        "Time: 10:05; What: paged twice",
    ]


def test_no_command_draws_or_aligns_or_cuts(shell: Shell) -> None:
    id = shell.new("Checkout answers 5xx", "--started", "10:02")
    shell.run("stamp", "a text that is longer than forty characters and must not be cut", "--at", "10:05")
    shell.run("set", id, "summary.industry=e-commerce", "summary.ended_at=11:00")
    shell.run("add", id, "action", "Check the limit in a test")
    told = ""
    for command in (["show", id], ["list"], ["check", id], ["due"], ["log", id], ["records", id], ["review"]):
        out = shell.run(*command).out
        assert not DRAWN & set(out), command
        assert all("   " not in line.strip() for line in out.splitlines()), command
        told += out
    assert "title: Checkout answers 5xx; took: 58 min" in told
    assert "longer than forty characters and must not be cut" in told
    assert not DRAWN & set(shell.run("agenda", id).out + shell.run("clocks", id).out + shell.run("settings").out)


def test_no_screen_is_opened_where_plain_output_is_wanted(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("new", "review"):
        monkeypatch.setattr(f"tui.commands.{command}.has_terminal", lambda: True)
        monkeypatch.setattr(f"tui.commands.{command}.show_screen", Mock(side_effect=AssertionError))
    monkeypatch.setattr("tui.commands.review.terminal_width", lambda: 80)
    assert shell.run("new", "Checkout answers 5xx").code == 0
    assert shell.run("review").out.startswith("Quarterly review")
