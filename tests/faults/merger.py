"""Forks a program that unites two files for each line, kills it after so many seconds, and says so.

Run by `test_kill_merge.py`. A fresh interpreter for each kill would take longer than what is to be killed.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data.clock import system_clock
from data.merging import unite


def child(order: dict[str, Any]) -> None:
    """Unite the two, and note that it is done; it never returns."""
    try:
        mine, theirs = Path(order["mine"]), Path(order["theirs"])
        unite(mine, theirs, mine, system_clock())
        Path(order["journal"]).write_text("done", "utf-8")
        time.sleep(10)
    finally:
        os._exit(1)


def main() -> None:
    """One kill for each line."""
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            child(order)
        time.sleep(order["seconds"])
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        print("done", flush=True)


if __name__ == "__main__":
    main()
