"""`bridgelog review` and `bridgelog similar`: the quarter for people and for scripts."""

import argparse
from pathlib import Path

import pytest

from data.settings import Settings
from data.workspace import Workspace
from tests.quarters import live_like_the_past, past
from tests.tui.commands import Shell
from tui.commands import review
from tui.desk import Desk


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    made = Shell(tmp_path)
    workspace = Workspace(made.home, lambda: live_like_the_past().summary.started_at, "mina")
    for incident in (live_like_the_past(), *past()):
        workspace.add(incident)
    return made


def test_the_json_has_what_the_contract_names(shell: Shell) -> None:
    found = shell.run("review", "--quarter", "2026-Q4", "--json").json
    assert (found["quarter"], found["incidents"]) == ("2026-Q4", 10)
    assert [one["count"] for one in found["categories"]] == [3, 2, 2, 2]
    detect = found["time_to_detect"]
    assert (detect["n"], detect["excluded"]) == (8, 2)
    assert detect["mean_seconds"] == 600
    assert detect["against_previous"]["verdict"] == "no-evidence"
    assert found["actions"]["total"] == 9
    assert [one["quarter"] for one in found["cost_by_quarter"]][-1] == "2026-Q4"
    assert detect["against_previous"]["p_value"] == pytest.approx(0.24864024864024864, abs=1e-15)
    pair = found["repeats"][0]
    assert {"later", "earlier", "categories", "service", "words", "ruling"} <= pair.keys()
    assert any("connection" in pair["words"] for pair in found["repeats"])
    assert pair["more"] == 6
    testing = next(row for row in found["factors"] if row["factor"] == "testing")
    assert [one["mean"] for one in testing["by_quarter"]] == [3, 2, 1, 0, 0]
    assert found["automation"][0]["reason"] == "repetitive"
    assert {"category", "earlier_incidents", "costs"} <= found["automation"][0].keys()
    assert (found["ranked_in"], [one["rank_by_cost"] for one in found["categories"]]) == ("EUR", [1, 2, 3, 4])
    assert [one["top_by_cost"] for one in found["categories"]] == [True, True, True, False]


def test_without_a_terminal_the_present_quarter_is_printed(shell: Shell) -> None:
    ended = shell.run("review")
    assert ended.code == 0
    assert "Quarterly review 2026-Q4" in ended.out
    assert "can’t tell" in ended.out.casefold()


def test_the_page_is_written_to_a_file_with_its_pictures(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "review.html"
    assert shell.run("review", "--format", "html", "-o", str(target)).code == 0
    assert target.read_text("utf-8").count("<svg") == 4


def test_filters_narrow_the_review_and_a_quarter_without_incidents_is_1(shell: Shell) -> None:
    assert shell.run("review", "--service", "LOGIN", "--json").json["incidents"] == 2
    assert shell.run("review", "--quarter", "2019-Q1").code == 1
    refused = shell.run("review", "--quarter", "2026")
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "2026-Q3" in refused.err


def test_a_service_that_no_incident_has_is_named_in_one_line(shell: Shell) -> None:
    ended = shell.run("review", "--service", "checkuot")
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert "no incident has the service “checkuot”" in ended.err
    assert shell.run("review", "--service", "LOGIN").err == ""


def test_past_incidents_like_one_come_with_what_was_left_undone(shell: Shell) -> None:
    ended = shell.run("similar", "K7QF", "--all")
    assert ended.code == 0
    assert "the same service: payment" in ended.out
    assert "OVERDUE since" in ended.out


def test_similar_says_how_many_more_there_are_than_it_lists_the_newest_of_equals_first(shell: Shell) -> None:
    ended = shell.run("similar", "K7QF")
    assert ended.out.count("INC-") == 5
    assert ended.out.startswith("INC-20261111-Q408")
    assert ended.out.endswith("18 more are like it: --all lists them\n")
    assert {one["more"] for one in shell.run("similar", "K7QF", "--json").json} == {18}
    every = shell.run("similar", "K7QF", "--json", "--all").json
    assert (len(every), {one["more"] for one in every}) == (23, {0})


def test_similar_reads_the_timeline_and_tells_what_could_have_prevented_it_from_what_is_also_open(
    tmp_path: Path,
) -> None:
    shell = Shell(tmp_path)
    before = shell.new("Shop is down", "--started", "2026-11-01 10:00", "--service", "checkout")
    shell.run("add", before, "why", "The connection pool of checkout was exhausted by retries")
    shell.run("add", before, "action", "Bound the connection pool", "owner=Mina", "deadline=2026-11-10")
    shell.run("add", before, "action", "Write the minutes", "owner=Mina", "deadline=2026-12-10")
    now = shell.new("Errors on the site")
    assert shell.run("similar", now).code == 1
    shell.run("stamp", "connection pool of checkout exhausted, retry storm", "--incident", now)
    ended = shell.run("similar", now)
    assert ended.code == 0
    assert "still live" in ended.out
    first, why, other = ended.out.splitlines()[-3:]
    assert "could have prevented it: #1 Bound the connection pool (OVERDUE since" in first
    assert why.strip() == "names: connection, pool"
    assert other.strip().startswith("also open: #2 Write the minutes (open, due")
    (found,) = shell.run("similar", now, "--json").json
    assert found["live"] is True
    assert [one["could_have_prevented"] for one in found["unfinished_actions"]] == [True, False]
    shell.run("set", before, "summary.ended_at=2026-11-01 11:00")
    assert "still live" not in shell.run("similar", now).out


def test_with_its_service_a_new_incident_has_a_past_from_its_first_minute(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    before = shell.new("Shop is down", "--started", "2026-11-01 10:00", "--service", "checkout")
    now = shell.new("Something is odd", "--service", "Checkout")
    assert [one["id"] for one in shell.run("similar", now, "--json").json] == [before]
    assert "the same service: checkout" in shell.run("similar", now).out


@pytest.mark.parametrize(("options", "shown"), [([], True), (["--quarter", "2026-Q3"], False), (["--json"], False)])
def test_on_a_terminal_the_screen_opens_where_nothing_else_is_asked_for(
    options: list[str], shown: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def show(_desk: Desk, _path: Path | None, begin: str) -> int:
        begun.append(begin)
        return 0

    monkeypatch.setattr(review, "has_terminal", lambda: True)
    monkeypatch.setattr(review, "terminal_width", lambda: 80)
    monkeypatch.setattr(review, "show_screen", show)
    parser = argparse.ArgumentParser()
    review.configure(parser)
    code = review.run(parser.parse_args(options), Desk(Settings(), tmp_path))
    assert (code, begun) == ((0, ["review"]) if shown else (1, []))
