"""The legal clocks that run, or ran out, in all incidents: the most urgent first."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from data.clock_words import as_json, due_text, left_text
from data.language import _, say
from model.clocks import Clock
from model.incident import Incident
from model.legal import legal_clocks
from tui.desk import Desk, complain

__all__ = ["Running", "as_line", "running", "running_json"]


class Running(NamedTuple):
    """A clock that runs or ran out, and when it ends."""

    ends_at: datetime
    incident: Incident
    clock: Clock


def running(desk: Desk, paths: Iterable[Path], within: timedelta | None) -> list[Running]:
    """Those of the incidents in these files, or of all; with `within` only what ends so soon, or is over."""
    found = [one for incident in _incidents(desk, list(paths)) for one in _of(incident, desk)]
    if within is not None:
        found = [one for one in found if one.ends_at - desk.now <= within]
    return sorted(found, key=lambda one: (one.ends_at, one.incident.id, one.clock.regime.id))


def _incidents(desk: Desk, paths: list[Path]) -> Iterator[Incident]:
    for path in paths:
        yield desk.workspace.open(path).incident
    for found in () if paths else desk.workspace.incidents():
        if found.trouble:
            complain(say(found.trouble))
        if found.incident:
            yield found.incident


def _of(incident: Incident, desk: Desk) -> Iterator[Running]:
    for clock in legal_clocks(incident, desk.now, desk.rules):
        if clock.ends_at is not None and clock.left(desk.now) is not None:
            yield Running(clock.ends_at, incident, clock)


def as_line(one: Running, now: datetime) -> str:
    """Which incident, which clock, what is left, until when."""
    return _("{incident}: {clock}: {left}, due {due}").format(
        incident=one.incident.id,
        clock=_(one.clock.regime.title),
        left=left_text(one.clock, now),
        due=due_text(one.clock, one.incident.summary.zone),
    )


def running_json(one: Running) -> dict[str, object]:
    """The clock for scripts."""
    return {"incident": one.incident.id, **as_json(one.clock)}
