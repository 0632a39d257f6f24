"""Programs that write are killed at random moments: what they said is saved is there, and nothing else is.

`BRIDGELOG_TORTURE` is the number of kills, `BRIDGELOG_SEED` repeats a run.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from data import writer as writing
from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from model.stamping import NewEntry
from tests.building import incident
from tests.faults.driver import FACTORS, own

KILLS = int(os.environ.get("BRIDGELOG_TORTURE", "30"))
SEED = int(os.environ.get("BRIDGELOG_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
LONGEST = 0.15
"""Seconds until a writer is killed, at most; opening alone takes some of it."""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is neither fork nor SIGKILL"),
    pytest.mark.timeout(120 + KILLS * 3),
]
Round = Callable[..., list[list[dict[str, Any]]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "INC-20261123-K7QF.json"
    IncidentFile(file).write(tables_of(incident()))
    return file


@pytest.fixture
def one_round(path: Path, tmp_path: Path) -> Iterator[Round]:
    """Lets writers write and kills them; returns the journal of each."""
    driver = str(Path(__file__).with_name("driver.py"))
    with subprocess.Popen([sys.executable, driver], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forker:
        assert forker.stdin
        assert forker.stdout
        told, heard = forker.stdin, forker.stdout

        def play(writers: int, *, seed: int, seconds: float, thread: bool = False) -> list[list[dict[str, Any]]]:
            journals = [tmp_path / f"journal-{writer}" for writer in range(writers)]
            for journal in journals:
                journal.unlink(missing_ok=True)
            order = {"path": str(path), "seed": seed, "seconds": seconds, "thread": thread}
            print(json.dumps({**order, "journals": [str(journal) for journal in journals]}), file=told, flush=True)
            assert heard.readline() == "done\n"
            return [lines(journal) for journal in journals]

        yield play
        told.close()


def lines(journal: Path) -> list[dict[str, Any]]:
    if not journal.exists():
        return []
    return [json.loads(line) for line in journal.read_bytes().split(b"\n")[:-1]]


def opened(path: Path) -> Notebook:
    """The incident, after a look at its file as other programs take it."""
    plain = json.loads(path.read_bytes())
    with TinyDB(path, access_mode="r") as database:
        assert database.tables() == plain.keys()
        for name, rows in plain.items():
            assert {str(row.doc_id): dict(row) for row in database.table(name).all()} == rows
    ids = [row["id"] for table in ("timeline", "history") for row in plain[table].values()]
    assert len(ids) == len(set(ids))
    return Notebook(path, system_clock, "afterwards")


def test_after_each_kill_there_is_what_was_saved_and_at_most_what_was_on_its_way(
    path: Path, one_round: Round, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    known = [own(opened(path), writer) for writer in range(len(FACTORS))]
    kills = saved = 0
    while kills < KILLS:
        writers = chance.choice((1, 1, 2, 3))
        journals = one_round(writers, seed=chance.randrange(10**9), seconds=chance.uniform(0.0, LONGEST))
        notebook = opened(path)
        for writer, journal in enumerate(journals):
            assert not [line["!"] for line in journal if "!" in line], f"seed {SEED}"
            possible = [known[writer]]
            for line in journal:
                possible = [line["="]] if "=" in line else [*possible, line["+"]]
            known[writer] = own(notebook, writer)
            assert known[writer] in possible, f"seed {SEED}"
            saved += sum("=" in line for line in journal)
        kills += writers
    assert saved
    goes_on(path)
    with capsys.disabled():
        print(f"\n{kills} kills, {saved} acknowledged writes, seed {SEED}")


def test_what_the_thread_of_a_screen_saved_survives_its_kill(
    path: Path, one_round: Round, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    kept: set[str] = set()
    kills = saved = 0
    while kills < max(KILLS // 4, 4):
        writers = chance.choice((1, 2))
        journals = one_round(writers, seed=chance.randrange(10**9), seconds=chance.uniform(0.0, LONGEST), thread=True)
        there = {entry.text for entry in opened(path).incident.timeline.root}
        said = [line for journal in journals for line in journal]
        assert not [line["!"] for line in said if "!" in line], f"seed {SEED}"
        acknowledged = {text for line in said for text in line.get("=", ())}
        assert kept | acknowledged <= there, f"seed {SEED}"
        assert there <= kept | {text for line in said for text in line.get("+", ())}, f"seed {SEED}"
        kept, saved, kills = there, saved + len(acknowledged), kills + writers
    goes_on(path)
    with capsys.disabled():
        print(f"\n{kills} kills of a writing thread, {saved} acknowledged entries, seed {SEED}")


def test_every_stamp_that_a_killed_shell_was_told_of_is_there(path: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    surroundings |= {"BRIDGELOG_HOME": str(path.parent), "BRIDGELOG_CONFIG": str(tmp_path / "none.toml")}
    script = 'n=0; while :; do n=$((n+1)); "$0" -m tui.main stamp "$1-$n" --incident K7QF && echo "$1-$n"; done'
    kept: set[str] = set()
    for turn in range(max(KILLS // 40, 2)):
        with subprocess.Popen(
            ["sh", "-c", script, sys.executable, str(turn)],
            env=surroundings, stdout=subprocess.PIPE, text=True, start_new_session=True,
        ) as shell:  # fmt: skip
            assert shell.stdout
            told = {shell.stdout.readline().strip()}
            time.sleep(chance.uniform(0.0, 1.0))
            os.killpg(shell.pid, signal.SIGKILL)
            told |= {line.strip() for line in shell.stdout.read().splitlines()}
        there = {entry.text for entry in opened(path).incident.timeline.root}
        assert kept | told <= there, f"seed {SEED}"
        assert len(there) <= len(kept | told) + 1, f"seed {SEED}"
        kept = there
    goes_on(path)


def goes_on(path: Path) -> None:
    """No lock that a killed program left hinders the next change."""
    patience = writing.LOCK_PATIENCE
    writing.LOCK_PATIENCE = 0.2
    try:
        notebook = opened(path)
        notebook.stamp(NewEntry(notebook.now, "and on"))
        notebook.flush()
    finally:
        writing.LOCK_PATIENCE = patience
    assert "and on" in {entry.text for entry in opened(path).incident.timeline.root}
