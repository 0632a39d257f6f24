"""Running the commands as processes, with a stopped clock and a workspace of their own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


class Shell:
    """A shell over a workspace."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "workspace"
        self.now = "2026-11-23T10:44:12+00:00"

    def run(self, *arguments: str, stdin: str = "", **environment: str) -> Ended:
        """Run `bridgelog` with those arguments."""
        surroundings = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("BRIDGELOG_", "LC_", "LANG"))},
            "BRIDGELOG_HOME": str(self.home),
            "BRIDGELOG_CONFIG": str(self.home / "none.toml"),
            "BRIDGELOG_NOW": self.now,
            "TZ": "Europe/Berlin",
            "COLUMNS": "100",
            **environment,
        }
        done = subprocess.run(
            [sys.executable, "-m", "tui.main", *arguments],
            cwd=ROOT,
            env=surroundings,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    def new(self, title: str = "Checkout answers 5xx", *arguments: str) -> str:
        """A new incident; returns its id."""
        ended = self.run("new", title, "--no-open", *arguments)
        assert ended.code == 0, ended.err
        return ended.out.strip()

    def path(self, incident: str) -> Path:
        """The incident's file."""
        return self.home / f"{incident}.json"
