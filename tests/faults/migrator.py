"""Forks a program with a made-up newer schema for each line, kills it after so many seconds, and says so.

Run by `test_kill_migration.py`. A fresh interpreter for each kill would take longer than what is to be killed.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data import migrations
from data.clock import system_clock
from data.incident_file import Tables
from data.notebook import Notebook
from model.message import Message
from model.stamping import NewEntry

MARK = "since schema 2"


def step(tables: Tables) -> Tables:
    """The made-up step: every entry says where it came from."""
    timeline = {number: {**row, "source": MARK} for number, row in tables["timeline"].items()}
    return {**tables, "timeline": timeline}


def child(order: dict[str, Any]) -> None:
    """Open the file, change it, and note each change that is saved; it never returns."""
    try:
        migrations.MIGRATIONS = (step,)
        notebook = Notebook(Path(order["path"]), system_clock, "mina")
        journal = os.open(order["journal"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for number in range(1000):
            if order["in place"] or number:
                notebook.stamp(NewEntry(notebook.now, f"entry {number}"))
            else:
                notebook.put(Message("title"), "summary", "summary", {"title": "another"})
            notebook.flush()
            os.write(journal, f"{number}\n".encode())
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
