"""Writes up the demo's public incidents by typing through the real program in a terminal, and compares the durations.

Run it from the root of the tree: `python -m docs.show_it FOLDER`. The workspace and the exported documents are left in
that folder. Only keys are used: what is printed at the end is read back with `bridgelog show --json`.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pexpect

from data.demo import FACTOR_NAMES, demo_facts
from model.factors import FACTOR_LABELS
from model.timeline import Milestone

ESCAPE, ENTER, TAB, F4, F5 = "\x1b", "\r", "\t", "\x1bOS", "\x1b[15~"
ESCAPE_IS_ALONE = 0.25
"""Seconds after which a terminal program takes an escape for a key of its own."""
A_LOOK = 0.6
"""Seconds that anybody takes to see that the screen is another one."""
MILESTONES = [milestone.value for milestone in Milestone]


class Typist:
    """Types into the program, and waits until what was typed is on the disk."""

    def __init__(self, folder: Path, incident: str) -> None:
        self.path = folder / f"{incident}.json"
        self.strokes = 0
        environment = {**os.environ, "BRIDGELOG_HOME": str(folder), "TERM": "xterm-256color", "LANG": "en_US.UTF-8"}
        command = [sys.executable, "-m", "tui.main", "open", incident]
        self.terminal = pexpect.spawn(command[0], command[1:], env=environment, dimensions=(24, 80), timeout=30)
        self.terminal.expect("enter files it")

    def press(self, *keys: str) -> None:
        """Strike keys."""
        for key in keys:
            self.terminal.send(key)
            self.strokes += 1
            if key == ESCAPE:
                time.sleep(ESCAPE_IS_ALONE)
        self._drain()

    def go(self, *keys: str) -> None:
        """Strike keys that show another screen, and look at it before going on."""
        self.press(*keys)
        time.sleep(A_LOOK)
        self._drain()

    def type(self, text: str) -> None:
        """Type a text."""
        self.terminal.send(text)
        self.strokes += len(text)
        self._drain()

    def _drain(self) -> None:
        try:
            while True:
                self.terminal.read_nonblocking(65536, timeout=0.02)
        except pexpect.TIMEOUT:
            return

    def until(self, is_done: Callable[[dict[str, Any]], bool], what: str) -> None:
        """Wait until the file says so."""
        for _ in range(400):
            if is_done(json.loads(self.path.read_bytes())):
                return
            self._drain()
            time.sleep(0.02)
        raise SystemExit(f"never on the disk: {what}")

    def rows(self, table: str, count: int, what: str) -> None:
        """Wait until the table has that many records."""
        self.until(lambda tables: len(tables[table]) >= count, what)


def write_up(typist: Typist, facts: dict[str, Any], document: Path) -> None:
    """Type everything that the facts hold."""
    for number, entry in enumerate(facts["timeline"], 1):
        typist.type(f"{entry['at'][:16]}Z {entry['text']}")
        name = (entry["milestone"] or "").replace("_", "-")
        typist.press(*([F5, str(MILESTONES.index(name) + 1)] if name in MILESTONES else [ENTER]))
        typist.rows("timeline", number, entry["text"])
    typist.go(ESCAPE, "3")
    for number, why in enumerate(facts["whys"], 1):
        typist.press("a")
        typist.type(why)
        typist.press(ENTER)
        typist.rows("whys", number, why)
    scores = {FACTOR_NAMES[name]: score for name, score in facts["factors"].items()}
    heaviest = max(FACTOR_LABELS, key=scores.__getitem__)
    typist.go("o")
    typist.type(FACTOR_LABELS[heaviest])
    typist.go(ENTER, "4")
    for name in FACTOR_LABELS:
        typist.press(str(scores[name]), "j")
    typist.go(F4)
    for number, text in enumerate(facts["went_well"], 1):
        typist.press("a")
        typist.type(text)
        typist.press(ENTER)
        typist.rows("went_well", number, text)
    typist.go(F4)
    for number, action in enumerate(facts["actions"], 1):
        typist.press("a")
        typist.type(action["text"])
        typist.press(ENTER)
        typist.rows("actions", number, action["text"])
        typist.press("l", "l", ENTER)
        typist.type("on-call team")
        typist.press(ENTER, "l", "l", *[" "] * {"P1": 0, "P2": 1, "P0": 2}[action["priority"]], "h", "h", "h", "h")
    typist.go(F4)
    typist.press("y", "j", "y", "j", "y", "j", "N", "j", "w")
    typist.go("8")
    typist.press("e", *[TAB] * 4)
    for value in ("8", "", "95"):
        typist.type(value)
        typist.press(TAB)
    typist.go(ESCAPE, "x")
    typist.press("\x15")
    typist.type(str(document))
    typist.press(ENTER)
    for _ in range(400):
        if document.exists():
            break
        time.sleep(0.02)
    typist.press("\x11")
    typist.terminal.expect(pexpect.EOF)


def expected(facts: dict[str, Any]) -> dict[str, int | None]:
    """The durations as the facts give them, in minutes, by subtraction alone."""
    moments = {(entry["milestone"] or "").replace("_", "-"): entry["at"] for entry in facts["timeline"]}
    moments["start"] = facts["started_at"]

    def minutes(since: str, until: str) -> int | None:
        if since not in moments or until not in moments:
            return None
        gap = datetime.fromisoformat(moments[until]) - datetime.fromisoformat(moments[since])
        return round(gap.total_seconds() / 60) if gap.total_seconds() >= 0 else None

    return {
        "time_to_detect": minutes("start", "first-alert"),
        "time_to_acknowledge": minutes("first-alert", "team-notified"),
        "time_to_diagnose": minutes("first-alert", "root-cause-identified"),
        "time_to_mitigate": minutes("start", "fix-deployed"),
        "time_to_resolve": minutes("start", "resolved"),
    }


def run(folder: Path, *arguments: str) -> str:
    """What a command prints."""
    environment = {**os.environ, "BRIDGELOG_HOME": str(folder)}
    command = [sys.executable, "-m", "tui.main", *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def report(folder: Path) -> Iterator[str]:
    """A line a duration, for each incident."""
    for facts in demo_facts():
        zone, severity = facts["published_zone"]["iana"], facts["severity"][-1]
        arguments = ["--severity", severity, "--started", facts["started_at"], "--zone", zone, "--no-open"]
        incident = run(folder, "new", facts["title"], *arguments).strip()
        typist = Typist(folder, incident)
        began = time.monotonic()
        write_up(typist, facts, folder / f"{facts['id']}.md")
        took = time.monotonic() - began
        derived = json.loads(run(folder, "show", incident, "--json"))["derived"]
        yield f"{facts['id']}: {typist.strokes} keystrokes, {took:.0f} s of typing by the script"
        for name, minutes in expected(facts).items():
            seconds = derived[f"{name}_seconds"]
            got = None if seconds is None else seconds // 60
            yield f"  {name:<20} expected {minutes!s:>5}  derived {got!s:>5}  {'same' if got == minutes else 'DIFFERS'}"


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for line in report(target):
        print(line, flush=True)
