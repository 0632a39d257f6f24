"""Completion and manual name every command and option, and shells take the scripts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tui.commands import Shell
from tui.commands import COMMANDS
from tui.outline import outlines


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def completed(script: str, line: str, home: Path) -> list[str]:
    """What bash offers for the last word of the line."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    asked = f'COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _bridgelog; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{asked}"],
        env={"BRIDGELOG_HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_commands_options_values_and_ids(shell: Shell) -> None:
    id = shell.new()
    script = shell.run("completion", "bash").out
    assert completed(script, "bridgelog st", shell.home) == ["stamp"]
    assert completed(script, "bridgelog export --form", shell.home) == ["--format"]
    assert completed(script, "bridgelog export --format ma", shell.home) == ["markdown"]
    assert completed(script, "bridgelog show INC", shell.home) == [id]
    assert completed(script, "bridgelog stamp --incident I", shell.home) == [id]
    assert completed(script, "bridgelog add INC", shell.home) == [id]
    assert completed(script, f"bridgelog add {id} lu", shell.home) == ["lucky"]
    assert completed(script, "bridgelog repeats INC", shell.home) == [id]
    assert "--milestone" in completed(script, "bridgelog stamp -", shell.home)


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_the_other_shells_take_their_script(shell: Shell, name: str) -> None:
    script = shell.run("completion", name)
    assert script.code == 0
    for command in COMMANDS:
        assert command in script.out
    if shutil.which(name):
        checked = subprocess.run(
            [name, "-n"], input=script.out, capture_output=True, text=True, timeout=30, check=False
        )
        assert checked.returncode == 0, checked.stderr


def test_an_unknown_shell_is_wrong_usage(shell: Shell) -> None:
    assert shell.run("completion", "cmd").code == 2


def test_the_manual_names_everything(shell: Shell) -> None:
    text, page = shell.run("manual").out, shell.run("manual", "--man").out
    for one in outlines():
        assert f"bridgelog {one.name}" in text
        assert f".SS {one.name}" in page
        for argument in one.arguments:
            assert all(name in text for name in argument.names)
    for word in ("BRIDGELOG_HOME", "Exit codes"):
        assert word in text
    assert page.startswith(".TH BRIDGELOG 1\n")
    assert not any(line.startswith("'") for line in page.splitlines())
