"""Real programs on real terminals: each shows the others' changes, and what ends them loses nothing."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from tests.building import entry, incident
from tui import leaving

if sys.platform == "win32":
    pytest.skip("there are no such terminals", allow_module_level=True)

import pexpect

NAME = "INC-20261123-K7QF.json"
ROOT = Path(__file__).parents[2]
PATIENCE = 60
CONTROL = r"\x1b\[[0-9;?]*[A-Za-z]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "workspace" / NAME
    IncidentFile(file).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    return file


class Screen:
    """The program on a terminal, open on the incident."""

    def __init__(self, path: Path, home: Path, *, loaded: bool = True) -> None:
        home.mkdir(exist_ok=True)
        environment = {
            **os.environ,
            "BRIDGELOG_HOME": str(path.parent),
            "BRIDGELOG_CONFIG": str(home / "settings.toml"),
            "HOME": str(home),
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
        command = ["-m", "tui.main", "open", path.stem]
        self.child = pexpect.spawn(
            sys.executable, command, env=environment, cwd=str(ROOT), dimensions=(24, 80), timeout=PATIENCE
        )
        self.child.expect("pager")
        if loaded:
            self.child.expect("Resolve")

    def type(self, text: str) -> None:
        """Strike those keys."""
        self.child.send(text)

    def shows(self, text: str) -> bool:
        """Whether that text is painted, soon: in one piece or, where it lies over the edges of others, in several."""
        pieces = rf"(?:{CONTROL})*".join(re.escape(letter) for letter in text)
        return bool(self.child.expect([pieces, pexpect.TIMEOUT, pexpect.EOF]) == 0)

    def hang_up(self) -> None:
        """Close the terminal under the program, and wait until that has ended."""
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = self.child.closed = True
        self.child.ptyproc.wait()

    def ended(self) -> tuple[int | None, str]:
        """The exit code, and what was painted or printed until then."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, (self.child.before or b"").decode(errors="replace")


@pytest.fixture
def opened(path: Path, tmp_path: Path) -> Iterator[Callable[[], Screen]]:
    """Opens screens, and ends them at last."""
    with ExitStack() as stack:

        def one_more() -> Screen:
            screen = Screen(path, tmp_path / "home")
            stack.callback(screen.child.close, force=True)
            return screen

        yield one_more


def bridgelog(path: Path, *arguments: str) -> None:
    environment = {**os.environ, "BRIDGELOG_HOME": str(path.parent), "BRIDGELOG_CONFIG": str(path.parent / "none")}
    subprocess.run([sys.executable, "-m", "tui.main", *arguments], cwd=ROOT, env=environment, check=True)


def test_two_screens_and_a_shell_show_each_others_changes(path: Path, opened: Callable[[], Screen]) -> None:
    one, other = opened(), opened()
    one.type("rolled back 4711\r")
    assert other.shows("rolled back 4711")
    other.type("queue drained\r")
    assert one.shows("queue drained")
    bridgelog(path, "stamp", "from a shell")
    assert one.shows("from a shell")
    assert other.shows("from a shell")
    bridgelog(path, "set", path.stem, "summary.severity=SEV-1")
    assert one.shows("SEV-1")
    assert other.shows("SEV-1")


def test_a_screen_shows_what_a_file_says_that_took_the_others_place(
    path: Path, tmp_path: Path, opened: Callable[[], Screen]
) -> None:
    screen = opened()
    copy = Path(shutil.copy(path, tmp_path / NAME))
    tables = json.loads(copy.read_bytes())
    tables["timeline"]["1"]["text"] = "pager, says the other laptop"
    copy.write_text(json.dumps(tables))
    copy.replace(path)
    assert screen.shows("says the other laptop")
    path.write_text(json.dumps(tables).replace("the other laptop", "an editor"))
    assert screen.shows("an editor")
    screen.type("and on\r")
    assert screen.shows("and on")
    bridgelog(path, "stamp", "all is well")
    assert screen.shows("all is well")
    texts = {item.text for item in Notebook(path, system_clock, "x").incident.timeline.root}
    assert texts == {"pager, says an editor", "and on", "all is well"}


def test_a_signal_before_the_program_is_loaded_lets_it_file_what_was_entered(path: Path, tmp_path: Path) -> None:
    screen = Screen(path, tmp_path / "home", loaded=False)
    try:
        screen.type("rolled back\r")
        assert screen.shows("rolled back")
        screen.child.kill(signal.SIGTERM)
        assert screen.ended()[0] == 128 + signal.SIGTERM
        assert "rolled back" in path.read_text()
    finally:
        screen.child.close(force=True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_lets_the_program_save_before_it_ends(
    path: Path, opened: Callable[[], Screen], number: signal.Signals
) -> None:
    screen = opened()
    screen.type("rolled back\r")
    assert screen.shows("rolled back")
    screen.type("next")  # what is painted of it says that the enter before was heard
    assert screen.shows("next")
    screen.child.kill(number)
    code, _ = screen.ended()
    assert code == 128 + number
    assert "rolled back" in path.read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_where_the_disk_refuses_a_signal_leaves_a_copy_and_says_where(
    path: Path, tmp_path: Path, opened: Callable[[], Screen], number: signal.Signals
) -> None:
    screen = opened()
    path.write_text("{ somebody else was here")
    screen.type("rolled back\r")
    assert screen.shows("1 NOT SAVED")
    screen.child.kill(number)
    code, said = screen.ended()
    assert code == 128 + number
    (copy,) = (tmp_path / "home").glob("INC-20261123-K7QF-rescued-*.json")
    assert copy.name in "".join(said.split())
    assert "Traceback" not in said
    texts = {item.text for item in Notebook(copy, system_clock, "x").incident.timeline.root}
    assert texts == {"pager", "rolled back"}
    assert path.read_text() == "{ somebody else was here"


def test_a_terminal_that_is_closed_loses_nothing(path: Path, tmp_path: Path, opened: Callable[[], Screen]) -> None:
    screen = opened()
    path.write_text("{ somebody else was here")
    screen.type("rolled back\r")
    assert screen.shows("1 NOT SAVED")
    screen.hang_up()
    (copy,) = (tmp_path / "home").glob("INC-20261123-K7QF-rescued-*.json")
    assert "rolled back" in copy.read_text()


def test_undo_goes_on_after_a_restart_of_the_program(path: Path, opened: Callable[[], Screen]) -> None:
    first = opened()
    first.type("rolled back\r")
    assert first.shows("rolled back")
    first.type("\x11")
    assert first.ended()[0] == 0
    second = opened()
    second.type("\x1a")
    assert second.shows("Undone: stamp")
    second.type("\x11")
    assert second.ended()[0] == 0
    assert [item.text for item in Notebook(path, system_clock, "x").incident.timeline.root] == ["pager"]


def test_a_program_whose_terminal_is_gone_without_a_word_tells_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing to it would wait for ever, and reading from it would keep a processor busy."""
    master, slave = os.openpty()
    told: list[tuple[int, int]] = []
    with os.fdopen(slave) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        monkeypatch.setattr(leaving, "HUNG_UP", 0.0)
        monkeypatch.setattr(os, "kill", lambda process, number: told.append((process, number)))
        os.close(master)
        leaving._watch_terminal()
    assert told == [(os.getpid(), signal.SIGHUP)]
