"""`bridgelog serve` as a process of its own, for as long as a test needs it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from tests.tui.commands import ROOT, Shell

__all__ = ["Served", "served"]


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    told: str
    """What it said when it began."""

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.told.partition("http://127.0.0.1:")[2].split()[0])

    @property
    def address(self) -> str:
        """What a user opens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def members(self) -> bool:
        """Whether it, or one of the programs that it started, still runs."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True


@contextmanager
def served(shell: Shell, *arguments: str, **environment: str) -> Iterator[Served]:
    """Serve on a free port; ended as ctrl+c ends it, and nothing of it remains."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.main", "serve", "--port", "0", *arguments],
        cwd=ROOT,
        env=shell.surroundings(**environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        yield Served(process, process.stdout.readline())
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=60)
            assert (process.returncode, rest) == (0, "")
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
