"""`bridgelog follow`: says each entry as it is filed, a line each, until the incident is over."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from queue import Empty, SimpleQueue

from data import formats
from data.clock_words import met_text
from data.language import _
from data.notebook import Changed
from model.incident import Incident
from model.instant import in_zone
from model.rules import Rules
from model.text import one_line
from model.timeline import MILESTONE_LABELS, TRIGGER_LABELS, Entry
from tui.commands.open import only_live
from tui.desk import Desk

__all__ = ["configure", "run"]

_SECOND = 1.0
"""How long to wait at a time: ctrl+c is heard in between where the system does not break a wait."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help=_("an ID, or a part of one; the live incident if left out"))
    parser.add_argument(
        "--last", metavar="N", type=int, default=5, help=_("how many entries to begin with; 5 if left out")
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Say the latest entries, and then each that comes, is corrected or is taken away; ctrl+c ends it."""
    path = desk.workspace.find(arguments.id) if arguments.id else only_live(desk)
    notebook = desk.workspace.open(path)
    heard: SimpleQueue[Changed] = SimpleQueue()
    notebook.listener = heard.put
    notebook.start()
    try:
        told = _lines(notebook.incident, desk.rules)
        first = max(0, len(told) - max(0, arguments.last))
        _say(list(told.values())[first:])
        while notebook.incident.summary.live:
            if _waited(heard):
                fresh = _lines(notebook.incident, desk.rules)
                _say(_news(told, fresh))
                told = fresh
        _say([_("The incident is over.")])
    except KeyboardInterrupt:
        pass
    finally:
        notebook.close()
    return 0


def _say(lines: list[str]) -> None:
    for line in lines:
        Desk.say(line)
    sys.stdout.flush()


def _waited(heard: "SimpleQueue[Changed]") -> bool:
    """Whether something was changed, within a second."""
    try:
        heard.get(timeout=_SECOND)
    except Empty:
        return False
    return True


def _lines(incident: Incident, rules: Rules) -> dict[str, str]:
    """Each entry in a line, by its id."""
    return {entry.id: " ".join(_parts(entry, incident, rules)) for entry in incident.timeline.root}


def _parts(entry: Entry, incident: Incident, rules: Rules) -> Iterator[str]:
    yield formats.clock(in_zone(entry.at, incident.summary.zone))
    marks = [_(MILESTONE_LABELS[entry.milestone])] if entry.milestone else []
    marks += [_(TRIGGER_LABELS[entry.trigger])] if entry.trigger else []
    marks += [met_text(entry.met, rules)] if entry.met else []
    text = one_line(entry.text)
    if marks:
        yield ", ".join(marks) + (":" if text else "")
    if text:
        yield text
    if entry.author:
        yield f"({one_line(entry.author)})"


def _news(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What to say of the entries that are new, that are others now, and that are gone."""
    news = [
        line if id not in before else _("corrected: {entry}").format(entry=line)
        for id, line in now.items()
        if before.get(id) != line
    ]
    return news + [_("taken away: {entry}").format(entry=line) for id, line in before.items() if id not in now]
