"""The power fails after any operation of a run: what was acknowledged is there, and nothing was invented.

With `BRIDGELOG_TORTURE` of 2,000 or more at least 10,000 states of the disk are looked at.
"""

import hashlib
import os
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import tables_of
from model.incident import Incident
from model.message import Message, Refused
from model.stamping import NewEntry
from tests.building import entry, incident
from tests.faults.disk import Disk, Killed

IN_FULL = int(os.environ.get("BRIDGELOG_TORTURE", "30")) >= 2000
SEED = int(os.environ.get("BRIDGELOG_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)
STEPS = 150 if IN_FULL else 24
MOST = 120 if IN_FULL else 16
"""How many variants of a torn write, of each kind, are tried."""
WANTED = 10_000 if IN_FULL else 300
NAME = "INC-20261123-K7QF.json"

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="folders are not synced there"),
    pytest.mark.timeout(1800 if IN_FULL else 120),
]


@dataclass(frozen=True, slots=True)
class Moment:
    """What may be found after a power cut from then on."""

    operations: int
    """How many operations there were."""
    saved: int
    """The number of the latest acknowledged incident."""
    newest: int
    """The number of the newest incident that somebody began to write."""


class Run:
    """Two programs that change one incident in turn, and die now and then."""

    def __init__(self, path: Path, disk: Disk, chance: random.Random) -> None:
        self.incidents: list[Incident] = []
        """Every incident that somebody was to write, in order."""
        self.moments: list[Moment] = []
        self.deaths = 0
        self._path, self._disk, self._chance = path, disk, chance
        self._saved = 0
        self._programs = [self._opened(), self._opened()]
        self.incidents.append(self._programs[0].incident)
        self._is_saved()

    def step(self) -> None:
        """One program makes a few changes and saves them, or dies of it."""
        number = self._chance.randrange(2)
        program = self._programs[number]
        program.flush()
        for _ in range(self._chance.choice((1, 1, 1, 3))):
            self._change(program)
            self.incidents.append(program.incident)
        self.moments.append(Moment(len(self._disk.operations), self._saved, len(self.incidents) - 1))
        self._disk.dies_before = self._chance.choice((*[None] * 8, "sync", "sync folder", "rename"))
        try:
            program.flush()
            self._disk.dies_before = None
        except Killed:
            self.deaths += 1
            self._programs[number] = self._opened()
            survivor = self._programs[1 - number]
            survivor.flush()
            self.incidents.append(survivor.incident)
            survivor.stamp(NewEntry(survivor.now, "after a death"))
            self.incidents.append(survivor.incident)
            self.moments.append(Moment(len(self._disk.operations), self._saved, len(self.incidents) - 1))
            survivor.flush()
        self._is_saved()

    def _is_saved(self) -> None:
        self._saved = len(self.incidents) - 1
        self.moments.append(Moment(len(self._disk.operations), self._saved, self._saved))

    def _opened(self) -> Notebook:
        return Notebook(self._path, system_clock, "mina")

    def _change(self, program: Notebook) -> None:
        chance = self._chance
        entries = program.incident.timeline.root
        text = chance.choice(
            ("rolled back", "負荷分散 " * 90, "x" * chance.randrange(400, 1600), "a" + " " * 700 + "b")
        )
        stamp: Callable[[], object] = lambda: program.stamp(NewEntry(program.now, text))  # noqa: E731
        changes = [stamp] * 5 + [program.undo]
        changes.append(lambda: program.put(Message("score"), "factors", "testing", {"score": chance.randrange(4)}))
        if entries:
            one = chance.choice(entries)
            changes += [lambda: program.correct(one, {"text": text}), lambda: program.delete(one)]
        with suppress(Refused):  # the other program has changed the same since
            chance.choice(changes)()


def test_after_a_power_cut_there_is_what_was_saved_and_nothing_that_nobody_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(SEED)
    folder = tmp_path / "workspace"
    path = folder / NAME
    IncidentFile(path).write(tables_of(incident(entries=[entry(1, "12:01", "pager")])))
    with monkeypatch.context() as patch:
        disk = Disk(folder)
        disk.listen(patch)
        run = Run(path, disk, chance)
        for _ in range(STEPS):
            run.step()
    seen: set[bytes] = set()
    for operations in range(run.moments[0].operations, len(disk.operations) + 1):
        now = [moment for moment in run.moments if moment.operations <= operations][-1]
        possible = run.incidents[now.saved : now.newest + 1]
        for state in disk.after_power_cut(operations, chance, MOST):
            digest = hashlib.sha256(repr((now.saved, sorted(state.items()))).encode()).digest()
            if digest not in seen:
                seen.add(digest)
                look(tmp_path / "restored", state, possible, goes_on=len(seen) % 10 == 0)
    with capsys.disabled():
        print(f"\n{len(seen)} states after power cuts, {run.deaths} deaths, seed {SEED}")
    assert len(seen) >= WANTED


def look(folder: Path, state: dict[str, bytes], possible: list[Incident], *, goes_on: bool) -> None:
    """Start the laptop again, with that on its disk."""
    folder.mkdir(exist_ok=True)
    for left in folder.iterdir():
        if left.is_file():
            left.unlink()
    for name, content in state.items():
        (folder / name).write_bytes(content)
    notebook = Notebook(folder / NAME, system_clock, "omar")
    assert notebook.incident in possible, f"seed {SEED}"
    if goes_on:
        before = notebook.incident
        notebook.stamp(NewEntry(notebook.now, "and on"))
        notebook.flush()
        again = Notebook(folder / NAME, system_clock, "omar").incident
        assert again == notebook.incident
        assert len(again.timeline.root) == len(before.timeline.root) + 1
