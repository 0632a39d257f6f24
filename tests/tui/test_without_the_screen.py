"""The page on working without the screen: every command line in it works, and it leaves no command out."""

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tui.commands import ROOT, Shell
from tui.commands import COMMANDS

PAGE = (ROOT / "docs" / "without-the-screen.md").read_text("utf-8")
BLOCK = re.compile(r"^```sh lines\n(.*?)^```", re.DOTALL | re.MULTILINE)
KEPT = re.compile(r"(\w+)=\$\((.*)\)")
EXITS = re.compile(r"\s+# exits (\d)$")
BEGIN = datetime(2026, 11, 23, 10, 44, 12, tzinfo=UTC)
NEEDS_THE_SCREEN = {"open", "demo", "serve"}
ON_ANOTHER_PAGE = {"schema", "completion"}


def lines() -> Iterator[tuple[str, int]]:
    """Each command line, and the exit code that it is to have."""
    for block in BLOCK.findall(PAGE):
        for line in block.splitlines():
            code = EXITS.search(line)
            yield EXITS.sub("", line), int(code[1]) if code else 0


def test_every_line_of_the_page_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell, settings = Shell(tmp_path), tmp_path / "settings.toml"
    surroundings = shell.surroundings
    monkeypatch.setattr(shell, "surroundings", lambda **more: surroundings(BRIDGELOG_CONFIG=str(settings), **more))
    (tmp_path / "evidence.txt").write_text("2026-11-23 11:40 deploy v42 of checkout finished\n")
    files = {name: str(tmp_path / name) for name in re.findall(r"[\w-]+\.(?:md|html|json|txt|csv)\b", PAGE)}
    known: dict[str, str] = {}
    for number, (line, code) in enumerate(lines()):
        shell.now = (BEGIN + timedelta(seconds=number)).isoformat()
        kept = KEPT.fullmatch(line)
        words = shlex.split(kept[2] if kept else line)
        words = [re.sub(r"\$(\w+)", lambda found: known[found[1]], word) for word in words]
        assert words[0] == "bridgelog"
        done = shell.run(*(files.get(word, word) for word in words[1:]))
        assert done.code == code, f"{line}: {done.err}"
        if kept:
            known[kept[1]] = done.out.strip()
    assert number > 50
    assert (tmp_path / "public.html").exists()


def test_the_page_leaves_no_command_out() -> None:
    said = set(re.findall(r"bridgelog ([a-z]+)", PAGE))
    assert set(COMMANDS) - said - NEEDS_THE_SCREEN - ON_ANOTHER_PAGE == set()
