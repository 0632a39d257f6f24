"""The wheel: one package, everything in it that the program needs, and a command that works from there."""

import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("model", "data", "screens", "tui")
CARRIED = {".py", ".html", ".tcss", ".json", ".mo", ".js", ".typed"}
"""What of the sources the program needs when it is installed."""


def folders() -> set[str]:
    """Every folder with modules, as the package that it becomes."""
    found = {path.parent.relative_to(ROOT) for floor in FLOORS for path in (ROOT / floor).rglob("*.py")}
    return {f"bridgelog.{'.'.join(folder.parts)}" for folder in found}


def run(command: list[str], cwd: Path, environment: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=110, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_list_of_packages_names_every_folder() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(project["tool"]["setuptools"]["packages"]) == folders()


def test_every_package_that_is_needed_is_pinned_by_name_and_version_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    assert all(line.count("==") == 1 and " " not in line and "/" not in line for line in lines)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["dev"], "setuptools"]
    names = {item.partition(";")[0].strip().split(">")[0].split("=")[0].split("<")[0].lower() for item in wanted}
    assert names <= pinned


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what the wheel is made of."""
    tree, made = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("made")
    for name in (*FLOORS, "pyproject.toml", "README.md", "LICENSE"):
        (tree / name).symlink_to(ROOT / name)
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(made), str(tree)], tree)
    (found,) = made.glob("*.whl")
    return found


def test_the_wheel_holds_one_package_with_everything_the_program_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bridgelog"}
    needed = {
        f"bridgelog/{path.relative_to(ROOT).as_posix()}"
        for floor in FLOORS
        for path in (ROOT / floor).rglob("*")
        if path.suffix in CARRIED or path.name == "py.typed"
    }
    assert {name for name in names if name.startswith("bridgelog/")} == needed


def test_the_command_works_from_where_the_wheel_is_installed(wheel: Path, tmp_path: Path) -> None:
    site, home = tmp_path / "site", tmp_path / "home"
    zipfile.ZipFile(wheel).extractall(site)
    (entry,) = (line for line in _entry_points(site) if line.startswith("bridgelog"))
    assert entry.replace(" ", "") == "bridgelog=bridgelog.tui.main:main"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("BRIDGELOG_", "PYTHONPATH"))},
        "PYTHONPATH": str(site),
        "BRIDGELOG_HOME": str(home),
        "BRIDGELOG_CONFIG": str(home / "none.toml"),
        "TZ": "UTC",
    }

    def bridgelog(*arguments: str) -> str:
        start = "import sys; from bridgelog.tui.main import main; sys.exit(main())"
        return run([sys.executable, "-c", start, *arguments], tmp_path, environment)

    assert bridgelog("--version") == "bridgelog 0.1.0\n"
    incident = bridgelog("new", "Checkout is slow", "--no-open").strip()
    bridgelog("stamp", "rollback", "--milestone", "fix-deployed")
    assert incident in bridgelog("list")
    assert "rollback" in bridgelog("export", incident)
    assert "github-2018-10-21" in bridgelog("demo", "--list")
    where = run([sys.executable, "-c", "import bridgelog.tui.main as m; print(m.__file__)"], tmp_path, environment)
    assert where.startswith(str(site))


def _entry_points(site: Path) -> list[str]:
    (found,) = site.glob("bridgelog-*.dist-info/entry_points.txt")
    return found.read_text("utf-8").splitlines()
