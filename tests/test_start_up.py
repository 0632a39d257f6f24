"""What starting a command loads: as little as the command needs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHOW_LOADED = """
import json, sys
from tui.main import main
code = main(sys.argv[1:])
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})), file=sys.stderr)
sys.exit(code)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The packages that are loaded when the command is done."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("BRIDGELOG_", "LC_"))}
    done = subprocess.run(
        [sys.executable, "-c", SHOW_LOADED, *arguments],
        cwd=ROOT,
        env={
            **environment,
            "BRIDGELOG_HOME": str(folder),
            "BRIDGELOG_CONFIG": str(folder / "none.toml"),
            "BRIDGELOG_NOW": "2026-11-23T12:00:00Z",
            "TZ": "UTC",
        },
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one live incident."""
    folder = tmp_path_factory.mktemp("workspace")
    assert "model" in loaded(folder, "new", "Checkout is slow", "--no-open")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("show", "INC"),
        ("stamp", "rollback"),
        ("check",),
        ("due",),
        ("export", "INC"),
        ("new", "Login is slow", "--no-open", "--workspace", "other"),
        ("set", "INC", "cost.brand=1"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_command_without_a_screen_loads_textual(workspace: Path, arguments: tuple[str, ...], tmp_path: Path) -> None:
    given = [str(tmp_path) if argument == "other" else argument for argument in arguments]
    assert loaded(workspace, *given) & {"textual", "markdown_it", "asyncio", "holidays"} == set()


def test_a_stamp_loads_neither_babel_nor_rich(workspace: Path) -> None:
    assert loaded(workspace, "stamp", "rollback") & {"babel", "rich", "difflib"} == set()


def test_asking_for_help_reads_no_incident(workspace: Path) -> None:
    assert loaded(workspace, "--help") & {"textual", "babel", "rich"} == set()


def test_the_first_frame_loads_neither_the_model_nor_what_reads_files() -> None:
    shown = "import sys, tui.early, tui.app, screens.opening; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    names = set(done.stdout.split())
    assert "textual.app" in names
    assert names & {"pydantic", "babel", "tinydb", "model.incident", "data.notebook", "data.settings"} == set()


def test_a_plain_stamp_loads_neither_the_types_of_the_model_nor_the_command_line(workspace: Path) -> None:
    assert {"pydantic", "argparse", "textual", "babel"}.isdisjoint(loaded(workspace, "stamp", "deploy 4712 out"))
