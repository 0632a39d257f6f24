"""`bridgelog open --facilitate` begins the review meeting."""

import argparse
import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tui.app
import tui.commands.open as command
from data.settings import Settings
from tui.desk import Desk
from tui.start import Load

NOW = datetime(2026, 11, 23, 10, 44, tzinfo=UTC)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[Path | None, str]]]:
    """What would have been shown: the file, and where it begins."""
    found: list[tuple[Path | None, str]] = []

    def run_app(load: Load, *, mouse: bool) -> int:
        start = load()
        assert mouse
        found.append((start.path, start.begin))
        return 0

    monkeypatch.setattr(tui.app, "run_app", run_app)
    monkeypatch.setattr(command, "has_terminal", lambda: True)
    yield found
    gc.enable()


def test_it_begins_with_the_meeting_where_that_is_asked_for(
    tmp_path: Path, shown: list[tuple[Path | None, str]]
) -> None:
    desk = Desk(Settings(zone="UTC"), tmp_path, lambda: NOW)
    path = desk.workspace.create({"title": "Checkout is slow"}, zone="UTC", currency="EUR")
    parser = argparse.ArgumentParser()
    command.configure(parser)
    for arguments in ([path.stem, "--facilitate"], ["--facilitate"], [path.stem]):
        assert command.run(parser.parse_args(arguments), desk) == 0
    assert shown == [(path, "facilitation"), (path, "facilitation"), (path, "timeline")]
