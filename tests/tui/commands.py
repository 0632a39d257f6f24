"""Running the commands, in this process or in one of their own, with a stopped clock and a workspace of their own."""

import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import tzlocal

from model import ids
from tui.main import main

__all__ = ["ROOT", "Ended", "Shell", "ended"]

ROOT = Path(__file__).parents[2]
NOT_OURS = ("BRIDGELOG_", "LC_", "LANG")


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
        """Run `bridgelog` with those arguments, as a run of its own that works in the checkout's folder."""
        with _surroundings(self.surroundings(**environment)):
            done = ended(*arguments, stdin=stdin.encode())
        assert "Traceback" not in done.err
        return done

    def process(self, *arguments: str, **environment: str) -> Ended:
        """The same in a process of its own, which costs half a second."""
        done = subprocess.run(
            [sys.executable, "-m", "tui.main", *arguments],
            cwd=ROOT,
            env=self.surroundings(**environment),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def surroundings(self, **more: str) -> dict[str, str]:
        """The environment that the commands find, also those that a test starts as processes."""
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)},
            "BRIDGELOG_HOME": str(self.home),
            "BRIDGELOG_CONFIG": str(self.home / "none.toml"),
            "BRIDGELOG_NOW": self.now,
            "TZ": "Europe/Berlin",
            "COLUMNS": "100",
            **more,
        }

    def new(self, title: str = "Checkout answers 5xx", *arguments: str) -> str:
        """A new incident; returns its id."""
        done = self.run("new", title, "--no-open", *arguments)
        assert done.code == 0, done.err
        return done.out.strip()

    def path(self, incident: str) -> Path:
        """The incident's file."""
        return self.home / f"{incident}.json"


def ended(*arguments: str, stdin: bytes = b"") -> Ended:
    """Run the command with those arguments, and that on its standard input."""
    out, err = io.BytesIO(), io.BytesIO()
    with _streams(stdin, out, err), patch.object(ids, "_run", 0):
        code = main(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
    return Ended(code, out.getvalue().decode(), err.getvalue().decode())


@contextmanager
def _surroundings(environment: Mapping[str, str]) -> Iterator[None]:
    folder = Path.cwd()
    with patch.dict(os.environ, environment, clear=True):
        tzlocal.reload_localzone()
        os.chdir(ROOT)
        try:
            yield
        finally:
            os.chdir(folder)
    tzlocal.reload_localzone()


@contextmanager
def _streams(content: bytes, out: io.BytesIO, err: io.BytesIO) -> Iterator[None]:
    before = sys.stdin, sys.stdout, sys.stderr
    kept: list[Any] = [
        io.TextIOWrapper(io.BytesIO(content), "utf-8"),
        io.TextIOWrapper(out, "utf-8", write_through=True),
        io.TextIOWrapper(err, "utf-8", write_through=True),
    ]
    sys.stdin, sys.stdout, sys.stderr = kept
    try:
        yield
    finally:
        gc.enable()  # a command that ends with its process does without
        sys.stdin, sys.stdout, sys.stderr = before
        for stream in kept:
            stream.detach()
