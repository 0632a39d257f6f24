"""A program is killed while it brings a file to a newer schema: there is the old file, or the new one and a copy."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.migrations import migrated, schema_of
from data.snapshots import snapshots_of
from data.tables import incident_of, tables_of
from data.trouble import Trouble
from data.workspace import Workspace
from tests.building import entry, incident
from tests.faults.migrator import MARK, step

KILLS = int(os.environ.get("BRIDGELOG_TORTURE", "30"))
SEED = int(os.environ.get("BRIDGELOG_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
LONGEST = 0.02
"""Seconds until a program is killed, at most: the migration falls into the first of them."""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is neither fork nor SIGKILL"),
    pytest.mark.timeout(120 + KILLS),
]


def test_a_kill_leaves_the_old_file_or_the_new_one_beside_a_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    ended: dict[str, int] = {}
    driver = str(Path(__file__).with_name("migrator.py"))
    with subprocess.Popen([sys.executable, driver], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forker:
        assert forker.stdin
        assert forker.stdout
        for turn in range(KILLS):
            path = tmp_path / str(turn) / "INC-20261123-K7QF.json"
            entries = [entry(number, "12:01", "x" * 200) for number in range(chance.choice((1, 100)))]
            IncidentFile(path).write(tables_of(incident(entries=entries)))
            before, journal = path.read_bytes(), tmp_path / f"journal-{turn}"
            order = {"path": str(path), "journal": str(journal), "seconds": chance.uniform(0, LONGEST)}
            print(json.dumps({**order, "in place": chance.random() < 0.5}), file=forker.stdin, flush=True)
            assert forker.stdout.readline() == "done\n"
            state = after_kill(path, before, journal)
            ended[state] = ended.get(state, 0) + 1
        forker.stdin.close()
    assert sum(ended.values()) == KILLS
    with capsys.disabled():
        print(f"\n{KILLS} kills around a migration: {ended}, seed {SEED}")


def after_kill(path: Path, before: bytes, journal: Path) -> str:
    """What the kill left, after a look at all of it."""
    saved = journal.read_text().split() if journal.exists() else []
    kept = snapshots_of(path.parent)
    assert all(copy.read_bytes() == before for copy in kept)
    assert len(Workspace(path.parent, system_clock, "mina").files()) == 1
    plain = json.loads(path.read_bytes())
    with TinyDB(path, access_mode="r") as database:
        assert database.tables() == plain.keys()
    if schema_of(plain) == 1:
        assert path.read_bytes() == before
        assert not saved, f"seed {SEED}"
        incident_of(migrated(plain, path, (step,)), path)
        return "copied" if kept else "old"
    assert len(kept) == 1, f"seed {SEED}"
    tables = migrated(plain, path, (step,))
    assert incident_of(tables, path)
    old = json.loads(before)["timeline"]
    assert all(tables["timeline"][number] == {**row, "source": MARK} for number, row in old.items())
    done = {row.get("text") for row in tables["timeline"].values()} | {"entry 0"}
    assert {f"entry {number}" for number in saved} <= done, f"seed {SEED}"
    with pytest.raises(Trouble, match="newer Bridgelog"):
        migrated(plain, path)
    return "new"
