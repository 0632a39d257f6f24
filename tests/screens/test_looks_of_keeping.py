"""What the history and what is not saved look like, in a small, a large and a tiny terminal."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from data.incident_file import IncidentFile
from model.message import Message
from model.stamping import NewEntry
from tests.screens import samples
from tests.screens.program import settle
from tests.screens.test_looks import LARGE, SMALL, Compare, program
from tui.themes import LIGHT

TINY = (40, 10)
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE, TINY], ids=["80x24", "120x40", "40x10"])


def changed(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Change this and that, take something back, and strike those keys."""

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        notebook = pilot.app.session.notebook  # type: ignore[attr-defined]
        entry = notebook.incident.timeline.root[2]
        notebook.correct(entry, {"text": "only eu-west, the queue is long", "at": "2026-11-23T09:20:00Z"})
        notebook.put(Message("Users affected"), "summary", "summary", {"users_affected": 4300})
        notebook.put(Message("Brand"), "cost", "cost", {"brand": {"amount": "1250.50", "currency": "EUR"}})
        notebook.put(Message("factor: testing"), "factors", "testing", {"score": 1})
        notebook.flush()
        notebook.undo()
        notebook.flush()
        await strike(pilot, *keys)

    return run


async def strike(pilot: Pilot[Any], *keys: str) -> None:
    """Strike those keys, one after the other."""
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@SIZES
def test_history(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=size, run_before=changed("escape", "H"))


def test_history_of_an_entry(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    keys = ("escape", "H", "slash", *"eu-west", "enter", "enter")
    assert snap_compare(app, terminal_size=SMALL, run_before=changed(*keys))


def test_history_of_an_incident_without_changes(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.empty())

    async def run(pilot: Pilot[Any]) -> None:
        await strike(pilot, "escape", "H")

    assert snap_compare(app, terminal_size=SMALL, run_before=run)


def test_history_in_the_light_theme(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.overfull(), theme=LIGHT.name)
    assert snap_compare(app, terminal_size=SMALL, run_before=changed("escape", "H"))


@SIZES
@pytest.mark.parametrize("key", ["S", "ctrl+q"], ids=["shown", "on-quitting"])
def test_what_is_not_saved(
    key: str, size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snap_compare: Compare
) -> None:
    monkeypatch.setenv("HOME", "/home/mina")
    app = program(tmp_path, samples.typical())

    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        for name in ("write", "append"):
            monkeypatch.setattr(IncidentFile, name, full)
        notebook = app.session.notebook
        notebook.stamp(NewEntry(notebook.now, "queue drained to a third"))
        notebook.put(Message("factor: testing"), "factors", "testing", {"score": 1})
        with pytest.raises(Exception, match="No space left"):
            notebook.flush()
        app.clear_notifications()
        await strike(pilot, "escape", key)

    assert snap_compare(app, terminal_size=size, run_before=run)
