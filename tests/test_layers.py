"""The house: imports run downwards only, and nothing heavy is known where it does not belong."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("model", "data", "screens", "tui")
"""From the ground up."""
SOURCES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
LONGEST = {"screens": 300, "tui/app.py": 250}
"""Lines at most, where it is less than for any file."""


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in SOURCES}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(name: str) -> list[str]:
    """Every module that the module imports, also inside functions; those for the type checker alone are left out."""
    return sorted(set(imports_in(MODULES[name])))


def imports_in(path: Path) -> Iterator[str]:
    pending: list[ast.AST] = [tree(path)]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are never relative"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield inner if inner in MODULES else module
        pending.extend(ast.iter_child_nodes(node))


def all_imports() -> dict[str, list[str]]:
    return {name: imports(name) for name in MODULES}


def floor_of(name: str) -> int | None:
    first = name.partition(".")[0]
    return FLOORS.index(first) if first in FLOORS else None


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_downwards_only(name: str) -> None:
    floor = floor_of(name)
    assert floor is not None
    upwards = [other for other in imports(name) if (found := floor_of(other)) is not None and found > floor]
    assert upwards == []


def test_no_module_imports_itself_by_a_detour() -> None:
    ours = {name: [other for other in found if other in MODULES] for name, found in all_imports().items()}
    done: set[str] = set()

    def follow(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join([*trail[trail.index(name) :], name])
        if name not in done:
            for other in ours[name]:
                follow(other, (*trail, name))
            done.add(name)

    for name in ours:
        follow(name, ())


@pytest.mark.parametrize(
    ("library", "lowest", "highest"),
    [
        ("textual", "screens", "tui"),
        ("tinydb", "data", "data"),
        ("filelock", "data", "data"),
        ("babel", "data", "data"),
        ("holidays", "data", "data"),
        ("gettext", "data", "data"),
        ("tomllib", "data", "data"),
        ("argparse", "tui", "tui"),
    ],
)
def test_a_library_is_known_only_where_it_belongs(library: str, lowest: str, highest: str) -> None:
    allowed = range(FLOORS.index(lowest), FLOORS.index(highest) + 1)
    knowing = {name for name, found in all_imports().items() if any(other.split(".")[0] == library for other in found)}
    assert {name for name in knowing if floor_of(name) not in allowed} == set()


def test_the_model_never_reads_files_or_the_clock() -> None:
    forbidden = {"os", "pathlib", "io", "time", "tempfile", "shutil", "socket", "subprocess", "sys"}
    assert {name for name in MODULES if name.startswith("model") and forbidden & set(imports(name))} == set()
    for name, path in MODULES.items():
        calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        said = {ast.unparse(call.func) for call in calls}
        if name.startswith("model"):
            assert not said & {"datetime.now", "datetime.utcnow", "date.today", "datetime.today", "open", "print"}, name


def test_the_commands_know_no_format_and_no_table() -> None:
    assert {
        name for name, found in all_imports().items() if name.startswith("tui.commands") and "tinydb" in found
    } == set()


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_a_file_stays_small(path: Path) -> None:
    where = path.relative_to(ROOT).as_posix()
    longest = next((lines for start, lines in LONGEST.items() if where.startswith(start)), 400)
    assert len(path.read_text("utf-8").splitlines()) <= longest


def test_half_of_the_files_have_at_most_a_hundred_lines() -> None:
    lengths = sorted(len(path.read_text("utf-8").splitlines()) for path in SOURCES)
    assert lengths[len(lengths) // 2] <= 100


def test_every_module_says_what_it_is_for() -> None:
    silent = [name for name, path in MODULES.items() if not ast.get_docstring(tree(path))]
    assert silent == []


def test_nothing_is_called_utils() -> None:
    assert [name for name in MODULES if set(name.split(".")) & {"utils", "util", "helpers", "misc", "common"}] == []
