"""Writers that are killed: this program forks them, lets them write for a moment, and kills them with SIGKILL.

It reads one JSON line a round from standard input and answers `done` when every writer of the round is dead. A writer
says in its journal what it is about to make durable (`+`) and that it is (`=`); the journal survives it.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data import writer as writing
from data.clock import system_clock
from data.notebook import Notebook
from model.message import Message
from model.stamping import NewEntry

__all__ = ["FACTORS", "own"]

FACTORS = ("monitoring", "testing", "documentation", "process")
"""The factor that is each writer's own."""
LONG_TEXT = "the load balancer – 負荷分散 – answers 502 " * 60
MOST_ENTRIES = 12
"""How many entries a writer keeps before it prefers to delete some."""


def own(notebook: Notebook, writer: int) -> dict[str, Any]:
    """What nobody but that writer changes: its entries by id, and the score of its factor."""
    entries = {entry.id: entry.text for entry in notebook.incident.timeline.root if entry.author == f"w{writer}"}
    return {"entries": entries, "score": notebook.incident.factors.root[FACTORS[writer]].score}


class Writer:
    """Makes changes at random until it is killed."""

    def __init__(self, path: Path, writer: int, seed: int, journal: Path) -> None:
        self._writer = writer
        self._random = random.Random(seed)
        self._journal = os.open(journal, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        self._notebook = Notebook(path, system_clock, f"w{writer}")
        self._number = 0

    def run(self) -> None:
        """Change something, say so, make it durable, say so."""
        while True:
            for _ in range(self._random.choice((1, 1, 1, 3))):
                self._change()
                self._say("+")
            self._notebook.flush()
            self._say("=")

    def run_with_thread(self) -> None:
        """Stamp while the notebook's own thread writes, as the screen does."""
        saved = threading.Condition()

        def hear(_: object) -> None:
            with saved:
                saved.notify_all()

        self._notebook.listener = hear
        self._notebook.start()
        while True:
            texts = [self._text() for _ in range(self._random.choice((1, 2, 5)))]
            self._write({"+": texts})
            for text in texts:
                self._stamp(text)
            with saved:
                saved.wait_for(lambda: not self._notebook.unsaved, timeout=0.01)
            if not self._notebook.unsaved:
                self._write({"=": texts})

    def _change(self) -> None:
        entries = list(own(self._notebook, self._writer)["entries"])
        changes: list[Callable[[], object]] = [lambda: self._stamp(self._text())] * 4
        changes += [self._score, self._notebook.undo, self._notebook.undo, self._notebook.redo]
        if entries:
            record = self._random.choice(entries)
            changes += [lambda: self._correct(record), lambda: self._correct(record), lambda: self._delete(record)]
        if len(entries) > MOST_ENTRIES:
            changes = [lambda: self._delete(record)]
        self._random.choice(changes)()

    def _text(self) -> str:
        self._number += 1
        tail = LONG_TEXT if self._random.random() < 0.1 else ""
        return f"{os.getpid()}-{self._number} {tail}".strip()

    def _stamp(self, text: str) -> None:
        self._notebook.stamp(NewEntry(system_clock(), text, author=f"w{self._writer}"))

    def _correct(self, record: str) -> None:
        entry = self._notebook.incident.timeline.find(record)
        if entry:
            self._notebook.correct(entry, {"text": self._text()})

    def _delete(self, record: str) -> None:
        entry = self._notebook.incident.timeline.find(record)
        if entry:
            self._notebook.delete(entry)

    def _score(self) -> None:
        score = self._random.choice((None, 0, 1, 2, 3))
        self._notebook.put(Message("score"), "factors", FACTORS[self._writer], {"score": score})

    def _say(self, sign: str) -> None:
        self._write({sign: own(self._notebook, self._writer)})

    def _write(self, line: dict[str, Any]) -> None:
        os.write(self._journal, json.dumps(line).encode() + b"\n")


def child(order: dict[str, Any], writer: int) -> None:
    """What a forked writer does; it never returns."""
    code = 1
    try:
        writing.LOCK_PATIENCE = 5.0
        one = Writer(Path(order["path"]), writer, order["seed"] + writer, Path(order["journals"][writer]))
        (one.run_with_thread if order["thread"] else one.run)()
    except BaseException as error:
        with Path(order["journals"][writer]).open("ab") as journal:
            journal.write(json.dumps({"!": repr(error)}).encode() + b"\n")
    finally:
        os._exit(code)


def main() -> None:
    """One round for each line."""
    for line in sys.stdin:
        order = json.loads(line)
        children = []
        for writer in range(len(order["journals"])):
            pid = os.fork()
            if pid == 0:
                child(order, writer)
            children.append(pid)
        time.sleep(order["seconds"])
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        for pid in children:
            os.waitpid(pid, 0)
        print("done", flush=True)


if __name__ == "__main__":
    main()
