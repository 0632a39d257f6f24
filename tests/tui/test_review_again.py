"""A review that is asked for again, told while it reads, broken off, or read with files that are broken."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.index.facts import Index
from data.workspace import Workspace
from tests.quarters import live_like_the_past, past
from tests.tui.commands import ROOT, Shell
from tui import telling as telling_module
from tui.commands import review as command
from tui.main import main
from tui.recall import answered, asked
from tui.telling import telling

COMMAND = ("review", "--quarter", "2026-Q4", "--json")
KEYS = {
    "": {
        "quarter",
        "incidents",
        "categories",
        "time_to_detect",
        "time_to_resolve",
        "actions",
        "repeats",
        "cost_by_quarter",
        "automation",
    },
    "time_to_detect": {
        "n",
        "excluded",
        "mean_seconds",
        "median_seconds",
        "q1_seconds",
        "q3_seconds",
        "p90_seconds",
        "geometric_mean_seconds",
        "median_interval_seconds",
        "against_previous",
    },
    "actions": {"total", "done", "done_on_time", "overdue", "completion", "interval"},
}
"""What scripts may rely on."""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    made = Shell(tmp_path)
    workspace = Workspace(made.home, lambda: live_like_the_past().summary.started_at, "mina")
    for incident in (live_like_the_past(), *past()):
        workspace.add(incident)
    return made


@pytest.fixture
def here(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The same workspace for commands of this process, on a disk whose clock goes on between writing and reading."""
    real = Index.now
    monkeypatch.setattr(Index, "now", lambda index: (real(index) or 0) + 10**10)
    monkeypatch.setenv("BRIDGELOG_HOME", str(shell.home))
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(shell.home / "settings.toml"))
    monkeypatch.setenv("BRIDGELOG_NOW", shell.now)
    return shell


def test_every_key_that_scripts_rely_on_is_there(shell: Shell) -> None:
    found = shell.run(*COMMAND).json
    for where, keys in KEYS.items():
        assert keys <= (found[where] if where else found).keys()
    assert found["time_to_resolve"].keys() == found["time_to_detect"].keys()
    assert {"verdict", "p_value", "cliffs_delta", "ratio"} <= found["time_to_detect"]["against_previous"].keys()
    assert all({"category", "count", "cost"} <= one.keys() for one in found["categories"])
    assert all({"quarter", "total"} <= one.keys() for one in found["cost_by_quarter"])


