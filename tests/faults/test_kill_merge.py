"""A program is killed while it unites two files: there is the old file, or the united one and a copy of the old."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from data.incident_file import IncidentFile
from data.migrations import migrated
from data.snapshots import snapshots_of
from data.tables import incident_of, tables_of
from tests.building import entry, incident

KILLS = int(os.environ.get("BRIDGELOG_TORTURE", "30"))
SEED = int(os.environ.get("BRIDGELOG_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
LONGEST = 0.03
"""Seconds until a program is killed, at most: the merge falls into them."""

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is neither fork nor SIGKILL"),
    pytest.mark.timeout(120 + KILLS),
]


def texts(path: Path) -> set[str]:
    """What its entries say, after a look at the file as other programs take it."""
    plain = json.loads(path.read_bytes())
    with TinyDB(path, access_mode="r") as database:
        assert database.tables() == plain.keys()
    return {entry.text for entry in incident_of(migrated(plain, path), path).timeline.root}


def test_a_kill_leaves_the_old_file_or_the_united_one_beside_a_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    ended = {"old": 0, "copied": 0, "united": 0}
    driver = str(Path(__file__).with_name("merger.py"))
    with subprocess.Popen([sys.executable, driver], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as forker:
        assert forker.stdin
        assert forker.stdout
        for turn in range(KILLS):
            mine = tmp_path / str(turn) / "INC-20261123-K7QF.json"
            theirs = tmp_path / f"theirs-{turn}" / mine.name
            many = chance.choice((2, 60))
            IncidentFile(mine).write(tables_of(incident(entries=[entry(n, "12:01", f"mine {n}") for n in range(many)])))
            others = [entry(1000 + n, "12:02", f"theirs {n}") for n in range(many)]
            IncidentFile(theirs).write(tables_of(incident(entries=others)))
            before, journal = mine.read_bytes(), tmp_path / f"journal-{turn}"
            order = {"mine": str(mine), "theirs": str(theirs), "journal": str(journal)}
            print(json.dumps({**order, "seconds": chance.uniform(0, LONGEST)}), file=forker.stdin, flush=True)
            assert forker.stdout.readline() == "done\n"
            kept = snapshots_of(mine.parent)
            assert all(copy.read_bytes() == before for copy in kept)
            if mine.read_bytes() == before:
                assert not journal.exists(), f"seed {SEED}"
                ended["copied" if kept else "old"] += 1
                continue
            assert len(kept) == 1, f"seed {SEED}"
            assert texts(mine) == {f"{who} {n}" for who in ("mine", "theirs") for n in range(many)}, f"seed {SEED}"
            ended["united"] += 1
        forker.stdin.close()
    assert sum(ended.values()) == KILLS
    with capsys.disabled():
        print(f"\n{KILLS} kills around a merge: {ended}, seed {SEED}")
