"""What a durable stamp and the opening of an incident cost, against the simplest things that could be done instead.

    python benchmarks/storage.py [--entries 10 100 1000 10000] [--rounds N] [--folder DIR]

All ways of saving take turns in one run on one disk. Every figure is a multiple of the median of one 200-byte line that
is appended and synced; opening is measured against `json.loads` of the same bytes. Take a folder on the disk that
counts: on a file system in memory a sync costs nothing, and the figures say nothing.
"""

import argparse
import json
import os
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tinydb import TinyDB

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from model.ids import new_record_id
from model.incident import Incident
from model.instant import stored
from model.stamping import NewEntry

START = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LINE = b"x" * 199 + b"\n"
STAMP, APPEND, SQLITE, TINYDB = "Notebook.stamp + flush", "append + sync", "SQLite, WAL, FULL", "stock TinyDB"
IN_PLACE = "IncidentFile.append"
SLOW_ROUNDS = {1_000: 40, 10_000: 8}
"""How often stock TinyDB gets a turn in a file of that many entries: it takes its time."""
Timings = dict[str, list[float]]


def incident(entries: int) -> Incident:
    """An incident with that many entries of usual length."""
    rows: list[Mapping[str, Any]] = [
        {
            "id": new_record_id(START + timedelta(seconds=number)),
            "at": stored(START + timedelta(seconds=number)),
            "recorded_at": stored(START + timedelta(seconds=number)),
            "zone": "Europe/Berlin",
            "text": f"entry {number}: error rate of checkout at {number % 100} %, canary still healthy",
            "source": "screen",
            "author": "mina",
        }
        for number in range(entries)
    ]
    summary = {"title": "Checkout is slow", "started_at": stored(START), "zone": "Europe/Berlin"}
    return Incident.of("INC-20261123-K7QF", stored(START), {"summary": [summary], "timeline": rows})


def appending(folder: Path, entries: int) -> Callable[[], None]:
    """One line appended to a file that has that many, and synced."""
    handle = os.open(folder / "lines", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    os.write(handle, LINE * entries)
    os.fsync(handle)
    sync = getattr(os, "fdatasync", os.fsync)

    def turn() -> None:
        os.write(handle, LINE)
        sync(handle)

    return turn


def stamping(path: Path) -> Callable[[], None]:
    """One entry in an open notebook, durable."""
    notebook = Notebook(path, system_clock, "mina")

    def turn() -> None:
        notebook.stamp(NewEntry(notebook.now, "error rate of checkout falls, canary still healthy", source="screen"))
        notebook.flush()

    return turn


def appending_records(path: Path) -> Callable[[], None]:
    """One record written durably in place, without the rules and the lock of a notebook around it."""
    file = IncidentFile(path)
    tables = file.read() or {}
    row = next(iter(tables["timeline"].values()))
    numbers = count(len(tables["timeline"]) + 1)

    def turn() -> None:
        if not file.append(str(next(numbers)), {**row, "id": new_record_id(system_clock())}, first=False):
            file.write(file.read() or {})  # the blanks are used up: they are laid down anew

    return turn


def inserting(folder: Path, rows: list[dict[str, Any]]) -> Callable[[], None]:
    """One row in a SQLite table with those rows, committed durably."""
    database = sqlite3.connect(folder / "sqlite.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE timeline (id TEXT PRIMARY KEY, document TEXT NOT NULL)")
    database.execute("BEGIN")
    database.executemany("INSERT INTO timeline VALUES (?, ?)", [(row["id"], json.dumps(row)) for row in rows])
    database.execute("COMMIT")
    document = json.dumps(rows[0])

    def turn() -> None:
        database.execute("INSERT INTO timeline VALUES (?, ?)", (new_record_id(system_clock()), document))

    return turn


def stock(folder: Path, rows: list[dict[str, Any]]) -> Callable[[], None]:
    """One document in a stock TinyDB with those documents."""
    table = TinyDB(folder / "stock.json").table("timeline")
    table.insert_multiple(rows)

    def turn() -> None:
        table.insert({**rows[0], "id": new_record_id(system_clock())})

    return turn


def timed(turn: Callable[[], object]) -> float:
    """Seconds that one turn takes."""
    started = perf_counter()
    turn()
    return perf_counter() - started


def measure(entries: int, rounds: int, folder: Path) -> tuple[Timings, Timings]:
    """Seconds of each durable write, and of each opening."""
    tables = tables_of(incident(entries))
    rows = list(tables["timeline"].values())
    path = folder / "INC-20261123-K7QF.json"
    IncidentFile(path).write(tables)
    opening: dict[str, Callable[[], object]] = {
        "json.loads": lambda: json.loads(path.read_bytes()),
        "Notebook(…)": lambda: Notebook(path, system_clock, "mina"),
    }
    opened = take_turns(opening, max(5, min(rounds // 4, 60_000 // entries)), {})
    saving = {
        APPEND: appending(folder, entries),
        STAMP: stamping(path),
        IN_PLACE: appending_records(_copy(path)),
        SQLITE: inserting(folder, rows),
        TINYDB: stock(folder, rows),
    }
    return take_turns(saving, rounds, {TINYDB: SLOW_ROUNDS.get(entries, rounds)}), opened


def _copy(path: Path) -> Path:
    """Another file with the same content."""
    other = path.with_name("INC-20261123-K7QG.json")
    other.write_bytes(path.read_bytes())
    return other


def take_turns(turns: Mapping[str, Callable[[], object]], rounds: int, fewer: Mapping[str, int]) -> Timings:
    """Seconds of every turn; in each round everybody has one, in another order."""
    order = random.Random(7)
    found: Timings = {name: [] for name in turns}
    for number in range(rounds + 3):
        for name in order.sample(sorted(turns), len(turns)):
            if number < fewer.get(name, rounds) + 3:
                found[name].append(timed(turns[name]))
    return {name: seconds[3:] for name, seconds in found.items()}


def late(seconds: list[float]) -> float:
    """The 99th percentile."""
    return sorted(seconds)[min(len(seconds) - 1, len(seconds) * 99 // 100)]


def show(entries: int, timings: Timings, base: str) -> None:
    """One line for each way, as multiples of the base's median."""
    unit = median(timings[base])
    for name, seconds in timings.items():
        typical, slow = median(seconds) / unit, late(seconds) / unit
        print(f"{entries:>7,}  {name:<24}{typical:>8.2f}{slow:>8.2f}{median(seconds) * 1000:>10.2f}{len(seconds):>8}")


def main() -> None:
    """Measure every length, and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[10, 100, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--folder", type=Path, help="where to write; the folder for temporary files if left out")
    options = parser.parse_args()
    print(f"{'entries':>7}  {'':<24}{'median':>8}{'p99':>8}{'ms':>10}{'rounds':>8}")
    for entries in options.entries:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            saved, opened = measure(entries, options.rounds, Path(name))
        show(entries, saved, APPEND)
        show(entries, opened, "json.loads")
        for name in (STAMP, IN_PLACE):
            print(f"{'':7}  {f'{name} ÷ SQLite':<32}{median(saved[name]) / median(saved[SQLITE]):>8.2f}")
        print()


if __name__ == "__main__":
    main()
