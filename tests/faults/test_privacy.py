"""What the program writes is its user's alone, whatever the umask; and it never opens a socket."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.commands import ROOT, Shell

WATCH = '''
"""Ends the process when anything of a network is touched; says so on a file that the test looks at."""
import os, sys
SEEN = os.environ["SEEN"]
ALLOWED = {"socket.gethostname"}
def watch(event, arguments):
    if not event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")) or event in ALLOWED:
        return
    if event == "socket.__new__" and arguments[1] == 1:  # a pair within the process, by which the event loop is woken
        return
    with open(SEEN, "a") as file:
        file.write(f"{event} {arguments!r}\\n")
    raise SystemExit(99)
sys.addaudithook(watch)
'''
DRIVE = """
import asyncio, sys
from pathlib import Path
from data.settings import settings_path
from data.settings_reading import load_settings
from data.workspace import Workspace, workspace_path
from data.clock import system_clock
from tui.app import BridgelogApp
from tui.start import Start

async def main() -> None:
    workspace = Workspace(workspace_path(None), system_clock, "mina")
    settings = load_settings(settings_path())
    start = Start(workspace, settings, settings.rules(), workspace.files()[0])
    app = BridgelogApp(lambda: start)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"hello", "enter", "escape")
        for key in "12345678":
            await pilot.press(key)
        await pilot.press("x", "ctrl+r", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("c", "escape", "f1", "escape", "0")
        await pilot.press("ctrl+q")

asyncio.run(main())
"""
COMMANDS = (
    ("stamp", "5xx above 5 %", "--milestone", "first-alert"),
    ("set", "INC", "summary.service=checkout", "factors.testing=2"),
    ("add", "INC", "why", "the pool was empty"),
    ("list",),
    ("show", "INC"),
    ("check",),
    ("due",),
    ("log", "INC"),
    ("schema",),
    ("export", "INC", "-o", "document.md"),
    ("export", "INC", "--redact", "--format", "json", "-o", "document.json"),
    ("lint", "document.md"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sitecustomize.py").write_text(WATCH, "utf-8")
    return tmp_path


class Watched(Shell):
    """A shell whose programs are watched for sockets, and see a umask that hides nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "deep" / "er")
        self.folder = folder
        self.seen = folder / "seen"

    def surroundings(self, **more: str) -> dict[str, str]:
        """What makes a Python of this environment tell of sockets, too."""
        path = os.pathsep.join([str(self.folder), str(ROOT)])
        return super().surroundings(PYTHONPATH=path, SEEN=str(self.seen), **more)

    def do(self, *arguments: str) -> int:
        """Run a command; its exit code."""
        return self.process(*arguments).code


@pytest.fixture
def open_umask() -> object:
    before = os.umask(0)
    yield
    os.umask(before)


def cut_off() -> list[str]:
    """What runs a command without any network, where this machine lets one do that."""
    command = ["unshare", "--map-root-user", "--net"]
    try:
        done = subprocess.run([*command, "true"], capture_output=True, check=False, timeout=20)
    except OSError:
        return []
    return command if done.returncode == 0 else []


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mode & 0o777 for path in sorted(folder.rglob("*"))}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.usefixtures("open_umask")
def test_everything_that_is_written_is_private_and_no_socket_is_touched(folder: Path) -> None:
    shell = Watched(folder)
    assert shell.do("new", "Checkout answers 5xx", "--no-open") == 0
    for command in COMMANDS:
        place = tuple(str(folder / "deep" / part) if part.startswith("document") else part for part in command)
        assert shell.do(*place) in (0, 1), command
    driver = folder / "driver.py"
    driver.write_text(DRIVE, "utf-8")
    config = str(folder / "deep" / "none.toml")
    environment = shell.surroundings(BRIDGELOG_CONFIG=config, TERM="xterm-256color")
    ended = subprocess.run(
        [*cut_off(), sys.executable, str(driver)],
        cwd=folder / "deep",
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert not shell.seen.exists(), shell.seen.read_text()
    found = modes(folder / "deep")
    assert len([name for name in found if "INC-" in name]) >= 2
    for name, mode in {"": (folder / "deep").stat().st_mode & 0o777, **found}.items():
        assert mode == (0o700 if (folder / "deep" / name).is_dir() else 0o600), name


def test_the_watch_sees_a_socket(folder: Path) -> None:
    shell = Watched(folder)
    code = "import socket; socket.getaddrinfo('localhost', 80)"
    ended = subprocess.run([sys.executable, "-c", code], env=shell.surroundings(), capture_output=True, check=False)
    assert ended.returncode == 99
    assert "socket.getaddrinfo" in shell.seen.read_text()


def test_a_document_that_is_replaced_keeps_the_rights_that_it_had(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    incident = shell.new()
    document = tmp_path / "document.md"
    document.write_text("old", "utf-8")
    document.chmod(0o644)
    assert shell.run("export", incident, "-o", str(document)).code == 0
    assert document.stat().st_mode & 0o777 == 0o644