def test_the_same_command_has_the_same_answer_until_a_file_changes(
    here: Shell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(list(COMMAND)) == 0
    first = capsys.readouterr().out
    with monkeypatch.context() as patched:
        patched.setattr(command, "gathered", lambda *_: pytest.fail("it was answered before"))
        assert main(list(COMMAND)) == 0
        assert capsys.readouterr().out == first
    assert here.run(*COMMAND).json == json.loads(first)
    next(iter(here.home.glob("INC-202611*.json"))).unlink()
    assert main(list(COMMAND)) == 0
    assert json.loads(capsys.readouterr().out)["incidents"] == json.loads(first)["incidents"] - 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("BRIDGELOG_NOW", "2026-11-24T10:44:12+00:00"), ("TZ", "Asia/Tokyo"), ("LANG", "de_DE"), ("settings", "")],
)
def test_what_an_answer_hangs_on_makes_it_another_question(
    here: Shell, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert main(list(COMMAND)) == 0
    question = asked(COMMAND)
    assert question is not None
    assert answered(question) == capsys.readouterr().out
    if name == "settings":
        (here.home / "settings.toml").write_text("fiscal_year_starts = 2\n")
    else:
        monkeypatch.setenv(name, value)
    changed = asked(COMMAND)
    assert changed is not None
    assert answered(changed) is None


@pytest.mark.parametrize(
    "argv", [("review",), ("review", "--json", "-o", "x.json"), ("review", "--json", "--outp=x"), ("list", "--json")]
)
def test_only_json_on_standard_output_is_answered_again(argv: tuple[str, ...]) -> None:
    assert asked(argv) is None


def test_the_folder_that_the_command_line_names_is_the_one_that_is_asked(here: Shell, tmp_path: Path) -> None:
    for given in (("--workspace", str(tmp_path)), (f"--workspace={tmp_path}",), ("--work", str(tmp_path))):
        question = asked((*COMMAND, *given))
        assert question is not None
        assert question.folder == tmp_path


def test_no_answer_is_kept_of_a_review_with_broken_files(here: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    (here.home / "INC-20260101-0000.json").write_text("{")
    for _ in range(2):
        assert main(list(COMMAND)) == 0
        shown = capsys.readouterr()
        assert "INC-20260101-0000.json" in shown.err
        assert json.loads(shown.out)["unreadable"] == 1


def test_looking_for_an_answer_loads_nothing_of_the_program() -> None:
    code = "import sys, tui.main, tui.recall; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"pydantic", "babel", "tinydb", "argparse", "dataclasses", "sqlite3", "model.incident"}
    assert heavy & set(done.stdout.split()) == set()


@pytest.mark.parametrize(("month", "quarter"), [(2, "2027-Q4"), (4, "2027-Q3"), (1, "2026-Q4")])
def test_the_fiscal_year_is_a_setting(shell: Shell, tmp_path: Path, month: int, quarter: str) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(f"fiscal_year_starts = {month}\n")
    assert shell.run("review", "--json", BRIDGELOG_CONFIG=str(settings)).json["quarter"] == quarter


@pytest.mark.parametrize("output", ["-", "review.out"])
@pytest.mark.parametrize(("format", "begin"), [("markdown", "# Quarterly review 2026-Q4"), ("json", "{")])
def test_the_document_goes_where_it_is_sent(shell: Shell, tmp_path: Path, format: str, begin: str, output: str) -> None:
    target = output if output == "-" else str(tmp_path / output)
    ended = shell.run("review", "--quarter", "2026-Q4", "--format", format, "-o", target)
    assert ended.code == 0
    text = ended.out if output == "-" else (tmp_path / output).read_text("utf-8")
    assert text.startswith(begin)


def test_broken_files_are_named_and_left_out(shell: Shell) -> None:
    whole = shell.run(*COMMAND).json
    (shell.home / "INC-20261101-0000.json").write_text('{"incident": {"1":')
    ended = shell.run(*COMMAND)
    assert (ended.code, ended.err.count("\n")) == (0, 1)
    assert "INC-20261101-0000.json" in ended.err
    assert ended.json == {**whole, "unreadable": 1}
    assert "1 file could not be read and is left out" in shell.run("review", "--quarter", "2026-Q4").out


def test_an_empty_workspace_or_quarter_is_1_and_a_wrong_quarter_2(shell: Shell, tmp_path: Path) -> None:
    empty = shell.run("review", "--json", "--workspace", str(tmp_path / "nothing"))
    assert (empty.code, empty.json["incidents"]) == (1, 0)
    assert not (tmp_path / "nothing").exists()
    assert shell.run("review", "--quarter", "2020-Q1", "--json").json["time_to_detect"]["n"] == 0
    for wrong in ("2026-Q5", "Q3", "0000-Q1", "x"):
        ended = shell.run("review", "--quarter", wrong, "--json")
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)


def test_similar_says_for_scripts_what_fixed_the_likes_of_it(shell: Shell) -> None:
    found = shell.run("similar", "K7QF", "--json").json
    assert 0 < len(found) <= 5
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert "INC-20261123-K7QF" not in {one["id"] for one in found}
    assert any(action["overdue"] for one in found for action in one["unfinished_actions"])


def test_similar_names_broken_files_and_is_1_where_nothing_is_alike(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    only = shell.new("Checkout answers 5xx")
    (shell.home / "INC-20261101-0000.json").write_text("{")
    ended = shell.run("similar", only)
    assert (ended.code, ended.out) == (1, "")
    assert "INC-20261101-0000.json" in ended.err
    assert "no past incident" in ended.err
    assert shell.run("similar", "INC-2019").code == 1


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_long_reading_is_told_on_a_terminal_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(100))
    monkeypatch.setattr(telling_module, "monotonic", lambda: float(next(ticks)))
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    tell = telling("Reading the incidents")
    assert all(tell(done, 10_000) for done in (2_500, 5_000, 10_000))
    assert "Reading the incidents: 2,500 of 10,000 (ctrl+c ends it)" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_short_reading_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling_module, "monotonic", lambda: 1.0)
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    tell = telling("Reading the incidents")
    assert all(tell(done, 3) for done in range(4))
    assert screen.getvalue() == ""


def test_ctrl_c_ends_the_reading_with_130(here: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(command, "gathered", interrupted)
        assert main(list(COMMAND)) == 130
    assert here.run(*COMMAND).code == 0
