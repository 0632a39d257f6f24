"""The pages held to the code: what README and docs name is there, and what is there is named."""

import ast
import itertools
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.make_pictures import PICTURES
from model.incident import SECTIONS
from screens.keys import KEYS
from tui.commands import COMMANDS, parser
from tui.main import _with_times
from tui.outline import outlines

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
HOUSE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
FLOORS = ("model", "data", "screens", "tui")
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
PLACEHOLDER = re.compile(r"<\w+>")
KEY_NAMES = {
    "?": "question_mark",
    ",": "comma",
    "/": "slash",
}


def prose(text: str) -> str:
    return FENCE.sub("", text)


def quoted(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`\n]+)`", prose(text))


# --- the architecture page -------------------------------------------------------------------------


def paths() -> Iterator[str]:
    figures = "\n".join(text for _kind, text in FENCE.findall(HOUSE))
    for name in {*quoted(HOUSE), *re.findall(r"\b(?:model|data|screens|tui)/[\w/.]*", figures)}:
        if re.match(r"(model|data|screens|tui|tests|docs|benchmarks)/", name):
            yield name


def test_every_path_that_the_page_names_exists() -> None:
    for name in paths():
        filled = [PLACEHOLDER.sub(word, name) for word in ("summary", "healthcare", "set")] if "<" in name else [name]
        assert any((ROOT / one).exists() for one in filled), name


def test_every_package_of_the_floors_is_named() -> None:
    packages = {
        path.parent.relative_to(ROOT).as_posix() + "/"
        for floor in FLOORS
        for path in (ROOT / floor).glob("*/__init__.py")
    }
    named = " ".join(paths())
    assert {package for package in packages if package not in named} == set()


def test_the_sections_stand_in_their_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", HOUSE, re.MULTILINE)
    assert rows == list(SECTIONS)


def test_what_each_section_is_made_of_is_said() -> None:
    said = dict(re.findall(r"^\| `(\w+)` \| ([\w ]+) \|", HOUSE, re.MULTILINE))
    kinds = {"Fields": "one record", "Records": "a list", "Keyed": "named records"}
    for word, kind in SECTIONS.items():
        assert said[word] == next(kinds[base.__name__] for base in kind.__mro__ if base.__name__ in kinds)


def defined() -> dict[str, set[str]]:
    """The names that are defined in the modules, each with what it has; a notebook is a `Notebook`."""
    known: dict[str, set[str]] = {}
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            for node in tree.body:
                if isinstance(node, ast.ClassDef):
                    known.setdefault(node.name, set()).update(names_in(node))
                elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    known.setdefault(node.name, set())
            known.setdefault(path.stem, set()).update(names_in(tree))
    known["notebook"] |= known["Notebook"]
    return known


def names_in(tree: ast.Module | ast.ClassDef) -> set[str]:
    found = {node.name for node in tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)}
    targets: list[ast.expr] = [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    targets += [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    return found | {target.id for target in targets if isinstance(target, ast.Name)}


def test_every_name_that_the_page_quotes_is_defined() -> None:
    known = defined()
    figures = " ".join(text for _kind, text in FENCE.findall(HOUSE))
    calls = re.findall(r"\b([a-z_]+)\.([a-z_]+)\(", figures) + [
        (match[1], match[2]) for name in quoted(HOUSE) if (match := re.fullmatch(r"(\w+)\.(\w+)(?:\(.*\))?", name))
    ]
    assert calls
    for owner, name in calls:
        if owner in known and name != "py":
            assert name in known[owner], f"{owner}.{name}"
    types = {name for name in quoted(HOUSE) if re.fullmatch(r"[A-Z][A-Za-z]+", name)}
    assert types - known.keys() == set()


def test_the_page_is_read_in_ten_minutes() -> None:
    assert len(HOUSE.split()) < 10 * 200


# --- links ---------------------------------------------------------------------------------------


def anchors(path: Path) -> set[str]:
    """What a heading is known by on the pages of a forge."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_link_within_the_tree_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _hash, anchor = target.partition("#")
        found = (page.parent / file).resolve() if file else page
        assert found.exists(), target
        if anchor:
            assert anchor in anchors(found), target


def test_every_picture_is_drawn_by_the_command() -> None:
    drawn = {path.stem for path in (ROOT / "docs" / "pictures").glob("*.svg")}
    assert drawn == set(PICTURES)


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for names in extras.values() for one in names)]
    names = {re.split(r"[\s<>=!~;\[]", one)[0].lower() for one in wanted} - {"bridgelog"}
    said = README.split("## Why each dependency")[1].split("\n## ")[0].lower()
    assert {name for name in names if not re.search(rf"\b{re.escape(name)}\b", said)} == set()


# --- commands ------------------------------------------------------------------------------------


def command_lines(page: Path) -> Iterator[list[str]]:
    """The words of each `bridgelog …` in a block of shell, up to where another command begins."""
    for kind, text in FENCE.findall(page.read_text("utf-8")):
        if kind not in ("sh", ""):
            continue
        for line in text.replace("\\\n", " ").splitlines():
            plain = re.sub(r"\$\((?!bridgelog)[^()]*\)", "X", line)
            for found in re.findall(r"(?:^|[\s(])bridgelog( .*|$)", re.sub(r"\s# .*", "", plain)):
                yield shell_words(found) + (["-"] if "xargs" in line else [])


def shell_words(text: str) -> list[str]:
    found = shlex.shlex(text, posix=True, punctuation_chars=True)
    found.whitespace_split = True
    words = list(itertools.takewhile(lambda word: not set(word) <= set("();<>|&"), found))
    return words[:-1] if words[-1:] == ["2"] else words


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_command_line_of_the_pages_is_understood(page: Path) -> None:
    for words in command_lines(page):
        assert parser(words).parse_args(_with_times(words)).run, words


def usages() -> dict[str, str]:
    """The commands of README's table, each with all that stands in its cell."""
    rows = re.findall(r"^\| `bridgelog ([^|]*(?:\\\|[^|]*)*) \|", README, re.MULTILINE)
    found = {}
    for row in rows:
        for part in row.split(" · "):
            text = part.replace("`", "").removeprefix("bridgelog ")
            found[text.split()[0]] = text
    return found


def test_the_table_of_commands_is_complete_and_names_only_what_there_is() -> None:
    known = usages()
    assert set(COMMANDS) - known.keys() == set()
    assert known.keys() - set(COMMANDS) == set()
    commands = {outline.name: outline for outline in outlines()}
    for name, usage in known.items():
        options = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))
        there = {option for argument in commands[name].arguments for option in argument.names}
        assert options - there == set(), name


# --- keys ----------------------------------------------------------------------------------------


def test_every_key_of_the_table_is_in_the_registry() -> None:
    table = README.split("## Keys")[1].split("##")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
    named = [key for cell in cells for key in re.findall(r"`([^`]+)`", cell)]
    named += re.findall(r"`([^`\s]+)`", table.split("\n\n")[-1])
    known = {key for action in KEYS.values() for key in action.keys.split(",")}
    assert len(named) > 40
    missing = [key for key in named if KEY_NAMES.get(key, key) not in known | {"tab", "enter", "space"}]
    assert missing == []
